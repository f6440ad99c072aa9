import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Result } from '#shared/problem.ts'

/** Marks a SQLite file as ours: "Tier" in ASCII. */
export const APPLICATION_ID = 0x54696572

/** Opens a file alone, to look at it before it is worked on. Throws what SQLite throws. */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 2000, enableForeignKeyConstraints: true })
  // Alone with the file, SQLite keeps its index of the log in memory, so that even a full disk can be read from.
  db.exec('PRAGMA locking_mode = EXCLUSIVE')
  return db
}

/** From now on an answered change is on the disk: every commit waits for it. Throws what SQLite throws. */
export function makeDurable(db: DatabaseSync, mostPages?: number): void {
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  // On macOS a file that was only synced may still be in the memory of the disk.
  db.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  if (mostPages !== undefined) db.exec(`PRAGMA max_page_count = ${mostPages}`)
}

/** Closes a database of which only the one file is taken elsewhere. Throws what the disk refuses. */
export function closeAsOneFile(db: DatabaseSync): void {
  try {
    // Closing empties the log as well, but where the disk refuses, says nothing of it.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** All of the work or nothing of it: what is refused or thrown is taken back. */
export function inTransaction<T>(db: DatabaseSync, work: () => Result<T>): Result<T> {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec(result.ok ? 'COMMIT' : 'ROLLBACK')
    return result
  } finally {
    // SQLite has taken some failed transactions back already.
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

/** The one number that a PRAGMA or a count answers. */
export function numberOf(db: DatabaseSync, query: string): number {
  return z.number().parse(Object.values(db.prepare(query).get() ?? {})[0])
}
