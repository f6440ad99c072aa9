import { z } from 'zod'
import { DocumentId, DocumentKind, DocumentSummary } from '#shared/library.ts'
import { firstInstant } from './instants.ts'
import type { Sql } from './sql.ts'

/*
 * What lists say of a document. A date or number that is damaged keeps no document from a list: a person who does not
 * see it takes it for lost. The check tells of it.
 */

export function findSummary(sql: Sql, id: string): DocumentSummary | null {
  const row = sql.get`
    SELECT id, kind, name, revision, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
    FROM documents WHERE id = ${id}`
  return row ? summaryIn(sql, row) : null
}

/** Of a row of `documents`; null where not even its id can be one. */
export function summaryIn(sql: Sql, row: Readonly<Record<string, unknown>>): DocumentSummary | null {
  return DocumentSummary.safeParse(row).data ?? DocumentSummary.safeParse(mended(sql, row)).data ?? null
}

const HEX = '[0-9a-fA-F]'
/** What ids look like as they are made; another may still be one. */
const MADE_ID = [
  HEX.repeat(8),
  HEX.repeat(4),
  `[1-8]${HEX.repeat(3)}`,
  `[89abAB]${HEX.repeat(3)}`,
  HEX.repeat(12),
].join('-')

/** The ids that can be none, whose documents are in no list: a list leaves them out before it counts its page. */
export const damagedIds = (sql: Sql): readonly string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(sql.all`SELECT id FROM documents WHERE id NOT GLOB ${MADE_ID}`)
    .map(({ id }) => id)
    .filter((id) => !DocumentId.safeParse(id).success)

const Count = z.int().min(1)

/** What its revisions say stands in for what is damaged. */
function mended(sql: Sql, row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const id = String(row.id)
  const first = sql.get`SELECT at FROM revisions WHERE document = ${id} ORDER BY revision LIMIT 1`
  const last = sql.get`SELECT revision, at FROM revisions WHERE document = ${id} ORDER BY revision DESC LIMIT 1`
  const updatedAt = firstInstant(row.updatedAt, last?.at)
  return {
    ...row,
    revision: [row.revision, last?.revision].map((number) => Count.safeParse(number).data).find(Boolean) ?? 1,
    createdAt: firstInstant(row.createdAt, first?.at),
    updatedAt,
    deletedAt: row.deletedAt === null ? null : firstInstant(row.deletedAt, updatedAt),
  }
}

/** Those in the store that are none of ours: made by a newer Tierwise, or damaged. */
export const unknownKinds = (sql: Sql): readonly string[] =>
  z
    .array(z.object({ kind: z.string() }))
    .parse(
      sql.all`
        SELECT DISTINCT kind FROM documents
        WHERE kind NOT IN (SELECT value FROM json_each(${JSON.stringify(DocumentKind.options)}))`,
    )
    .map(({ kind }) => kind)
