import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export interface RowWindow {
  /** The rows to draw: the first, and one past the last. */
  readonly first: number
  readonly end: number
  /** Scrolls as far as it takes for a row to be whole in sight, clear of the head. */
  readonly show: (row: number) => void
}

const SPARE_ROWS = 12

/**
 * Only rows near the visible part of a box that scrolls are drawn: a long list costs no more than a short one. All are
 * equally high, under a head that stays in sight. The linter's `react/incompatible-library` is off for this file: it
 * warns of hooks that the React Compiler cannot memoise, and none compiles this program.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  { row, head }: { readonly row: number; readonly head: number },
): RowWindow {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => row,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: SPARE_ROWS,
  })
  const drawn = rows.getVirtualItems()
  const first = drawn.at(0)?.index ?? 0
  return { first, end: first + drawn.length, show: rows.scrollToIndex }
}
