import type { DatabaseSync } from 'node:sqlite'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { Backup } from '#shared/store.ts'
import type { Backups } from './backups.ts'
import { numberOf } from './database.ts'
import { guarded } from './disk-problem.ts'

/** The backup that is made by itself. */
export interface DailyBackup {
  /**
   * Writes one where the newest is more than a day old and there is anything to keep; else null. Never throws: what
   * keeps a backup from being made, be it a defect, keeps nobody from their documents and ends no process.
   */
  readonly run: (db: DatabaseSync) => Result<Backup | null>
  /** Why the last one could not be made; null once there is a newer one, or none is due. */
  readonly lastFailure: () => string | null
}

export function createDailyBackup(
  backups: Backups,
  onFailure: (message: string, defect?: unknown) => void,
): DailyBackup {
  const writeIfDue = (db: DatabaseSync): Result<Backup | null> =>
    guarded<Backup | null>(() =>
      backups.isDue() && numberOf(db, 'SELECT count(*) FROM documents') > 0
        ? backups.write(db, 'automatic')
        : succeed(null),
    )
  let lastFailure: string | null = null
  const fail = (why: string, defect?: unknown): void => {
    lastFailure = `No backup could be written to ${backups.folder}. ${why}`
    onFailure(lastFailure, defect)
  }
  return {
    lastFailure: () => (lastFailure !== null && backups.isDue() ? lastFailure : null),
    run: (db) => {
      lastFailure = null
      try {
        const written = writeIfDue(db)
        if (!written.ok) fail(written.problems.map(({ message }) => message).join(' '))
        return written
      } catch (error) {
        const message = 'A defect of Tierwise kept it from being made.'
        fail(message, error)
        return refuse({ code: 'store.failed', message, path: '' })
      }
    },
  }
}
