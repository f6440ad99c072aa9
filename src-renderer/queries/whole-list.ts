import type { Invoke } from '#shared/api.ts'
import type { DocumentSummary } from '#shared/library.ts'
import { type Result, succeed } from '#shared/result.ts'

/** Which scenarios: those in use or those in the bin that hold the words of a search. */
export interface ListWanted {
  readonly bin: boolean
  readonly search: string
  /** Only those that have this tag; null for all. */
  readonly tag: string | null
}

/** As many as the store answers at once. */
const PAGE = 1000

/** All scenarios there are, and what is of no kind that is known, page by page: one that moves to another page meanwhile is listed once. */
export async function wholeList(
  invoke: Invoke,
  { bin, search, tag }: ListWanted,
  signal: AbortSignal,
): Promise<Result<readonly DocumentSummary[]>> {
  const known = new Map<string, DocumentSummary>()
  for (let offset = 0; ; offset += PAGE) {
    const page = await invoke('library.list', {
      kind: 'scenario',
      withUnknown: true,
      deleted: bin,
      search,
      tag,
      limit: PAGE,
      offset,
    })
    if (!page.ok) return page
    for (const document of page.value) known.set(document.id, document)
    // Nobody wants the rest of a list that something else has taken the place of.
    if (page.value.length < PAGE || signal.aborted) return succeed([...known.values()])
  }
}
