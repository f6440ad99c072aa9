import type { DatabaseSync } from 'node:sqlite'
import type { Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { inTransaction } from './database.ts'
import { guarded } from './disk-problem.ts'
import type { LogMark } from './log-mark.ts'
import type { OpenFile } from './open-file.ts'
import { createSql, type Sql } from './sql.ts'

/** The open database, which `restore` replaces by another; everything that reads or writes goes through here. */
export interface Session {
  /** What was read, or what the disk refused. */
  readonly read: <T>(work: (sql: Sql) => Result<T>) => Result<T>
  /** One transaction: on the disk when it answers, and nothing of it happened where it refuses. */
  readonly write: <T>(work: (sql: Sql) => Result<T>) => Result<T>
  readonly db: () => DatabaseSync
  /** What was wrong with the file when it was opened. */
  readonly trouble: () => StoreTrouble | null
  readonly replaceBy: (opened: OpenFile) => void
}

export function createSession(first: OpenFile, mark: LogMark): Session {
  let { db, trouble } = first
  let sql = createSql(db)
  return {
    read: (work) => guarded(() => work(sql)),
    write: (work) => guarded(() => mark.noting(db, () => inTransaction(db, () => work(sql)))),
    db: () => db,
    trouble: () => trouble,
    replaceBy: (next) => {
      ;({ db, trouble } = next)
      sql = createSql(db)
    },
  }
}
