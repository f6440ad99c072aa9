import { create } from 'zustand'
import type { Member } from '#shared/account.ts'
import { contentNow } from '#renderer/state/draft.ts'
import { AT_THE_TOP, type GridState } from './grid-state.ts'

/** What stands over the inputs: a list that is pasted, the text of which it begins with, or a question. */
export type PeopleDialog =
  { readonly kind: 'none' } | { readonly kind: 'paste'; readonly text: string } | { readonly kind: 'remove' }

interface PeopleView extends GridState {
  readonly dialog: PeopleDialog
  /** What was just done, or why it was not. */
  readonly said: string
  /** The people it was said of: it is old news where they are others. */
  readonly saidOf: readonly Member[]
}

const AT_FIRST: PeopleView = { ...AT_THE_TOP, dialog: { kind: 'none' }, said: '', saidOf: [] }

/** How the people on screen are looked at. */
export const useGrid = create<PeopleView>(() => AT_FIRST)

export const setGrid = (change: Partial<PeopleView>): void => useGrid.setState(change)

/** Another scenario is looked at from its top. */
export const beginGrid = (): void => useGrid.setState(AT_FIRST, true)

const NOBODY: readonly Member[] = []

export const say = (said: string): void => setGrid({ said, saidOf: contentNow()?.scenario.members ?? NOBODY })

export const openDialog = (dialog: PeopleDialog): void => setGrid({ dialog, typed: null })

export const closeDialog = (): void => {
  setGrid({ dialog: { kind: 'none' } })
  focusGrid()
}

export const PEOPLE_GRID_ID = 'people-grid'

export const cellId = (row: number, column: string): string => `people-${String(row)}-${column}`

export const focusGrid = (): void => document.getElementById(PEOPLE_GRID_ID)?.focus({ preventScroll: true })
