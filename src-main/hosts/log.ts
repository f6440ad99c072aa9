import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cutText } from '#shared/cut-text.ts'
import { LEAST_SECRET } from '#shared/secrets.ts'
import { createHiddenTexts } from './hidden-texts.ts'

/** What went wrong, on this disk and nowhere else. */
export interface Log {
  readonly file: string
  /** Writes what went wrong before it returns, for the process may be about to end. */
  readonly note: (what: string, error?: unknown) => void
  /** Never writes this text from now on, wherever it turns up, nor holds it; one shorter than any key is let be. */
  readonly hide: (secret: string) => void
}

const MOST_BYTES = 512 * 1024
const OLDER_FILES = 2
const LONGEST_ENTRY = 8 * 1024

/** A log that keeps itself small: when a file is full it becomes an older one, and the oldest goes. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'tierwise.log')
  const hidden = createHiddenTexts()

  return {
    file,
    hide: (secret) => {
      if (secret.length >= LEAST_SECRET) hidden.add(secret)
    },
    note: (what, error) => {
      const text = error === undefined ? what : `${what}: ${describe(error)}`
      const told = cutText(hidden.hide(text), LONGEST_ENTRY).trimEnd().replaceAll('\n', '\n  ')
      const entry = `${now().toISOString()} ${told}\n`
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        rotate(file, Buffer.byteLength(entry))
        appendFileSync(file, entry, { mode: 0o600 })
      } catch {
        // A disk that takes no more is no reason to fail at what was being done.
      }
    },
  }
}

function rotate(file: string, more: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size + more <= MOST_BYTES) return
  for (let age = OLDER_FILES; age > 0; age -= 1) {
    const younger = age === 1 ? file : `${file}.${age - 1}`
    if (statSync(younger, { throwIfNoEntry: false })) renameSync(younger, `${file}.${age}`)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
