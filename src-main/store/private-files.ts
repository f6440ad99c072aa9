import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'

/*
 * Documents are their owner's: nobody else who has an account on the machine may read them. What Tierwise makes is
 * private from its beginning. A folder that was there before is somebody's arrangement, such as one that a group shares:
 * it stays as it is, and so do files in it that are not of the store. Windows keeps a person's folders to them by itself.
 */

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
const OF_OTHERS = 0o077
/** A folder whose files go to its group, or are their makers' alone to remove, was arranged for several people. */
const ARRANGED = 0o7000

/** Databases with what SQLite keeps beside them, copies that were begun, backups, what was set aside, the lock. */
const OF_A_STORE =
  /^(?:unfinished-)?tierwise(?:\.lock|(?:-set-aside)?(?:-\d{4}-\d\d-\d\dT[\dZ-]+(?:-[a-z]+)?)?\.db)(?:-[a-z]+)*$/

/** Makes a folder for its owner alone, with those above it; one that is there already stays as it is. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
}

/** Makes a file unless it is there; what SQLite keeps beside a database has the rights of the database. */
export const makePrivateFile = (file: string): void => closeSync(openSync(file, 'a', FILE_MODE))

/** Takes the rights of others to a store's files in a folder away, which older versions gave them. */
export function keepFilesPrivate(folder: string): void {
  for (const name of namesIn(folder)) if (OF_A_STORE.test(name)) keepPrivate(join(folder, name))
}

/** The same of a folder of Tierwise's own, unless somebody has arranged it for others since. */
export function keepFolderPrivate(folder: string): void {
  closeToOthers(folder, (stats) => stats.isDirectory() && (stats.mode & ARRANGED) === 0)
}

/** The owner's own rights stay as they are: what was made read-only stays so. */
export const keepPrivate = (file: string): void => closeToOthers(file, (stats) => stats.isFile())

function closeToOthers(path: string, isOurs: (stats: Stats) => boolean): void {
  if (process.platform === 'win32') return
  try {
    const stats = lstatSync(path)
    const { uid, mode } = stats
    if (isOurs(stats) && uid === process.geteuid?.() && (mode & OF_OTHERS) !== 0)
      chmodSync(path, mode & FOLDER_MODE)
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
