import { z } from 'zod'
import type { Found } from './found-rows.ts'
import { isStack, leadsTo } from './history-end.ts'
import type { FoundEntry, FoundRevision } from './row-shapes.ts'
import type { Sql } from './sql.ts'

/*
 * What can be undone, of a damaged file. With an entry missing, undo would lead further back than a person meant:
 * entries are taken where what they come to is what is there, and else left behind.
 */

/** The edits of a document all of whose revisions are in the store; `newest` is the last of them. */
export function salvageEdits(sql: Sql, found: Found, id: string, newest: FoundRevision): void {
  const entries = found.historyOf(id)
  const areEdits = entries.every(
    ({ document, action, from, to }) =>
      action === 'edit' && document === id && from !== null && to !== null && from < to,
  )
  if (areEdits && leadsTo(found, id, newest)) insert(sql, entries)
}

/** What was made, deleted and restored. */
export function salvageLibraryHistory(sql: Sql, found: Found): void {
  const entries = found.historyOf('library')
  const inBin = binAfter(entries)
  const rows = z
    .array(z.object({ id: z.string(), isInBin: z.int() }))
    .parse(sql.all`SELECT id, deleted_at IS NOT NULL AS isInBin FROM documents`)
  const documents = new Map(rows.map(({ id, isInBin }) => [id, isInBin === 1]))
  const fits = [...inBin].every(([id, isInBin]) => documents.get(id) === isInBin)
  const isOfDocuments = entries.every(
    ({ action, from, to }) => action !== 'edit' && from === null && to === null,
  )
  if (fits && isOfDocuments && isStack(entries)) insert(sql, entries)
}

/** Which documents are in the bin, and which are not, after what was done and undone in the library. */
export function binAfter(entries: readonly FoundEntry[]): ReadonlyMap<string, boolean> {
  const inBin = new Map<string, boolean>()
  for (const { document, action, undone } of entries) {
    if (undone === 0) inBin.set(document, action === 'bin')
    else if (!inBin.has(document)) inBin.set(document, action === 'unbin')
  }
  return inBin
}

function insert(sql: Sql, entries: readonly FoundEntry[]): void {
  for (const { scope, position, label, document, action, from, to, undone } of entries) {
    sql.run`
      INSERT INTO history (scope, position, label, document, action, from_revision, to_revision, undone)
      VALUES (${scope}, ${position}, ${label}, ${document}, ${action}, ${from}, ${to}, ${undone})`
  }
}
