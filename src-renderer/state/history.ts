import type { HistoryScope, HistoryState } from '#shared/library.ts'
import { answers, useAnswer } from './answers.ts'

const NO_HISTORY: HistoryState = { undo: null, redo: null }

/** What undo and redo would do to whole scenarios, or within one. */
export const useHistory = (scope: HistoryScope): HistoryState =>
  useAnswer('history.state', { scope }).value ?? NO_HISTORY

/** Whether the button of undo or redo is known to have nothing to do. */
export function hasNothingTo(direction: keyof HistoryState, scope: HistoryScope): boolean {
  const history = answers.last('history.state', { scope })
  return !history?.ok || history.value[direction] === null
}
