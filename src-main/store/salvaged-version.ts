import { addRevision, insertDocument } from './documents.ts'
import { firstInstant } from './instants.ts'
import type { FoundRevision } from './row-shapes.ts'
import type { Sql } from './sql.ts'

interface Place {
  readonly id: string
  readonly kind: string
  /** The first makes the document. */
  readonly number: number
  /** Stands in for when it was made, where that is damaged. */
  readonly before: string
}

/** Makes a version the newest of its document, under the name that a person gave it; answers when it was made. */
export function insertVersion(sql: Sql, { id, kind, number, before }: Place, found: FoundRevision): string {
  const { label, version } = found
  const at = firstInstant(found.at, before)
  if (number === 1) insertDocument(sql, id, kind, found, { label, at })
  else addRevision(sql, { id, revision: number - 1 }, found, { label, at })
  if (version !== null)
    sql.run`UPDATE revisions SET version = ${version} WHERE document = ${id} AND revision = ${number}`
  return at
}
