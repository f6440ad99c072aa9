import { z } from 'zod'
import { DocumentSummary } from '#shared/library.ts'
import { firstOf, succeed, type Problem, type Result } from '#shared/problem.ts'
import type { StoreCheck } from '#shared/store.ts'
import type { Sql } from './sql.ts'
import { readDocument } from './documents.ts'
import { isDamagedRevision } from './revision-rows.ts'

/**
 * Looks at everything: SQLite's own structures, every document's present content, and the histories. What is wrong with
 * one document is one finding, whatever else it breaks.
 */
export function check(sql: Sql): Result<StoreCheck> {
  const documents = z.array(z.object({ id: z.string() })).parse(sql.all`SELECT id FROM documents ORDER BY id`)
  const damaged = [
    ...documents.flatMap(({ id }) => unreadable(sql, id)),
    ...inconsistentRevisions(sql),
    ...inconsistentHistories(sql),
  ]
  const structures = integrity(sql)
  // Looked up in damaged structures, anything may seem to be gone.
  const broken = structures.length > 0 ? [] : brokenReferences(sql)
  const findings = [...structures, ...firstOfEach([...damaged, ...broken])]
  return succeed({ checkedDocuments: documents.length, findings: [...firstOf(findings)] })
}

/** Whether SQLite's own structures are sound and no row names another that is gone. */
export const fitsTogether = (sql: Sql): boolean =>
  integrity(sql).length === 0 && brokenReferences(sql).length === 0

function firstOfEach(findings: readonly Problem[]): readonly Problem[] {
  const firsts = new Map<string, Problem>()
  for (const found of findings) if (!firsts.has(found.path)) firsts.set(found.path, found)
  return [...firsts.values()]
}

function integrity(sql: Sql): readonly Problem[] {
  const rows = z.array(z.object({ integrity_check: z.string() })).parse(sql.all`PRAGMA integrity_check(100)`)
  const [first, ...others] = rows
    .flatMap(({ integrity_check: text }) => text.split('\n'))
    .filter((text) => text !== 'ok' && !text.startsWith('***'))
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` (and ${others.length} more of the kind)`
  return [finding('store.corrupt', `The file is damaged: ${first}${more}`, '')]
}

/** Each with the document that it is of. */
const brokenReferences = (sql: Sql): readonly Problem[] =>
  z
    .array(z.object({ table: z.string(), document: z.string().nullable() }))
    .parse(
      sql.all`
        SELECT broken."table" AS "table",
          CASE broken."table"
            WHEN 'documents' THEN (SELECT id FROM documents WHERE rowid = broken.rowid)
            WHEN 'revisions' THEN (SELECT document FROM revisions WHERE rowid = broken.rowid)
            WHEN 'history' THEN (SELECT document FROM history WHERE rowid = broken.rowid)
          END AS document
        FROM pragma_foreign_key_check AS broken`,
    )
    .map(({ table, document }) =>
      finding('store.corrupt', `A row in ${table} names another that is gone.`, document ?? ''),
    )

function unreadable(sql: Sql, id: string): readonly Problem[] {
  const row = sql.get`
    SELECT id, kind, name, revision, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
    FROM documents WHERE id = ${id}`
  const summary = DocumentSummary.safeParse(row)
  if (!summary.success)
    return [finding('document.damaged', 'What lists say of this document is damaged.', id)]
  const document = readDocument(sql, summary.data)
  if (!document.ok) return document.problems.map(({ code, message }) => finding(code, message, id))
  const revisions = sql.all`SELECT revision, label, at, version FROM revisions WHERE document = ${id}`
  return revisions.some(isDamagedRevision)
    ? [finding('document.damaged', 'What the list of its versions says is damaged.', id)]
    : []
}

/** Revisions count 1, 2, 3 … to the one the document names, whose name is the document's. */
const inconsistentRevisions = (sql: Sql): readonly Problem[] =>
  ids(sql.all`
    SELECT id FROM documents JOIN revisions ON document = id
    GROUP BY id, documents.revision
    HAVING max(revisions.revision) <> documents.revision OR count(*) <> documents.revision
      OR max(revisions.revision = documents.revision AND revisions.name <> documents.name) = 1`).map((id) =>
    finding('document.damaged', 'Its revisions do not fit what lists say of it.', id),
  )

/** In a scope what was undone lies above what was not; an edit is of its own scope and leads forward. */
const inconsistentHistories = (sql: Sql): readonly Problem[] =>
  ids(sql.all`
    SELECT scope AS id FROM history
    GROUP BY scope
    HAVING coalesce(min(CASE WHEN undone = 1 THEN position END), 9e15) < max(CASE WHEN undone = 0 THEN position ELSE 0 END)
      OR max((action = 'edit') <> (scope = document)) = 1
      OR max(coalesce(from_revision >= to_revision, 0)) = 1`).map((scope) =>
    finding('history.damaged', 'What can be undone is not in order.', scope),
  )

const ids = (rows: unknown): readonly string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)

const finding = (code: string, message: string, path: string): Problem => ({ code, message, path })
