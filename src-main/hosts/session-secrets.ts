import type { Secrets } from '#main/api/services.ts'
import { succeed } from '#shared/problem.ts'
import type { SecretState } from '#shared/secrets.ts'
import { keepMemoryOutOfCoreDumps } from './core-dumps.ts'
import type { Log } from './log.ts'

/**
 * Keys in memory until the application ends, where no key store of the system's can keep them: as bytes, which are wiped
 * when a key is cleared or gives way to another. The text that it came as cannot be wiped; it is gone when the memory it
 * lay in is used again.
 */
export function sessionSecrets(reason: string, log: Pick<Log, 'hide'>): Secrets {
  const secrets = new Map<string, Buffer>()
  const state = (id: string): SecretState => ({ id, kept: secrets.has(id) ? 'session' : 'none' })
  const wipe = (id: string) => {
    secrets.get(id)?.fill(0)
    secrets.delete(id)
  }
  return {
    protection: () => Promise.resolve({ kind: 'session', reason }),
    state: (id) => Promise.resolve(state(id)),
    set: (id, secret) => {
      log.hide(secret)
      keepMemoryOutOfCoreDumps()
      wipe(id)
      secrets.set(id, Buffer.from(secret))
      return Promise.resolve(succeed(state(id)))
    },
    clear: (id) => {
      wipe(id)
      return Promise.resolve(succeed(state(id)))
    },
    use: async (id, work) => {
      const key = secrets.get(id)
      return key === undefined ? null : work(key)
    },
  }
}
