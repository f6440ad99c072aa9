import { useCallback, useLayoutEffect, useRef } from 'react'
import { oneStop } from './one-stop.ts'

/** `oneStop` as a ref for what draws only rows in sight: `show` brings one there, counted from 0 without the head. */
export function useOneStop(
  show: (row: number) => void,
): (holder: HTMLElement | null) => (() => void) | undefined {
  const newest = useRef(show)
  useLayoutEffect(() => {
    newest.current = show
  })
  // One that is another on each drawing would forget where a person is.
  return useCallback(
    (holder: HTMLElement | null) => oneStop(holder, { show: (row) => newest.current(row) }),
    [],
  )
}
