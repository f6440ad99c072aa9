import type { DatabaseSync } from 'node:sqlite'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { BackupBefore } from './backup-before.ts'
import { APPLICATION_ID, inTransaction, numberOf } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { migrations } from './migrations/index.ts'
import type { StoreSize } from './migrations/migration.ts'

export const schemaVersionOf = (db: DatabaseSync): number => numberOf(db, 'PRAGMA user_version')

/**
 * Told how many pieces of work of how many are done, of all the migrations that are due; answers whether to go on.
 * Where it does not, nothing of them happened.
 */
export type OnMigrating = (done: number, of: number) => boolean

export interface MigrateOptions {
  /** Called before anything is changed; what it refuses ends the work there. */
  readonly backUp: () => Result<BackupBefore>
  /** First told before the backup, that none is done, and then after each. Not told of a store without documents. */
  readonly onMigrating?: OnMigrating | undefined
}

const CALLED_OFF = refuse({
  code: 'store.migration_cancelled',
  message:
    'Bringing your documents up to this version was called off. They were left as they were, and the older Tierwise still opens them. Start this one again to go on.',
  path: '',
})

/**
 * Takes a store to the newest schema. All the migrations that are due are one transaction: an older Tierwise opens what
 * it left and no version in between, so whatever ends the work (a full disk, the end of the process, a person who calls
 * it off, which is refused with `store.migration_cancelled`) leaves the store as that one knows it. A new file has
 * nothing to back up.
 */
export function migrate(
  db: DatabaseSync,
  { backUp, onMigrating = () => true }: MigrateOptions,
  all = migrations,
): Result<null> {
  const version = schemaVersionOf(db)
  const due = all.slice(version)
  if (due.length === 0) return succeed(null)
  const size = version === 0 ? NOTHING : sizeOf(db)
  if (size.documents === 0) return inTransaction(db, () => runAll(db, all, () => true))

  const pieces = due.reduce((sum, migration) => sum + migration.pieces(size), 0)
  // What is no work by its size is done before anybody could hear of it.
  const goesOn = (done: number): boolean => pieces === 0 || onMigrating(done, pieces)
  if (!goesOn(0)) return CALLED_OFF
  const kept = backUp()
  if (!kept.ok) return kept
  // Where nothing is changed, the store itself is what was backed up; to keep it for each time would fill the disk, and
  // push out backups of older versions. One that turns out to be damaged is of use.
  let isOfUse = false
  try {
    const migrated = guarded(() => inTransaction(db, () => runAll(db, all, goesOn)))
    isOfUse = migrated.ok || saysCorrupt(migrated)
    if (migrated.ok) kept.value.settle()
    return migrated
  } finally {
    if (!isOfUse) kept.value.letGo()
  }
}

function runAll(db: DatabaseSync, all: typeof migrations, goesOn: (done: number) => boolean): Result<null> {
  let done = 0
  for (const migration of all.slice(schemaVersionOf(db))) {
    for (const more of migration.run(db)) {
      done += more
      if (!goesOn(done)) return CALLED_OFF
    }
  }
  db.exec(`PRAGMA user_version = ${all.length}; PRAGMA application_id = ${APPLICATION_ID}`)
  return succeed(null)
}

const NOTHING: StoreSize = { documents: 0, revisions: 0 }

const sizeOf = (db: DatabaseSync): StoreSize => ({
  documents: numberOf(db, 'SELECT count(*) FROM documents'),
  revisions: numberOf(db, 'SELECT count(*) FROM revisions'),
})
