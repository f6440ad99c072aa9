import { type Result, succeed } from '#shared/problem.ts'
import type { SecretState } from '#shared/secrets.ts'
import type { AreaHandlers } from './handlers.ts'
import type { Services } from './services.ts'

/** Keys of providers: they go in, and only whether they are there comes back. */
export function secrets({
  secrets: keys,
  events,
}: Pick<Services, 'secrets' | 'events'>): AreaHandlers<'secrets'> {
  const tell = (result: Result<SecretState>): Result<SecretState> => {
    if (result.ok) events.emit({ kind: 'secret' })
    return result
  }
  return {
    'secrets.protection': async () => succeed(await keys.protection()),
    'secrets.state': async ({ id }) => succeed(await keys.state(id)),
    'secrets.set': async ({ id, secret }) => tell(await keys.set(id, secret)),
    'secrets.clear': async ({ id }) => tell(await keys.clear(id)),
  }
}
