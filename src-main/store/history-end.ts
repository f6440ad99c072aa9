import type { Found } from './found-rows.ts'
import type { FoundEntry, FoundRevision } from './row-shapes.ts'
import { checksumOf } from './checksum.ts'

/** What was undone lies above what was not. */
export const isStack = (entries: readonly FoundEntry[]): boolean =>
  entries.every(({ undone }, index) => undone >= (entries[index - 1]?.undone ?? 0))

/** Whether the edits of a document name a later revision. */
export const namesLater = (found: Found, id: string, revision: number): boolean =>
  found.historyOf(id).some(({ from, to }) => Math.max(from ?? 0, to ?? 0) > revision)

/**
 * Whether the edits of a document come to a revision: to itself, or after undo and redo to the state that it is in once
 * more. Without any edits that is the first.
 */
export function leadsTo(found: Found, id: string, revision: FoundRevision): boolean {
  const edits = found.historyOf(id)
  if (namesLater(found, id, revision.revision) || !isStack(edits)) return false
  const done = edits.findLast(({ undone }) => undone === 0)
  const undone = edits.find((edit) => edit.undone === 1)
  if (!undone && (done?.to ?? 1) === revision.revision) return true
  if (revision.label === `Undo: ${undone?.label}`)
    return isInState(found, id, [undone?.from, done?.to], revision)
  return revision.label === `Redo: ${done?.label}` && isInState(found, id, [done?.to, undone?.from], revision)
}

/** Two edits may have the same label, so that it tells of neither how far was undone. */
function isInState(
  found: Found,
  id: string,
  numbers: readonly (number | null | undefined)[],
  revision: FoundRevision,
): boolean {
  const states = numbers.map((number) => (typeof number === 'number' ? found.revision(id, number) : null))
  const state = states.find((one) => one !== null)
  return state !== undefined && state !== null && checksumOf(state) === checksumOf(revision)
}
