import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import { APPLICATION_ID, inTransaction, numberOf } from './database.ts'
import { migrations } from './migrations/index.ts'

export const schemaVersionOf = (db: DatabaseSync): number => numberOf(db, 'PRAGMA user_version')

/**
 * Takes a store to the newest schema, version by version; `backUp` is called before each and what it refuses ends
 * the work there, at a version that is whole. A new file has nothing to back up.
 */
export function migrate(db: DatabaseSync, backUp: () => Result<unknown>): Result<null> {
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1
    if (version <= schemaVersionOf(db)) continue
    if (index > 0 && numberOf(db, 'SELECT count(*) FROM documents') > 0) {
      const kept = backUp()
      if (!kept.ok) return kept
    }
    inTransaction(db, () => {
      migration(db)
      db.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = ${APPLICATION_ID}`)
      return succeed(null)
    })
  }
  return succeed(null)
}
