import { cellByKey } from '#renderer/tables/cell-by-key.ts'
import type { ColumnId } from './columns.ts'

/** Where a person is in the grid of people, and what is selected. The row behind the last one adds a person. */
export interface GridState {
  readonly row: number
  readonly column: ColumnId
  /** Where a selection by Shift begins. */
  readonly anchor: number
  /** The selected rows, the one a person is in among them. */
  readonly selected: ReadonlySet<number>
  /** What is being typed in the cell; null while nothing is. */
  readonly typed: string | null
  /** Whom it is typed for, by name; null where that is the person who is added. */
  readonly who: string | null
}

export const AT_THE_TOP: GridState = {
  row: 0,
  column: 'name',
  anchor: 0,
  selected: new Set([0]),
  typed: null,
  who: null,
}

/** What else is held with a key or a click. */
export interface Held {
  /** The selection reaches from where it began to here. */
  readonly shift?: boolean
  /** The row is selected beside the others, or no more. */
  readonly ctrl?: boolean
}

const span = (one: number, other: number): ReadonlySet<number> => {
  const [first, last] = one < other ? [one, other] : [other, one]
  const rows = new Set<number>()
  for (let row = first; row <= last; row++) rows.add(row)
  return rows
}

/** The state after going to a cell. */
export function goTo(
  state: GridState,
  row: number,
  column: ColumnId,
  { shift = false, ctrl = false }: Held = {},
): GridState {
  const at = { row, column, typed: null, who: null }
  if (shift) return { ...state, ...at, selected: span(state.anchor, row) }
  if (!ctrl) return { ...at, anchor: row, selected: new Set([row]) }
  const selected = new Set(state.selected)
  if (!selected.delete(row)) selected.add(row)
  return { ...at, anchor: row, selected }
}

export const selectAll = (state: GridState, count: number): GridState =>
  count === 0 ? state : { ...state, anchor: 0, typed: null, selected: span(0, count - 1) }

/** The state where the list has so many people: nobody is selected who is not there. */
export function within(state: GridState, count: number): GridState {
  const row = Math.min(state.row, count)
  if (row === state.row && [...state.selected].every((each) => each <= count)) return state
  return { ...state, row, anchor: row, selected: new Set([row]), typed: null }
}

/** What a key asks for in the grid. */
export type Asked =
  | { readonly kind: 'go'; readonly row: number; readonly column: ColumnId }
  | { readonly kind: 'edit' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'all' }

interface Pressed {
  readonly key: string
  readonly ctrl: boolean
}

/** How far the grid reaches: the columns in sight, the last row, and how many rows a page has. */
export interface Extent {
  readonly columns: readonly ColumnId[]
  readonly last: number
  readonly page: number
}

/** What a key asks for; null for one that is not the grid's. */
export function askedBy(pressed: Pressed, state: GridState, extent: Extent): Asked | null {
  const { key, ctrl } = pressed
  const going = destination(pressed, state, extent)
  if (going) return { kind: 'go', ...going }
  if (ctrl) return key.toLowerCase() === 'a' ? { kind: 'all' } : null
  switch (key) {
    case 'Enter':
    case 'F2':
      return { kind: 'edit' }
    case ' ':
      return { kind: 'toggle' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' }
    default:
      return [...key].length === 1 ? { kind: 'type', text: key } : null
  }
}

function destination(
  pressed: Pressed,
  { row, column }: GridState,
  { columns, last, page }: Extent,
): { readonly row: number; readonly column: ColumnId } | null {
  const here = { row, column: Math.max(0, columns.indexOf(column)) }
  const to = cellByKey(pressed, here, { lastRow: last, lastColumn: columns.length - 1, page })
  return to === undefined ? null : { row: to.row, column: columns[to.column] ?? column }
}

/** The state where the list may have others in other places: what is typed stays with whom it is for, or ends. */
export function following<S extends GridState>(state: S, members: readonly { readonly id: string }[]): S {
  const { typed, who, row } = state
  if (typed === null || who === null || members[row]?.id === who) return state
  const place = members.findIndex(({ id }) => id === who)
  if (place < 0) return { ...state, typed: null, who: null }
  return { ...state, row: place, anchor: place, selected: new Set([place]) }
}
