import { z } from 'zod'
import { DocumentId } from '#shared/library.ts'
import type { FilePages } from './file-pages.ts'
import { freePages } from './free-pages.ts'
import { type Row, rowOn, rowsOn } from './table-rows.ts'

/*
 * What lies in the tables of a damaged store, told by the shape of its rows: which table a page belongs to says only
 * the first page, and what leads to a page may be gone.
 */

const FoundDocument = z.object({
  id: DocumentId,
  kind: z.string(),
  revision: z.int().min(1),
  deletedAt: z.string().nullable(),
})
export type FoundDocument = z.infer<typeof FoundDocument>

const FoundEntry = z.object({
  scope: z.string(),
  position: z.int().min(1),
  label: z.string(),
  document: DocumentId,
  action: z.enum(['edit', 'bin', 'unbin']),
  from: z.int().nullable(),
  to: z.int().nullable(),
  undone: z.int().min(0).max(1),
})
export type FoundEntry = z.infer<typeof FoundEntry>

const FoundRevision = z.object({
  revision: z.int().min(1),
  label: z.string(),
  at: z.iso.datetime(),
  name: z.string(),
  content: z.string(),
  /** Null before there were named versions. */
  version: z.string().nullable(),
  /** Null before there were checksums. */
  checksum: z.string().nullable(),
})
export type FoundRevision = z.infer<typeof FoundRevision>

const FoundSetting = z.object({ key: z.string(), value: z.string() })
export type FoundSetting = z.infer<typeof FoundSetting>

export interface Found {
  /** One for each id. */
  readonly documents: readonly FoundDocument[]
  /** The numbers of the revisions that there are of a document. */
  readonly revisionsOf: (id: string) => readonly number[]
  /** As it was written, where it is found more than once as `isRight` says; null where it cannot be read. */
  readonly revision: (
    id: string,
    revision: number,
    isRight: (found: FoundRevision) => boolean,
  ) => FoundRevision | null
  /** In their order; none of a scope where it cannot be told which they are. */
  readonly historyOf: (scope: string) => readonly FoundEntry[]
  readonly settings: readonly FoundSetting[]
}

interface Place {
  readonly page: number
  readonly index: number
}

/** Looks at every page. Contents stay in the file until they are asked for: all of them may not fit in memory. */
export function findRows(pages: FilePages): Found {
  const documents = new Map<string, FoundDocument>()
  const revisions = new Map<string, Map<number, Place[]>>()
  const history = new Map<string, FoundEntry[]>()
  const settings = new Map<string, FoundSetting>()
  const free = freePages(pages)

  const take = (row: Row, place: Place): void => {
    const [first, second, fourth] = [row.at(0), row.at(1), row.at(3)]
    if (row.width === 2)
      return keep(settings, FoundSetting.safeParse({ key: first, value: second }).data, 'key')
    if (row.width < 6 || row.width > 8 || typeof first !== 'string') return
    if (typeof second === 'string') {
      const document = documentIn(row)
      if (document) documents.set(document.id, laterOf(documents.get(document.id), document))
    } else if (typeof second === 'number' && DocumentId.safeParse(fourth).success) {
      const entry = entryIn(row)
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
    for (let index = 0; index < rowsOn(page); index++) {
      const row = rowOn(pages, page, index)
      if (row) take(row, { page: number, index })
    }
  }

  return {
    documents: [...documents.values()],
    revisionsOf: (id) => [...(revisions.get(id)?.keys() ?? [])],
    revision: (id, revision, isRight) => {
      const places = revisions.get(id)?.get(revision) ?? []
      for (const { page, index } of places) {
        const row = rowOn(pages, pages.read(page), index)
        const found = row && revisionIn(row)
        if (found && isRight(found)) return found
      }
      return null
    },
    // On pages that are free there may be what was undone and then let go of.
    historyOf: (scope) => (free ? inOrder(history.get(scope) ?? []) : []),
    settings: [...settings.values()],
  }
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function keep<T extends Readonly<Record<K, string>>, K extends string>(
  all: Map<string, T>,
  found: T | undefined,
  key: K,
): void {
  if (found) all.set(found[key], found)
}

const documentIn = (row: Row): FoundDocument | undefined =>
  FoundDocument.safeParse({ id: row.at(0), kind: row.at(1), revision: row.at(3), deletedAt: row.at(6) }).data

const entryIn = (row: Row): FoundEntry | undefined =>
  FoundEntry.safeParse({
    scope: row.at(0),
    position: row.at(1),
    label: row.at(2),
    document: row.at(3),
    action: row.at(4),
    from: row.at(5),
    to: row.at(6),
    undone: row.at(7),
  }).data

const revisionIn = (row: Row): FoundRevision | undefined =>
  FoundRevision.safeParse({
    revision: row.at(1),
    label: row.at(2),
    at: row.at(3),
    name: row.at(4),
    content: row.at(5),
    version: row.width === 6 ? null : row.at(6),
    checksum: row.width === 6 ? null : row.at(7),
  }).data

/** Of two of one document, one of which was left on a page that is no longer in use: what is in doubt is in use. */
function laterOf(one: FoundDocument | undefined, other: FoundDocument): FoundDocument {
  if (!one || one.revision < other.revision) return other
  if (one.revision > other.revision || one.deletedAt === other.deletedAt) return one
  return { ...one, deletedAt: null }
}

/** Positions count 1, 2, 3 …; where two have one, or one is missing, nothing of it is taken. */
function inOrder(entries: readonly FoundEntry[]): readonly FoundEntry[] {
  const sorted = entries.toSorted((one, other) => one.position - other.position)
  return sorted.every(({ position }, index) => position === index + 1) ? sorted : []
}
