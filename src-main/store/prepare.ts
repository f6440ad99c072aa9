import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import type { BackupBefore } from './backup-before.ts'
import type { Backups } from './backups.ts'
import { makeDurable, openDatabase } from './database.ts'
import { guarded } from './disk-problem.ts'
import { migrate, type OnMigrating } from './migrate.ts'
import { makePrivateFile } from './private-files.ts'

/** Where a store lies, and what its opening needs. */
export interface Place {
  readonly file: string
  readonly backups: Backups
  readonly now: () => Date
  /** Called before a migration; what it refuses ends the opening. */
  readonly backUp: (db: DatabaseSync) => Result<BackupBefore>
  readonly mostPages?: number | undefined
  readonly onMigrating?: OnMigrating | undefined
}

/** What is a copy itself is not backed up. */
export const withoutBackup: Place['backUp'] = () => succeed({ settle: () => {}, letGo: () => {} })

type Preparation = Pick<Place, 'backUp' | 'mostPages' | 'onMigrating'>

/** Makes a database durable and takes it to the newest schema; closes it where that is refused. */
export function prepareForWork(
  db: DatabaseSync,
  { backUp, mostPages, onMigrating }: Preparation,
): Result<null> {
  const prepared = guarded(() => {
    makeDurable(db, mostPages)
    return migrate(db, { backUp: () => backUp(db), onMigrating })
  })
  if (!prepared.ok) db.close()
  return prepared
}

/** Opens a file, which is made if it is not there, at the newest schema. Throws what the disk refuses to open. */
export function openPrepared(file: string, preparation: Preparation): Result<DatabaseSync> {
  makePrivateFile(file)
  const db = openDatabase(file)
  const prepared = prepareForWork(db, preparation)
  return prepared.ok ? succeed(db) : prepared
}
