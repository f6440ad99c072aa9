import { readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import { isMissing } from '../system-error.ts'
import { writeWhole } from '../write-file.ts'

const Contents = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), z.base64()) })

/** Encrypted keys by name in one file; one change after the other, each on the disk before it is answered. */
export class SecretFile {
  readonly #file: string
  readonly #onDamage: (error: unknown) => void
  #read: Promise<Map<string, string>> | undefined
  #lastChange: Promise<unknown> = Promise.resolve()

  constructor(file: string, onDamage: (error: unknown) => void) {
    this.#file = file
    this.#onDamage = onDamage
  }

  async get(id: string): Promise<Buffer | undefined> {
    const text = (await this.#entries()).get(id)
    return text === undefined ? undefined : Buffer.from(text, 'base64')
  }

  /** Undefined takes the entry out. Rejects with the system's error when the file cannot be written. */
  async set(id: string, encrypted: Buffer | undefined): Promise<void> {
    const change = this.#lastChange.then(() => this.#change(id, encrypted))
    this.#lastChange = change.catch(() => undefined)
    return change
  }

  async #change(id: string, encrypted: Buffer | undefined): Promise<void> {
    const changed = new Map(await this.#entries())
    if (encrypted) changed.set(id, encrypted.toString('base64'))
    else changed.delete(id)
    const contents: z.infer<typeof Contents> = { version: 1, secrets: Object.fromEntries(changed) }
    await writeWhole(this.#file, JSON.stringify(contents), 0o600)
    this.#read = Promise.resolve(changed)
  }

  #entries(): Promise<Map<string, string>> {
    this.#read ??= this.#load().catch((error: unknown) => {
      this.#read = undefined
      throw error
    })
    return this.#read
  }

  /** A file that cannot be understood is set aside, not written over. */
  async #load(): Promise<Map<string, string>> {
    const text = await readFile(this.#file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (text === null) return new Map()
    try {
      return new Map(Object.entries(Contents.parse(JSON.parse(text)).secrets))
    } catch (error) {
      this.#onDamage(error)
      await rename(this.#file, `${this.#file}.damaged`)
      return new Map()
    }
  }
}
