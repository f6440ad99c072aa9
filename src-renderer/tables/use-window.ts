import { type RefObject, useLayoutEffect, useState } from 'react'

export interface RowWindow {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

const SPARE_ROWS = 12

/** Which rows of equal height are near the visible part of a box that scrolls. */
export function rowsInView(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE_ROWS)
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + SPARE_ROWS)
  return { first: Math.min(first, end), end }
}

/** Only rows near the visible part are drawn: a long list costs no more than a short one. */
export function useWindow(box: RefObject<HTMLElement | null>, rowHeight: number, count: number): RowWindow {
  const [view, setView] = useState<RowWindow>({ first: 0, end: Math.min(count, 60) })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const follow = () => {
      const now = rowsInView(element.scrollTop, element.clientHeight, rowHeight, count)
      setView((before) => (before.first === now.first && before.end === now.end ? before : now))
    }
    follow()
    element.addEventListener('scroll', follow, { passive: true })
    const resized = new ResizeObserver(follow)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', follow)
      resized.disconnect()
    }
  }, [box, rowHeight, count])
  return { first: Math.min(view.first, count), end: Math.min(view.end, count) }
}
