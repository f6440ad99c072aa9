import { safeStorage } from 'electron'
import type { Secrets } from '#main/api/services.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { keepMemoryOutOfCoreDumps } from '../core-dumps.ts'
import { reasonOf } from '../system-error.ts'
import type { Log } from '../log.ts'
import { sessionSecrets } from '../session-secrets.ts'
import { removeCrashDumps } from './crash.ts'
import { SecretFile } from './secret-file.ts'

const NO_KEY_STORE =
  'This system offers no key store to Tierwise, so keys are kept in memory and forgotten when it ends.'
const NO_KEYRING =
  'No keyring (GNOME Keyring or KWallet) is running, so keys are kept in memory and forgotten when Tierwise ends.'

/** What Chromium writes in front when it has no keyring on Linux and encrypts with a key that everybody knows. */
const KNOWN_KEY = 'v10'

/**
 * Keys of providers: in the system's key store where there is one, else in memory. The system is asked at the first
 * use, for it may ask the person in turn; nothing here can be used before the application is ready.
 */
export function systemSecrets(file: string, platform: NodeJS.Platform, log: Log): Secrets {
  let chosen: Promise<Secrets> | undefined
  const secrets = () => (chosen ??= choose(file, platform, log))
  /** What lay on a stack when a process crashed is in its dump: dumps go with the key that was in use then. */
  const withoutDumps = <T>(result: Result<T>): Result<T> => {
    if (result.ok) removeCrashDumps(log)
    return result
  }
  return {
    protection: async () => (await secrets()).protection(),
    state: async (id) => (await secrets()).state(id),
    set: async (id, secret) => {
      const keys = await secrets()
      // Where keys cannot be read, there may be one.
      const replaces = await keys.state(id).then(
        ({ kept }) => kept !== 'none',
        () => true,
      )
      const set = await keys.set(id, secret)
      return replaces ? withoutDumps(set) : set
    },
    clear: async (id) => withoutDumps(await (await secrets()).clear(id)),
    use: async (id, work) => (await secrets()).use(id, work),
  }
}

async function choose(file: string, platform: NodeJS.Platform, log: Log): Promise<Secrets> {
  const reason = await whyNotKept(platform)
  return reason === null ? encryptedSecrets(file, log) : sessionSecrets(reason, log)
}

/**
 * Encrypted by the system's key store, in a file that only this person may read. In the clear there is a key while it is
 * used, in bytes that are wiped afterwards; the text that Electron takes and gives cannot be.
 */
function encryptedSecrets(file: string, log: Log): Secrets {
  const kept = new SecretFile(file, (error) => log.note('The kept keys could not be read', error))

  const state = async (id: string) => {
    const has = (await kept.get(id)) !== undefined
    return { id, kept: has ? ('system' as const) : ('none' as const) }
  }
  return {
    protection: () => Promise.resolve({ kind: 'system', reason: null }),
    state,
    set: async (id, secret) => {
      log.hide(secret)
      keepMemoryOutOfCoreDumps()
      try {
        await kept.set(id, await safeStorage.encryptStringAsync(secret))
      } catch (error) {
        log.note('A key could not be kept', error)
        const message = `The key could not be kept: ${reasonOf(error)}.`
        return refuse({ code: 'secrets.not_kept', message, path: '' })
      }
      return succeed(await state(id))
    },
    clear: async (id) => {
      try {
        await kept.set(id, undefined)
      } catch (error) {
        log.note('A key could not be removed', error)
        const message = `The key could not be removed: ${reasonOf(error)}.`
        return refuse({ code: 'secrets.not_removed', message, path: '' })
      }
      return succeed(await state(id))
    },
    use: async (id, work) => {
      const key = await decrypted(id, kept, log)
      if (key === null) return null
      try {
        return await work(key)
      } finally {
        key.fill(0)
      }
    },
  }
}

/** A kept key in bytes of its own; null where there is none, or none that the key store still reads. */
async function decrypted(id: string, kept: SecretFile, log: Log): Promise<Buffer | null> {
  const encrypted = await kept.get(id)
  if (!encrypted) return null
  keepMemoryOutOfCoreDumps()
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted)
    log.hide(result)
    if (shouldReEncrypt) await kept.set(id, await safeStorage.encryptStringAsync(result))
    return Buffer.from(result)
  } catch (error) {
    log.note('A kept key could not be decrypted', error)
    return null
  }
}

/** Null where the system's key store really protects what is encrypted. */
async function whyNotKept(platform: NodeJS.Platform): Promise<string | null> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) {
      return platform === 'linux' ? NO_KEYRING : NO_KEY_STORE
    }
    if (platform !== 'linux') return null
    if (safeStorage.getSelectedStorageBackend() === 'basic_text') return NO_KEYRING
    const probe = await safeStorage.encryptStringAsync('probe')
    return probe.subarray(0, KNOWN_KEY.length).toString('latin1') === KNOWN_KEY ? NO_KEYRING : null
  } catch {
    return NO_KEY_STORE
  }
}
