import { expect, it } from 'vitest'
import { createEvents } from '#main/api/events.ts'
import { secrets } from '#main/api/secrets.ts'
import type { Secrets } from '#main/api/services.ts'
import type { AppEvent } from '#shared/events.ts'
import { refuse, succeed } from '#shared/problem.ts'
import type { SecretState } from '#shared/secrets.ts'

const stateOf = (id: string, kept: SecretState['kept']): SecretState => ({ id, kept })

/** A key store in memory that takes every key but one. */
function keyStore(): Secrets {
  const keys = new Map<string, string>()
  return {
    protection: async () => ({ kind: 'session', reason: null }),
    state: async (id) => stateOf(id, keys.has(id) ? 'session' : 'none'),
    set: async (id, secret) => {
      if (secret === 'refused') return refuse({ code: 'secrets.failed', message: 'No.', path: 'secret' })
      keys.set(id, secret)
      return succeed(stateOf(id, 'session'))
    },
    clear: async (id) => {
      keys.delete(id)
      return succeed(stateOf(id, 'none'))
    },
    use: async (id, work) => (keys.has(id) ? work(Buffer.from(keys.get(id) ?? '')) : null),
  }
}

it('a key that is set or cleared is told to every window, without the key; one that is refused is not', async () => {
  const events = createEvents()
  const told: AppEvent[] = []
  events.subscribe((event) => void told.push(event))
  const area = secrets({ secrets: keyStore(), events })
  await area['secrets.state']({ id: 'elevenlabs' })
  await area['secrets.set']({ id: 'elevenlabs', secret: 'refused' })
  expect(told).toEqual([])
  await area['secrets.set']({ id: 'elevenlabs', secret: 'xi-0123456789' })
  expect(told).toEqual([{ kind: 'secret' }])
  await area['secrets.clear']({ id: 'elevenlabs' })
  expect(told).toEqual([{ kind: 'secret' }, { kind: 'secret' }])
})
