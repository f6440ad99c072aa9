import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useView } from '#renderer/state/view.ts'

/**
 * Keeps the head of the months where it is on the screen when they turn from chart to table or back: in a wide window
 * the table takes a place of its own, and the page scrolls by as much, so that the switch stays under the pointer. For
 * a component that draws anew with `monthTable`.
 */
export function useSteadyMonths(head: RefObject<HTMLElement | null>): void {
  const before = useRef<number | null>(null)
  // The store tells of the change before anything is drawn anew.
  useEffect(
    () =>
      useView.subscribe((view, last) => {
        if (view.monthTable !== last.monthTable) before.current = topOf(head.current)
      }),
    [head],
  )
  useLayoutEffect(() => {
    const was = before.current
    if (was === null) return
    before.current = null
    const top = (topOf(head.current) ?? was) - was
    head.current?.closest('main')?.scrollBy({ top, behavior: 'instant' })
  })
}

const topOf = (element: HTMLElement | null): number | null => element?.getBoundingClientRect().top ?? null
