import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import { guarded } from './disk-problem.ts'

export const LOCK = 'tierwise.lock'

/**
 * Keeps a folder to this process, until it lets go or ends however it may; refused with `store.in_use`. Sharing would
 * be safe for edits, but one process must never put a backup in the place of a file that another writes to.
 */
export const lockFolder = (folder: string): Result<() => void> =>
  guarded(() => {
    // SQLite takes the operating system's lock, which dies with the process, alike on every system.
    const db = new DatabaseSync(join(folder, LOCK), { timeout: 0 })
    try {
      db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
      return succeed(() => db.close())
    } catch (error) {
      db.close()
      throw error
    }
  })
