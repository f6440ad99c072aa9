/*
 * Where the keys go in what is one stop of the Tab key: in tables cell by cell, in lists and toolbars from control to
 * control.
 */

/** What is left to the Tab key, such as a form that is open within a table. */
export const OWN_STOPS = { 'data-own-stops': true } as const

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]'
/** What takes keys for itself: its cell is a stop, and is entered. */
const ENTRIES = 'input:not([type=radio], [type=checkbox]), select, textarea'
const ENTERED = `:is(${ENTRIES}):not([aria-hidden=true], :disabled)`
const CELLS = 'th, td, [role=gridcell], [role=columnheader], [role=rowheader]'

/** Something that arrows go to, and in which column it begins. */
export interface Stop {
  readonly element: HTMLElement
  readonly column: number
}

export const isTable = (holder: HTMLElement): boolean => holder.matches('table, [role=grid]')

const isReached = (element: HTMLElement): boolean =>
  element.closest('[aria-hidden=true], [data-own-stops]') === null

/** Every control that is no stop of the Tab key but for one of them. */
export const controlsOf = (holder: HTMLElement): readonly HTMLElement[] =>
  [...holder.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => !control.matches(CELLS) && isReached(control),
  )

export const cellOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>(CELLS)

export const isTypedIn = (element: HTMLElement): boolean => element.matches(ENTRIES)

/** The field that a cell is entered by; null of one that is not typed in. */
export const entryOf = (cell: HTMLElement): HTMLElement | null =>
  cell.matches(CELLS) ? cell.querySelector<HTMLElement>(ENTERED) : null

/** A row that is drawn and can be gone to, and its place among all, drawn or not, counted from 0. */
export interface Row {
  readonly element: HTMLElement
  readonly place: number
}

/** What holds a row where some are not drawn, and how many there are of those that may not be. */
const toldCount = ({ ariaRowCount }: HTMLElement): number | null =>
  ariaRowCount === null ? null : Number(ariaRowCount)

export function rowsOf(holder: HTMLElement): readonly Row[] {
  if (holder.matches('[role=toolbar], thead')) return [{ element: holder, place: 0 }]
  const all = [...holder.querySelectorAll<HTMLElement>(isTable(holder) ? 'tr, [role=row]' : 'li')].filter(
    (row) =>
      isReached(row) &&
      row.querySelector(':scope > [data-own-stops]') === null &&
      (isTable(holder) || controlsOf(row).length > 0),
  )
  // Totals are behind all rows of which some are drawn, and are not counted with them.
  const told = all.filter(({ ariaRowIndex }) => ariaRowIndex !== null)
  const behind = toldCount(holder) ?? told.length
  return all.map((element, at) => ({
    element,
    place: element.ariaRowIndex === null ? behind + at - told.length : Number(element.ariaRowIndex) - 1,
  }))
}

/** The place of the last row, drawn or not. */
export const lastRow = (holder: HTMLElement): number =>
  Math.max(rowsOf(holder).at(-1)?.place ?? 0, (toldCount(holder) ?? 1) - 1)

const widthOf = (cell: Element): number => (cell instanceof HTMLTableCellElement ? cell.colSpan : 1)

/** Within a cell its controls follow one another, and all come before those of the next. */
const within = (controls: readonly HTMLElement[], column: number): readonly Stop[] =>
  controls.map((element, place) => ({ element, column: column + place / controls.length }))

/** The stops of a row from left to right. */
export function stopsOf(row: HTMLElement, holder: HTMLElement): readonly Stop[] {
  const shown = (element: HTMLElement) => element.getClientRects().length > 0 && !element.matches(':disabled')
  if (!isTable(holder)) return within(controlsOf(row).filter(shown), 0)
  const stops: Stop[] = []
  let column = 0
  for (const cell of row.querySelectorAll<HTMLElement>(`:scope > :is(${CELLS})`)) {
    const controls = entryOf(cell) === null ? controlsOf(cell).filter(shown) : []
    if (isReached(cell) && shown(cell))
      stops.push(...(controls.length === 0 ? [{ element: cell, column }] : within(controls, column)))
    column += widthOf(cell)
  }
  return stops
}
