import { DatabaseSync } from 'node:sqlite'
import { APPLICATION_ID, numberOf } from './database.ts'
import { diskProblem, isOfContent } from './disk-problem.ts'
import { isOfKnownFormat } from './file-header.ts'
import { schemaVersionOf } from './migrate.ts'
import { migrations, NEWEST_SCHEMA } from './migrations/index.ts'
import { hasSchema } from './schema.ts'

/** What a file is to us: `corrupt` also when it is no store of Tierwise's at all, `empty` before its first schema. */
export type Verdict = 'sound' | 'empty' | 'corrupt' | 'newerVersion'

/** Looks at an open store without changing it. Throws what is wrong with the disk rather than with the store. */
export function inspect(db: DatabaseSync): Verdict {
  try {
    if (isUntouched(db)) return 'empty'
    const version = schemaVersionOf(db)
    if (numberOf(db, 'PRAGMA application_id') !== APPLICATION_ID) return 'corrupt'
    if (version > NEWEST_SCHEMA) return hasSchemaOfOurs(db) ? 'corrupt' : 'newerVersion'
    if (version < 1 || !hasSchema(db, version)) return 'corrupt'
    return isSound(db) ? 'sound' : 'corrupt'
  } catch (error) {
    if (isOfContent(error)) return 'corrupt'
    throw error
  }
}

/** The same of a backup, which is only read. */
export function inspectFile(file: string): Verdict {
  try {
    if (!isOfKnownFormat(file)) return 'corrupt'
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      return inspect(db)
    } finally {
      db.close()
    }
  } catch (error) {
    if (diskProblem(error)) return 'corrupt'
    throw error
  }
}

/** As SQLite makes it, on its one page. A damaged store, too, may seem to have no tables. */
const isUntouched = (db: DatabaseSync): boolean =>
  numberOf(db, 'SELECT count(*) FROM sqlite_schema') === 0 &&
  numberOf(db, 'PRAGMA application_id') === 0 &&
  numberOf(db, 'PRAGMA user_version') === 0 &&
  numberOf(db, 'PRAGMA page_count') <= 1

const isSound = (db: DatabaseSync): boolean =>
  Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0] === 'ok'

/** A newer version has other tables, for which there are migrations: with one of ours, the number is damaged. */
const hasSchemaOfOurs = (db: DatabaseSync): boolean => migrations.some((_, index) => hasSchema(db, index + 1))
