/** Marks the button that adds one more to the list it stands with. */
export const ADDS = { 'data-adds': true } as const
const ADDING = '[data-adds]'

/** The nearest part of the page around an element that something can be added to. */
function listAround(element: Element): Element | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (around.querySelector(ADDING) !== null) return around
  return null
}

/** The one behind a place, then the one before it. */
export const neighbours = <T>(all: readonly T[], place: number): readonly T[] =>
  all.filter((_, at) => at === place + 1).concat(all.filter((_, at) => at === place - 1))

/**
 * Takes a row away in which the focus is, and gives that to the next row, else to the one before, else to what adds one:
 * otherwise it falls to the page, and who works by keyboard begins again at the top. `stops` are where the rows of the
 * list around take it, `of` is that of the row itself.
 */
export function removing(of: Element, stops: string, remove: () => void): void {
  const list = listAround(of)
  const all = [...(list?.querySelectorAll<HTMLElement>(stops) ?? [])]
  const heirs = neighbours(
    all,
    all.findIndex((stop) => stop === of),
  )
  remove()
  requestAnimationFrame(() => {
    const held = document.activeElement
    // Rows that are told by their place hand it on by themselves.
    if (held !== null && held !== document.body && held.isConnected) return
    const heir =
      heirs.find(({ isConnected }) => isConnected) ??
      list?.querySelector<HTMLElement>(ADDING) ??
      document.querySelector('main')
    heir?.focus()
  })
}
