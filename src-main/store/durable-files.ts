import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { keepPrivate } from './private-files.ts'

/** What SQLite keeps beside a database: its write-ahead log, the log's index, and the journal of older modes. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const

/** Gives a finished file its name: after a loss of power there is the whole file or none. */
export function commitFile(written: string, file: string): void {
  flush(written)
  renameSync(written, file)
  flushFolder(dirname(file))
}

export function copyDurably(file: string, copy: string): void {
  copyFileSync(file, copy)
  // A copy has the rights of what was copied, which may be of an older version.
  keepPrivate(copy)
  flush(copy)
}

export function removeDatabase(file: string): void {
  for (const companion of ['', ...COMPANIONS]) rmSync(`${file}${companion}`, { force: true })
}

/** Puts names that were given or taken away onto the disk, as far as the file system can. */
export function flushFolder(folder: string): void {
  // Windows writes folders through by itself and cannot open them.
  if (process.platform === 'win32') return
  try {
    flush(folder, 'r')
  } catch {
    // Some network file systems refuse; SQLite, too, goes on without.
  }
}

function flush(path: string, mode = 'r+'): void {
  const handle = openSync(path, mode)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
