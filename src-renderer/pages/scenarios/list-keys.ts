import type { KeyboardEvent } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { select, selectBeside, useLibrary } from '#renderer/state/library.ts'
import { restoreScenario, visit } from '#renderer/state/library-actions.ts'
import { rowByKey } from '#renderer/tables/row-by-key.ts'

/** How the scenarios lie on the screen. */
interface Laid {
  readonly rows: readonly DocumentSummary[]
  /** How many are beside one another. */
  readonly columns: number
  /** How many a page of them holds. */
  readonly page: number
}

/** How many a key moves; Home and End go to the ends, and sideways is a way where several are in a row. */
function targetOf(key: string, place: number, { rows, columns, page }: Laid): number | undefined {
  const last = rows.length - 1
  if (columns === 1) return rowByKey(key, place, { last, page })
  switch (key) {
    case 'ArrowDown':
      return place + columns > last ? place : place + columns
    case 'ArrowUp':
      return place - columns < 0 ? place : place - columns
    case 'ArrowRight':
      return Math.min(last, place + 1)
    case 'ArrowLeft':
      return Math.max(0, place - 1)
    default:
      return rowByKey(key, place, { last, page })
  }
}

/** Moves through the scenarios; with Shift the second of two moves, to be compared with the first. */
export function onListKey(event: KeyboardEvent<HTMLElement>, laid: Laid): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const { selected, beside, bin } = useLibrary.getState()
  if (event.key === 'Enter' && selected !== null) {
    event.preventDefault()
    return void (bin ? restoreScenario(selected) : visit(selected))
  }
  const from = event.shiftKey ? (beside ?? selected) : selected
  const to = targetOf(
    event.key,
    laid.rows.findIndex(({ id }) => id === from),
    laid,
  )
  if (to === undefined) return
  event.preventDefault()
  const row = laid.rows[to]
  if (!row) return
  if (!event.shiftKey) select(row.id)
  else if (row.id !== from) selectBeside(row.id)
}
