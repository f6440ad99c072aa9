import { type DocumentSummary, Revision } from '#shared/library.ts'
import { firstInstant } from './instants.ts'
import type { Sql } from './sql.ts'

type Row = Readonly<Record<string, unknown>>

/*
 * What the list of versions says of a revision. A date or number that is damaged keeps no version from the list and no
 * document from being read: its content has a checksum of its own. The check tells of it.
 */

/** The revisions of a document, newest first. */
export const revisionsIn = (sql: Sql, id: string): readonly Revision[] =>
  sql.all`SELECT revision, label, at, version FROM revisions WHERE document = ${id} ORDER BY revision DESC`.flatMap(
    (row) => (isNumber(row.revision) ? [revisionIn(sql, id, row)] : []),
  )

/** The newest there is of a document, whatever number lists say that it has. */
export const lastRevision = (sql: Sql, { id, revision }: Pick<DocumentSummary, 'id' | 'revision'>): number =>
  Revision.shape.revision.safeParse(
    sql.get`SELECT max(revision) AS revision FROM revisions WHERE document = ${id}`?.revision,
  ).data ?? revision

/** Of a row of `revisions` whose number can be one. */
export const revisionIn = (sql: Sql, id: string, row: Row): Revision => {
  const { revision, label, at, version } = row
  const read = Revision.safeParse({ revision, label, at, version })
  return read.success
    ? read.data
    : Revision.parse({ revision, label, at: instantBeside(sql, id, row), version })
}

/** Whether anything had to stand in for what the row says. */
export const isDamagedRevision = ({ revision, label, at, version }: Row): boolean =>
  !Revision.safeParse({ revision, label, at, version }).success

const isNumber = (value: unknown): boolean => Revision.shape.revision.safeParse(value).success

/** When the revision was made that is nearest. */
function instantBeside(sql: Sql, id: string, { revision }: Row): string {
  const rows = sql.all`SELECT at FROM revisions WHERE document = ${id} ORDER BY abs(revision - ${Number(revision)})`
  return firstInstant(...rows.map(({ at }) => at))
}
