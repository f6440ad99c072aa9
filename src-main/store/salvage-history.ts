import { z } from 'zod'
import type { Found } from './found-rows.ts'
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
      action === 'edit' &&
      document === id &&
      from !== null &&
      to !== null &&
      from < to &&
      to <= newest.revision,
  )
  if (areEdits && isStack(entries) && leadsTo(entries, newest)) insert(sql, entries)
}

/** What was made, deleted and restored. */
export function salvageLibraryHistory(sql: Sql, found: Found): void {
  const entries = found.historyOf('library')
  const inBin = new Map<string, boolean>()
  for (const { document, action, undone } of entries) {
    if (undone === 0) inBin.set(document, action === 'bin')
    else if (!inBin.has(document)) inBin.set(document, action === 'unbin')
  }
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

/** What was undone lies above what was not. */
const isStack = (entries: readonly FoundEntry[]): boolean =>
  entries.every(({ undone }, index) => undone >= (entries[index - 1]?.undone ?? 0))

/** Whether the newest revision came from what lies on top: an edit, or its being undone or redone. */
function leadsTo(entries: readonly FoundEntry[], { revision, label }: FoundRevision): boolean {
  const done = entries.findLast(({ undone }) => undone === 0)
  const undone = entries.find((entry) => entry.undone === 1)
  if (label === `Undo: ${undone?.label}` || label === `Redo: ${done?.label}`) return true
  return undone === undefined && (done?.to ?? 1) === revision
}

function insert(sql: Sql, entries: readonly FoundEntry[]): void {
  for (const { scope, position, label, document, action, from, to, undone } of entries) {
    sql.run`
      INSERT INTO history (scope, position, label, document, action, from_revision, to_revision, undone)
      VALUES (${scope}, ${position}, ${label}, ${document}, ${action}, ${from}, ${to}, ${undone})`
  }
}
