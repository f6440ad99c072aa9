import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { DocumentSummary } from '#shared/library.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { APPLICATION_ID, inTransaction, numberOf, openDatabase } from './database.ts'
import { insertDocument, readDocument, readRevision, setDeletedAt } from './documents.ts'
import type { State } from './state.ts'
import { guarded } from './disk-problem.ts'
import { schemaVersionOf } from './migrate.ts'
import { NEWEST_SCHEMA } from './migrations/index.ts'
import { isReadWithLog } from './set-aside.ts'
import { createSql, type Sql } from './sql.ts'

interface Salvaged {
  readonly summary: DocumentSummary
  readonly state: State
}

const LABEL = 'Recovered from a damaged file'

/**
 * Copies into an empty store each document of a damaged file whose newest revision can be read and is as it was
 * written; its older revisions and what could be undone stay behind. They are made there `at` that instant. Answers
 * how many there were; refused by the disk of the new store, never by what is wrong with the damaged one.
 */
export function salvage(damaged: string, into: DatabaseSync, at: string): Result<number> {
  const documents = readableIn(damaged)
  const sql = createSql(into)
  return guarded(() =>
    inTransaction(into, () => {
      for (const { summary, state } of documents) {
        insertDocument(sql, summary.id, summary.kind, state, { label: LABEL, at })
        if (summary.deletedAt !== null) setDeletedAt(sql, summary.id, summary.deletedAt)
      }
      return succeed(documents.length)
    }),
  )
}

function readableIn(file: string): readonly Salvaged[] {
  return (
    attempt(() => {
      const db = isReadWithLog(file) ? openDatabase(file) : openUntouched(file)
      try {
        if (numberOf(db, 'PRAGMA application_id') !== APPLICATION_ID || schemaVersionOf(db) !== NEWEST_SCHEMA)
          return []
        const sql = createSql(db)
        return summariesIn(db).flatMap((summary) => stateOf(sql, summary) ?? [])
      } finally {
        db.close()
      }
    }) ?? []
  )
}

/** Nothing is written beside the file either: it is kept as it is. Of one with a log there is a copy. */
function openUntouched(file: string): DatabaseSync {
  const address = pathToFileURL(file)
  address.searchParams.set('immutable', '1')
  return new DatabaseSync(address, { readOnly: true })
}

/** Read from both ends, for whatever lies between may end a reading. */
function summariesIn(db: DatabaseSync): readonly DocumentSummary[] {
  const found = new Map<string, DocumentSummary>()
  for (const direction of ['ASC', 'DESC']) {
    attempt(() => {
      const rows = db
        .prepare(
          `SELECT id, kind, name, revision, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
           FROM documents NOT INDEXED ORDER BY rowid ${direction}`,
        )
        .iterate()
      for (const row of rows) {
        const summary = DocumentSummary.safeParse(row)
        if (summary.success) found.set(summary.data.id, summary.data)
      }
    })
  }
  return [...found.values()]
}

const stateOf = (sql: Sql, summary: DocumentSummary): Salvaged | undefined =>
  attempt(() => {
    const readable = readDocument(sql, summary)
    const row = readRevision(sql, summary.id, summary.revision)
    return readable.ok && row.ok ? { summary, state: row.value } : undefined
  })

/** Of a damaged file SQLite may say anything; whatever it says, there is nothing to be had then. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
