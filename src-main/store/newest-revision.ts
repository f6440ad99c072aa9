import type { Found, ListedDocument } from './found-rows.ts'
import { leadsTo, namesLater } from './history-end.ts'
import type { FoundRevision } from './row-shapes.ts'

/*
 * Which revision of a damaged file a document was at last. No checksum covers the number of a revision, nor what its
 * document says of it, so neither is taken where the other is against it: shown would be what was changed since. For
 * the same reason the last that is found is not taken where nothing vouches for its being the last.
 */

/** As it was written; null where that is not there, or in doubt. */
export function newestRevision(found: Found, id: string): FoundRevision | null {
  const document = found.document(id)
  const numbers = found.numbersOf(id)
  const end = endOfRun(numbers)
  // What is no longer counted may have been moved or taken away since.
  if (!document?.isCounted) return newestByHistory(found, id, numbers, end)
  const last = Math.max(end, document.revision)
  if (!numbers.includes(last)) return newestUnderOtherNumber(found, document, numbers, end)
  // Of the log of a damaged file the page of a list may be older than that of what was done.
  if (namesLater(found, id, last)) return null
  const copies = [...found.copiesOf(id, last)]
  const copy = copies.find((one) => isOf(document, one))
  if (copy) return copy
  return last === document.revision ? (copies[0] ?? null) : newestByHistory(found, id, numbers, end)
}

/** From 1 on, as far as none is missing. */
function endOfRun(numbers: readonly number[]): number {
  const there = new Set(numbers)
  let end = 0
  while (there.has(end + 1)) end++
  return end
}

/** What lists say of a document is of its newest revision. */
const isOf = ({ name, updatedAt }: ListedDocument, revision: FoundRevision): boolean =>
  revision.at === updatedAt && revision.name === name

/** A number that is damaged leaves a gap: of the revision's, of the document's, one is. */
function newestUnderOtherNumber(
  found: Found,
  document: ListedDocument,
  numbers: readonly number[],
  end: number,
): FoundRevision | null {
  const { id } = document
  const hasHistory = found.historyOf(id).length > 0
  for (const number of [end, ...numbers]) {
    const copies = [...found.copiesOf(id, number)]
    const isInDoubt = number > end || copies.length > 1
    const mayBe = isInDoubt ? [number, document.revision] : [number]
    for (const copy of copies) {
      if (!isOf(document, copy)) continue
      if (!hasHistory || mayBe.some((revision) => leadsTo(found, id, { ...copy, revision }))) return copy
    }
  }
  return null
}

/** The last that is found, where what was done and undone comes to it. */
function newestByHistory(
  found: Found,
  id: string,
  numbers: readonly number[],
  end: number,
): FoundRevision | null {
  const newest = end === numbers.length ? found.revision(id, end) : latestOf(found, id, numbers)
  if (!newest) return null
  const mayBe = newest.revision > end ? [newest.revision, end + 1] : [newest.revision]
  return mayBe.some((revision) => leadsTo(found, id, { ...newest, revision })) ? newest : null
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
