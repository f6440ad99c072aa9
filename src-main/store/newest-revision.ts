import type { Found } from './found-rows.ts'
import type { FoundDocument, FoundRevision } from './row-shapes.ts'

/*
 * Which revision of a damaged file a document was at last. No checksum covers the number of a revision, nor what its
 * document says of it, so neither is taken where the other is against it: shown would be what was changed since.
 */

/** As it was written; null where that is not there. `document` is null where nothing but the revisions is found. */
export function newestRevision(
  found: Found,
  id: string,
  document: FoundDocument | null,
): FoundRevision | null {
  const numbers = found.numbersOf(id)
  const end = endOfRun(numbers)
  return document ? newestOf(found, numbers, end, document) : newestAlone(found, id, numbers, end)
}

/** From 1 on, as far as none is missing. */
function endOfRun(numbers: readonly number[]): number {
  const there = new Set(numbers)
  let end = 0
  while (there.has(end + 1)) end++
  return end
}

/** A number that is damaged leaves a gap, so where the run leads further than the document says, the document is. */
function newestOf(
  found: Found,
  numbers: readonly number[],
  end: number,
  document: FoundDocument,
): FoundRevision | null {
  const { id, name, updatedAt } = document
  // What lists say of a document is of its newest revision.
  const isOfDocument = (revision: FoundRevision) => revision.at === updatedAt && revision.name === name
  const last = Math.max(end, document.revision)
  if (numbers.includes(last)) {
    const copies = [...found.copiesOf(id, last)]
    return copies.find(isOfDocument) ?? copies[0] ?? null
  }
  for (const number of [end, ...numbers]) {
    for (const copy of found.copiesOf(id, number)) if (isOfDocument(copy)) return copy
  }
  return null
}

/** Nothing where the history names a later one than there is. */
function newestAlone(
  found: Found,
  id: string,
  numbers: readonly number[],
  end: number,
): FoundRevision | null {
  const newest = end === numbers.length ? found.revision(id, end) : latestOf(found, id, numbers)
  if (!newest) return null
  return found.historyOf(id).some(({ to }) => (to ?? 0) > newest.revision) ? null : newest
}

/** By when they were made, and of those of one instant by number, but for numbers that are higher than there are revisions. */
function latestOf(found: Found, id: string, numbers: readonly number[]): FoundRevision | null {
  let latest: FoundRevision | null = null
  for (const number of numbers) {
    for (const copy of found.copiesOf(id, number)) {
      if (!latest || isLater(copy, latest, numbers.length)) latest = copy
    }
  }
  return latest
}

function isLater(one: FoundRevision, other: FoundRevision, count: number): boolean {
  if (one.at !== other.at) return one.at > other.at
  if (one.revision <= count !== other.revision <= count) return one.revision <= count
  return one.revision > other.revision
}
