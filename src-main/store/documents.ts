import { z } from 'zod'
import { DocumentKind, type DocumentSummary, type Revision, StoredDocument } from '#shared/library.ts'
import { inPlainWords } from '#shared/plain-words.ts'
import { type Problem, refuse, succeed, type Result } from '#shared/problem.ts'
import { beyondBounds } from './beyond-bounds.ts'
import { checksumOf } from './checksum.ts'
import { parsedJson } from './json-text.ts'
import type { Sql } from './sql.ts'
import { lastRevision, revisionIn } from './revision-rows.ts'
import { searchText } from './search-text.ts'
import { bearing, type State } from './state.ts'
import { findSummary } from './summaries.ts'

/*
 * Documents and revisions as rows. These run within a transaction of the caller's. No revision is ever taken away:
 * undo goes back to the first, across restarts, and every entry of the history names the two it leads between.
 */

/** What the schema of the tables alone makes sure of. */
const Written = z.object({ name: z.string(), content: z.string(), checksum: z.string() })
export type WrittenRevision = Revision & z.infer<typeof Written>

export interface Stamp {
  readonly label: string
  /** ISO instant. */
  readonly at: string
}

/** Refused with `document.unknown`. */
export function summaryOf(sql: Sql, id: string): Result<DocumentSummary> {
  const summary = findSummary(sql, id)
  if (summary) return succeed(summary)
  return refuse({ code: 'document.unknown', message: 'There is no such document.', path: 'id' })
}

/** The same of one that is in use: what is in the bin is not changed. */
export function summaryInUse(sql: Sql, id: string): Result<DocumentSummary> {
  const summary = summaryOf(sql, id)
  if (!summary.ok || summary.value.deletedAt === null) return summary
  const message = `“${summary.value.name}” is in the bin; restore it to change it.`
  return refuse({ code: 'document.deleted', message, path: 'id' })
}

/** Refused with `revision.unknown`. */
export function readRevision(sql: Sql, id: string, revision: number): Result<WrittenRevision> {
  const row = sql.get`
    SELECT revision, label, at, version, name, content, checksum
    FROM revisions WHERE document = ${id} AND revision = ${revision}`
  if (row) return succeed({ ...Written.parse(row), ...revisionIn(sql, id, row) })
  const message = `There is no revision ${revision} of this document.`
  return refuse({ code: 'revision.unknown', message, path: 'revision' })
}

/**
 * A document as it was at a revision. Refused with `document.damaged` where that can no longer be read, with
 * `document.beyond_bounds` where it is as it was written but holds more than is read, and with `document.kind` where it
 * is of a kind that is none of ours.
 */
export function readDocument(
  sql: Sql,
  summary: DocumentSummary,
  revision = summary.revision,
): Result<StoredDocument> {
  const row = readRevision(sql, summary.id, revision)
  if (!row.ok) return revision === summary.revision ? refuse(damaged(summary)) : row
  const { name, at, content, checksum } = row.value
  const isAsWritten = checksum === checksumOf(row.value)
  if (isAsWritten && !DocumentKind.safeParse(summary.kind).success) return refuse(ofUnknownKind(summary))
  const stored = {
    ...summary,
    name,
    revision,
    updatedAt: at,
    content: isAsWritten ? parsedJson(content) : undefined,
  }
  const document = StoredDocument.safeParse(stored, { error: inPlainWords })
  if (document.success) return succeed(named(document.data))
  const excess = isAsWritten ? beyondBounds(summary.name, document.error.issues) : undefined
  if (excess !== undefined) return refuse(excess)
  return refuse(damaged(summary))
}

const damaged = ({ name }: DocumentSummary): Problem => ({
  code: 'document.damaged',
  message: `“${name}” is damaged and cannot be read. An older version of it, or a backup, may be sound.`,
  path: 'id',
})

const ofUnknownKind = ({ name, kind }: DocumentSummary): Problem => ({
  code: 'document.kind',
  message: `“${name}” is of a kind that this Tierwise does not know (“${kind}”), so it cannot be opened or changed. It is kept as it is.`,
  path: 'id',
})

/** What was written before scenarios took their document's name has it when it is read. */
const named = (document: StoredDocument): StoredDocument =>
  document.kind === 'scenario' ? { ...document, content: bearing(document.name, document.content) } : document

export function insertDocument(sql: Sql, id: string, kind: string, state: State, stamp: Stamp): void {
  sql.run`
    INSERT INTO documents (id, kind, name, revision, created_at, updated_at, deleted_at, search)
    VALUES (${id}, ${kind}, ${state.name}, 1, ${stamp.at}, ${stamp.at}, NULL, ${searchText(state.name, state.content)})`
  insertRevision(sql, id, 1, state, stamp)
}

/** Makes a state the newest revision and answers its number, which no other has, whatever lists say. */
export function addRevision(
  sql: Sql,
  summary: Pick<DocumentSummary, 'id' | 'revision'>,
  state: State,
  stamp: Stamp,
): number {
  const revision = lastRevision(sql, summary) + 1
  insertRevision(sql, summary.id, revision, state, stamp)
  sql.run`
    UPDATE documents
    SET name = ${state.name}, revision = ${revision}, updated_at = ${stamp.at},
      search = ${searchText(state.name, state.content)}
    WHERE id = ${summary.id}`
  return revision
}

function insertRevision(sql: Sql, id: string, revision: number, state: State, { label, at }: Stamp): void {
  sql.run`
    INSERT INTO revisions (document, revision, label, at, name, content, checksum)
    VALUES (${id}, ${revision}, ${label}, ${at}, ${state.name}, ${state.content}, ${checksumOf(state)})`
}

export function setDeletedAt(sql: Sql, id: string, at: string | null): void {
  sql.run`UPDATE documents SET deleted_at = ${at} WHERE id = ${id}`
}
