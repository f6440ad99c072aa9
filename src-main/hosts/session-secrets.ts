import type { Secrets } from '#main/api/services.ts'
import { succeed } from '#shared/problem.ts'
import type { SecretState } from '#shared/secrets.ts'
import type { Log } from './log.ts'

/** Keys in memory until the application ends, where no key store of the system's can keep them. */
export function sessionSecrets(reason: string, log: Pick<Log, 'hide'>): Secrets {
  const secrets = new Map<string, string>()
  const state = (id: string): SecretState => ({ id, kept: secrets.has(id) ? 'session' : 'none' })
  return {
    protection: () => Promise.resolve({ kind: 'session', reason }),
    state: (id) => Promise.resolve(state(id)),
    set: (id, secret) => {
      log.hide(secret)
      secrets.set(id, secret)
      return Promise.resolve(succeed(state(id)))
    },
    clear: (id) => {
      secrets.delete(id)
      return Promise.resolve(succeed(state(id)))
    },
    read: (id) => Promise.resolve(secrets.get(id) ?? null),
  }
}
