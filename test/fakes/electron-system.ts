import { EventEmitter } from 'node:events'
import { randomBytes } from 'node:crypto'

/** The system's dialogs, answered by the test in the order it says; nobody answers what was not expected. */
export function fakeDialogs() {
  const asked: { readonly kind: string; readonly options: Readonly<Record<string, unknown>> }[] = []
  const answers: unknown[] = []
  const errors: { readonly title: string; readonly content: string }[] = []
  const ask =
    (kind: string) =>
    (...args: readonly unknown[]): Promise<unknown> => {
      const options = args.at(-1)
      if (typeof options !== 'object' || options === null) throw new TypeError(`${kind} has no options`)
      asked.push({ kind, options: { ...options } })
      if (answers.length === 0) throw new Error(`Nobody was expected to be asked: ${kind}`)
      return Promise.resolve(answers.shift())
    }
  return {
    asked,
    errors,
    /** The next question is answered so. */
    answer: (...next: readonly unknown[]) => void answers.push(...next),
    module: {
      showSaveDialog: ask('save'),
      showOpenDialog: ask('open'),
      showMessageBox: ask('message'),
      showErrorBox: (title: string, content: string) => void errors.push({ title, content }),
    },
  }
}

export interface FakeKeyStore {
  /** Whether the system has one at all. */
  readonly available?: boolean
  /** What Electron says it chose on Linux. */
  readonly backend?: string
  /** What Chromium writes in front of what it encrypts. */
  readonly prefix?: string
}

/** The system's key store: what it encrypts can be read by nobody but itself. */
export function fakeSafeStorage({
  available = true,
  backend = 'gnome_libsecret',
  prefix = 'v11',
}: FakeKeyStore) {
  const kept = new Map<string, string>()
  const state = { shouldReEncrypt: false, isLocked: false, asked: 0 }
  return {
    state,
    module: {
      isAsyncEncryptionAvailable: () => {
        state.asked += 1
        return Promise.resolve(available)
      },
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: (text: string) => {
        const bytes = Buffer.concat([Buffer.from(prefix, 'latin1'), randomBytes(16)])
        kept.set(bytes.toString('base64'), text)
        return Promise.resolve(bytes)
      },
      decryptStringAsync: (bytes: Buffer) => {
        const result = kept.get(bytes.toString('base64'))
        if (state.isLocked || result === undefined) return Promise.reject(new Error('Error while decrypting'))
        return Promise.resolve({ result, shouldReEncrypt: state.shouldReEncrypt })
      },
    },
  }
}

/** The system's theme, and what the application asks for instead. */
export class FakeTheme extends EventEmitter {
  #source = 'system'
  readonly #systemIsDark: boolean
  constructor(systemIsDark: boolean) {
    super()
    this.#systemIsDark = systemIsDark
  }
  get themeSource(): string {
    return this.#source
  }
  set themeSource(source: string) {
    this.#source = source
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark'
  }
}
