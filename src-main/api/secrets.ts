import { succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import type { Services } from './services.ts'

/** Keys of providers: they go in, and only whether they are there comes back. */
export const secrets = ({ secrets: keys }: Pick<Services, 'secrets'>): AreaHandlers<'secrets'> => ({
  'secrets.protection': async () => succeed(await keys.protection()),
  'secrets.state': async ({ id }) => succeed(await keys.state(id)),
  'secrets.set': ({ id, secret }) => keys.set(id, secret),
  'secrets.clear': ({ id }) => keys.clear(id),
})
