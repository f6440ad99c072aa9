import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** What SQLite keeps beside a database: its write-ahead log and the log's index. */
export const COMPANIONS = ['-wal', '-shm'] as const

/** Gives a finished file its name: after a loss of power there is the whole file or none. */
export function commitFile(written: string, file: string): void {
  flush(written)
  renameSync(written, file)
  flushFolder(dirname(file))
}

export function copyDurably(file: string, copy: string): void {
  copyFileSync(file, copy)
  flush(copy)
}

export function removeDatabase(file: string): void {
  for (const companion of ['', ...COMPANIONS]) rmSync(`${file}${companion}`, { force: true })
}

export function flushFolder(folder: string): void {
  // Windows writes folders through by itself and cannot open them.
  if (process.platform !== 'win32') flush(folder, 'r')
}

function flush(path: string, mode = 'r+'): void {
  const handle = openSync(path, mode)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
