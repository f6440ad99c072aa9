import { type RefObject, useLayoutEffect } from 'react'

/** The screen itself: where keys go on from when nothing on it is a better heir. */
export const theScreen = (): HTMLElement | null => document.querySelector('main')

export const byId =
  (id: string): (() => HTMLElement | null) =>
  () =>
    document.getElementById(id)

/**
 * Gives the focus to `heir` where what `ref` holds goes away while it has the focus. Otherwise it falls to the page as
 * a whole, and who works by keyboard begins again at the top.
 */
export function useHandBack(ref: RefObject<HTMLElement | null>, heir: () => HTMLElement | null): void {
  useLayoutEffect(() => {
    const held = ref.current
    return () => {
      if (held?.contains(document.activeElement)) heir()?.focus()
    }
  }, [ref, heir])
}
