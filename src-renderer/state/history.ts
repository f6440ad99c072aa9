import type { HistoryScope, HistoryState } from '#shared/library.ts'
import { answers, useAnswer } from './answers.ts'

const NO_HISTORY: HistoryState = { undo: null, redo: null }

/** What undo and redo would do to whole scenarios, or within one. */
export const useHistory = (scope: HistoryScope): HistoryState =>
  useAnswer('history.state', { scope }).value ?? NO_HISTORY

/** What undo or redo would do, as far as it is known; null where it is known to do nothing, or nothing is known. */
export function stepTo(direction: keyof HistoryState, scope: HistoryScope): string | null {
  const history = answers.last('history.state', { scope })
  return history?.ok === true ? history.value[direction] : null
}

/** Whether the button of undo or redo is known to have nothing to do. */
export const hasNothingTo = (direction: keyof HistoryState, scope: HistoryScope): boolean =>
  stepTo(direction, scope) === null
