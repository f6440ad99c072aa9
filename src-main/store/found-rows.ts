import { DocumentId } from '#shared/library.ts'
import type { FilePages } from './file-pages.ts'
import { freePages } from './free-pages.ts'
import { documentIn, entryIn, revisionIn, settingIn } from './row-shapes.ts'
import type { FoundDocument, FoundEntry, FoundRevision, FoundSetting } from './row-shapes.ts'
import { type Row, rowOn, rowsBeyond, rowsOn } from './table-rows.ts'
import { isLikeOneOf, withIdsMended } from './flipped-ids.ts'

/*
 * What lies in the tables of a damaged store, told by the shape of its rows: which table a page belongs to says only
 * the first page, and what leads to a page may be gone.
 */

export interface Found {
  /** The ids of all documents that anything is found of. */
  readonly ids: readonly string[]
  /** What lists say of a document; null where that is not found. */
  readonly document: (id: string) => ListedDocument | null
  /** The numbers of the revisions that there are of a document, each once. */
  readonly numbersOf: (id: string) => readonly number[]
  /** As it was written; null where there is no such revision. */
  readonly revision: (id: string, revision: number) => FoundRevision | null
  /** All that have this number, as they were written: a damaged number may be that of another. */
  readonly copiesOf: (id: string, revision: number) => Iterable<FoundRevision>
  /** In their order; none of a scope where it cannot be told which they are. */
  readonly historyOf: (scope: string) => readonly FoundEntry[]
  readonly settings: readonly FoundSetting[]
}

export interface ListedDocument extends FoundDocument {
  /** Whether a page counts it as one of its rows, so that it is no older one that was moved or taken away. */
  readonly isCounted: boolean
}

/**
 * Where a row lies. What a page counts as its rows is trusted before what lies behind these: that may be what was moved
 * or taken away, or rows of its own where the count is damaged.
 */
interface Place {
  readonly page: number
  readonly index: number
  readonly isCounted: boolean
}

/**
 * Looks at every page; `isAsWritten` tells whether a revision is what it was. Contents stay in the file until they are
 * asked for: all of them may not fit in memory.
 */
export function findRows(pages: FilePages, isAsWritten: (found: FoundRevision) => boolean): Found {
  const documents = new Map<string, ListedDocument>()
  const [settings, settingsBeyond] = [new Map<string, FoundSetting>(), new Map<string, FoundSetting>()]
  const revisions = new Map<string, Map<number, Place[]>>()
  const history = new Map<string, FoundEntry[]>()
  const free = freePages(pages)

  const take = (row: Row, place: Place): void => {
    const { isCounted } = place
    const [first, second, fourth] = [row.at(0), row.at(1), row.at(3)]
    if (row.width === 2) {
      const setting = settingIn(row)
      if (setting) (isCounted ? settings : settingsBeyond).set(setting.key, setting)
      return
    }
    if (row.width < 6 || row.width > 8 || typeof first !== 'string') return
    if (typeof second === 'string') {
      const document = documentIn(row)
      if (document)
        documents.set(document.id, trustedOf(documents.get(document.id), { ...document, isCounted }))
    } else if (typeof second === 'number' && DocumentId.safeParse(fourth).success) {
      // Behind the rows there may be what was undone and then let go of.
      const entry = isCounted ? entryIn(row) : undefined
      if (entry) listIn(history, entry.scope).push(entry)
    } else if (typeof second === 'number') {
      const ofDocument = revisions.get(first) ?? new Map<number, Place[]>()
      listIn(ofDocument, second).push(place)
      revisions.set(first, ofDocument)
    }
  }

  // The first page has the schema.
  for (let number = 2; number <= pages.count; number++) {
    if (free?.has(number)) continue
    const page = pages.read(number)
    const counted = rowsOn(page)
    const isCounted = !pages.isInDoubt(number)
    for (let index = 0; index < counted; index++) {
      const row = rowOn(pages, page, index)
      if (row) take(row, { page: number, index, isCounted })
    }
    for (const [index, row] of rowsBeyond(pages, page)) take(row, { page: number, index, isCounted: false })
  }

  const listed = withIdsMended(documents, revisions)
  const known = new Set([...listed.keys(), ...revisions.keys()])
  const named = [...history.values()].flatMap((entries) => entries.map(({ document }) => document))
  const copiesAt = function* (places: readonly Place[]): Iterable<FoundRevision> {
    for (const { page, index } of places) {
      const row = rowOn(pages, pages.read(page), index)
      const found = row && revisionIn(row)
      if (found && isAsWritten(found)) yield found
    }
  }
  const copiesOf = function* (id: string, revision: number): Iterable<FoundRevision> {
    const places = revisions.get(id)?.get(revision) ?? []
    yield* copiesAt(places.filter(({ isCounted }) => isCounted))
    yield* copiesAt(places.filter(({ isCounted }) => !isCounted))
  }
  const isThere = (places: readonly Place[]): boolean =>
    places.some(({ isCounted }) => isCounted) || firstIn(copiesAt(places)) !== null

  return {
    ids: [...known, ...new Set(named.filter((id) => !known.has(id) && !isLikeOneOf(id, known)))].filter(
      (id) => DocumentId.safeParse(id).success,
    ),
    document: (id) => listed.get(id) ?? null,
    numbersOf: (id) =>
      [...(revisions.get(id) ?? [])].filter(([, places]) => isThere(places)).map(([number]) => number),
    revision: (id, revision) => firstIn(copiesOf(id, revision)),
    copiesOf,
    // On pages that are free there may be what was undone and then let go of.
    historyOf: (scope) => (free ? inOrder(history.get(scope) ?? []) : []),
    settings: [...new Map([...settingsBeyond, ...settings]).values()],
  }
}

function firstIn<T>(all: Iterable<T>): T | null {
  for (const one of all) return one
  return null
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** Of two of one document, one of which was left on a page that is no longer in use: what is in doubt is in use. */
function trustedOf(one: ListedDocument | undefined, other: ListedDocument): ListedDocument {
  if (!one) return other
  if (one.isCounted !== other.isCounted) return one.isCounted ? one : other
  if (one.revision < other.revision) return other
  if (one.revision > other.revision || one.deletedAt === other.deletedAt) return one
  return { ...one, deletedAt: null }
}

/** Positions count 1, 2, 3 …; where two have one, or one is missing, nothing of it is taken. */
function inOrder(entries: readonly FoundEntry[]): readonly FoundEntry[] {
  const sorted = entries.toSorted((one, other) => one.position - other.position)
  return sorted.every(({ position }, index) => position === index + 1) ? sorted : []
}
