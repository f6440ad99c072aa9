import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Documents are their owner's: nobody else who has an account on the machine may read them. Windows keeps a person's
 * folders to them by itself.
 */

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
const OF_OTHERS = 0o077

export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
  keepPrivate(folder)
}

/** Makes a file unless it is there; what SQLite keeps beside a database has the rights of the database. */
export const makePrivateFile = (file: string): void => closeSync(openSync(file, 'a', FILE_MODE))

/** Takes the rights of others to a store's folder and the files in it away, which older versions gave them. */
export function keepFolderPrivate(folder: string): void {
  keepPrivate(folder)
  for (const name of namesIn(folder)) if (name.startsWith('tierwise')) keepPrivate(join(folder, name))
}

/** The owner's own rights stay as they are: what was made read-only stays so. */
export function keepPrivate(path: string): void {
  if (process.platform === 'win32') return
  try {
    const { uid, mode } = statSync(path)
    if (uid === process.geteuid?.() && (mode & OF_OTHERS) !== 0) chmodSync(path, mode & FOLDER_MODE)
  } catch {
    // Gone, or on a file system without rights: no reason to keep anybody from their documents.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
