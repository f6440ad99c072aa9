/*
 * The parts of a screen that a key goes to by themselves: the rail, what is put in, the head of the results with its
 * views, what a view shows, and why.
 */

const PARTS = 'nav, aside, main, [role=tabpanel]'
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Where a person was in each, to come back to. */
const left = new WeakMap<Element, HTMLElement>()

const partOf = (element: Element): Element | null => element.closest(PARTS)

/** Its own, and not of a part within it. */
const isStopOf = (part: Element, element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  partOf(element) === part &&
  element.checkVisibility() &&
  !element.matches(':disabled')

/** Where a part is entered: where a person was, at what is chosen of its views, else at its first stop. */
function entryOf(part: Element): HTMLElement | undefined {
  const before = left.get(part)
  if (before?.isConnected === true && partOf(before) === part && before.checkVisibility()) return before
  const stops = [...part.querySelectorAll<HTMLElement>(STOPS)].filter((element) => isStopOf(part, element))
  return stops.find((stop) => stop.matches('[role=tab]')) ?? stops[0]
}

/** Notes where a person is in a part that is left. */
export function rememberPart(focused: EventTarget | null): void {
  const part = focused instanceof HTMLElement ? partOf(focused) : null
  if (part !== null && focused instanceof HTMLElement && focused !== part) left.set(part, focused)
}

/** Goes to the next part of the screen that has a stop, or to the one before; after the last comes the first. */
export function goToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll(PARTS)].flatMap((part) => {
    const entry = entryOf(part)
    return entry === undefined ? [] : [{ part, entry }]
  })
  const here = document.activeElement === null ? null : partOf(document.activeElement)
  const at = parts.findIndex(({ part }) => part === here)
  const before = at < 0 && by === -1 ? 0 : at
  const to = parts.at((before + by) % Math.max(1, parts.length))
  to?.entry.focus()
  to?.entry.scrollIntoView({ block: 'nearest' })
}
