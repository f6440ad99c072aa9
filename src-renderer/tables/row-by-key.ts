/** The row that a key goes to from one, counted from 0; undefined where it is no key of a list. */
export function rowByKey(
  key: string,
  place: number,
  { last, page }: { readonly last: number; readonly page: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, place + 1)
    case 'ArrowUp':
      return Math.max(0, place - 1)
    case 'PageDown':
      return Math.min(last, place + page)
    case 'PageUp':
      return Math.max(0, place - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** How many rows a page has of a box that scrolls: two of the last one stay in sight. */
export const rowsOfPage = (box: HTMLElement | null, rowHeight: number): number =>
  Math.max(1, Math.floor((box?.clientHeight ?? 0) / rowHeight) - 2)
