import { create } from 'zustand'
import type { Result } from '#shared/result.ts'
import { reasonOf } from './open-scenario.ts'

export type SortKey = 'name' | 'updatedAt' | 'createdAt'

/** How the Scenarios screen looks at the scenarios, and what a person does with them there. */
export interface Library {
  /** Those in the bin instead of those in use. */
  readonly bin: boolean
  /** The teaching examples instead of the scenarios. */
  readonly examples: boolean
  readonly search: string
  /** Only those that have this tag; null for all. */
  readonly tag: string | null
  readonly sort: { readonly by: SortKey; readonly down: boolean }
  readonly selected: string | null
  /** The second of two that are selected, to be compared with the first; null where one is. */
  readonly beside: string | null
  /** The two are shown side by side. */
  readonly comparing: boolean
  /** The scenario whose name is being typed. */
  readonly renaming: string | null
  /** What was done last, to be taken back if it was a mistake; or why it could not be done. */
  readonly report: Report | null
}

export type Report =
  | { readonly kind: 'done' | 'refused' | 'wrongName'; readonly text: string }
  | { readonly kind: 'damaged'; readonly text: string; readonly older: OlderVersion }

/** The newest version that can be read of a scenario whose last one cannot. */
export interface OlderVersion {
  readonly id: string
  readonly revision: number
  readonly at: string
}

export const EMPTY_LIBRARY: Library = {
  bin: false,
  examples: false,
  search: '',
  tag: null,
  sort: { by: 'updatedAt', down: true },
  selected: null,
  beside: null,
  comparing: false,
  renaming: null,
  report: null,
}

export const useLibrary = create<Library>(() => EMPTY_LIBRARY)

const setLibrary = (change: Partial<Library>): void => useLibrary.setState(change)

export const searchFor = (search: string): void => setLibrary({ search })

export const filterByTag = (tag: string | null): void => setLibrary({ tag })

export const showBin = (bin: boolean): void =>
  setLibrary({ bin, examples: false, selected: null, beside: null, renaming: null, report: null })

export const showExamples = (): void =>
  setLibrary({ examples: true, bin: false, selected: null, beside: null, renaming: null, report: null })

export const select = (id: string | null): void => setLibrary({ selected: id, beside: null })

/** Selects a second one beside the first, or lets go of it; where none is selected it is the first. */
export function selectBeside(id: string): void {
  const { selected, beside } = useLibrary.getState()
  if (selected === null) select(id)
  else setLibrary({ beside: id === beside || id === selected ? null : id })
}

/** Shows the two that are selected side by side. */
export function compareTwo(): void {
  if (useLibrary.getState().beside !== null) setLibrary({ comparing: true })
}

export const endComparing = (): void => setLibrary({ comparing: false })
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

/** Says that a scenario cannot be opened as it is, and which older version of it can. */
export const reportDamaged = (text: string, older: OlderVersion): void =>
  setLibrary({ report: { kind: 'damaged', text, older } })

/** Says what was done, or why not. */
export const report = <T>(answer: Result<T>, text: (value: T) => string): void =>
  setLibrary({
    report: answer.ok
      ? { kind: 'done', text: text(answer.value) }
      : { kind: 'refused', text: reasonOf(answer.problems) },
  })
