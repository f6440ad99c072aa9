import { create } from 'zustand'
import type { DocumentSummary, HistoryState } from '#shared/library.ts'
import { type Result, succeed } from '#shared/result.ts'
import { latest } from '#renderer/queries/latest.ts'
import { call } from './backend.ts'
import { NO_HISTORY, reasonOf } from './open-scenario.ts'

export type SortKey = 'name' | 'updatedAt' | 'createdAt'

/** The list of scenarios as the Scenarios screen shows it. */
export interface Library {
  /** Those in the bin instead of those in use. */
  readonly bin: boolean
  readonly search: string
  readonly sort: { readonly by: SortKey; readonly down: boolean }
  /** As the store answered the search, not sorted; null until it has. */
  readonly documents: readonly DocumentSummary[] | null
  /** Why the list could not be read last, while `documents` are those of before; null where it could. */
  readonly unread: string | null
  readonly selected: string | null
  /** The scenario whose name is being typed. */
  readonly renaming: string | null
  readonly history: HistoryState
  /** What was done last, to be taken back if it was a mistake; or why it could not be done. */
  readonly report: Report | null
}

export interface Report {
  readonly kind: 'done' | 'refused' | 'wrongName'
  readonly text: string
}

export const EMPTY_LIBRARY: Library = {
  bin: false,
  search: '',
  sort: { by: 'updatedAt', down: true },
  documents: null,
  unread: null,
  selected: null,
  renaming: null,
  history: NO_HISTORY,
  report: null,
}

export const useLibrary = create<Library>(() => EMPTY_LIBRARY)

const setLibrary = (change: Partial<Library>): void => useLibrary.setState(change)

const ask = latest(listAll, (answer, _asked, outdated) => {
  if (outdated) return
  if (answer.ok) setLibrary({ documents: answer.value, unread: null })
  else setLibrary({ unread: reasonOf(answer.problems) })
})

/** As many as the store answers at once. */
const PAGE = 1000

/** All there are, page by page: what moves from one page to another meanwhile is told, and the list is read again. */
async function listAll({ bin, search }: { readonly bin: boolean; readonly search: string }) {
  const known = new Map<string, DocumentSummary>()
  for (let offset = 0; ; offset += PAGE) {
    const page = await call('library.list', { kind: 'scenario', deleted: bin, search, limit: PAGE, offset })
    if (!page.ok) return page
    for (const document of page.value) known.set(document.id, document)
    if (page.value.length < PAGE) return succeed([...known.values()])
  }
}

/** Reads the list again. */
export function refreshLibrary(): void {
  const { bin, search } = useLibrary.getState()
  ask({ bin, search })
}

export async function refreshLibraryHistory(): Promise<void> {
  const answer = await call('history.state', { scope: 'library' })
  if (answer.ok) setLibrary({ history: answer.value })
}

export function searchFor(search: string): void {
  setLibrary({ search })
  refreshLibrary()
}

export function showBin(bin: boolean): void {
  setLibrary({ bin, documents: null, selected: null, renaming: null, report: null })
  refreshLibrary()
}

export const select = (id: string | null): void => setLibrary({ selected: id })
export const startRenaming = (id: string | null): void => setLibrary({ renaming: id })

/** Says what is wrong with a name while it is typed; null takes that back, and nothing else that was said. */
export function sayWrongName(problem: string | null): void {
  if (problem !== null) return setLibrary({ report: { kind: 'wrongName', text: problem } })
  if (useLibrary.getState().report?.kind === 'wrongName') setLibrary({ report: null })
}

/** Sorts by a column; by the one that is sorted already, the other way round. */
export function sortBy(by: SortKey): void {
  const { sort } = useLibrary.getState()
  setLibrary({ sort: { by, down: sort.by === by ? !sort.down : by !== 'name' } })
}

/** The list in the order on screen. */
export function sorted({ documents, sort }: Pick<Library, 'documents' | 'sort'>): readonly DocumentSummary[] {
  const order = (documents ?? []).toSorted((one, other) =>
    sort.by === 'name'
      ? one.name.localeCompare(other.name, 'en', { numeric: true })
      : one[sort.by] < other[sort.by]
        ? -1
        : 1,
  )
  return sort.down ? order.toReversed() : order
}

/** Says what was done, or why not, and shows the list as it is now. */
export async function report<T>(answer: Result<T>, text: (value: T) => string): Promise<void> {
  setLibrary({
    report: answer.ok
      ? { kind: 'done', text: text(answer.value) }
      : { kind: 'refused', text: reasonOf(answer.problems) },
  })
  refreshLibrary()
  await refreshLibraryHistory()
}

/** The row that takes the place of one that goes. */
export function neighbourOf(id: string): string | null {
  const rows = sorted(useLibrary.getState())
  const place = rows.findIndex((row) => row.id === id)
  return (rows[place + 1] ?? rows[place - 1])?.id ?? null
}
