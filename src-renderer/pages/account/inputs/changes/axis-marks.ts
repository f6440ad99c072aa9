import { CHANGE_GROUPS, type ChangeGroup } from './change-form.ts'
import { shareOf, type Span } from './axis-span.ts'

/** A change as far as the axis has to know it. */
export interface Placed {
  readonly key: string
  /** `2026-03-12` */
  readonly date: string
  readonly group: ChangeGroup
}

/** A mark of one change, or of several that have no room beside one another. */
export interface Mark {
  /** Of its middle, in pixels from the start of the span. */
  readonly x: number
  /** Counted from the top of its lane. */
  readonly row: number
  readonly keys: readonly string[]
  /** How wide it may be until the next one begins, in pixels. */
  readonly room: number
}

export interface Lane {
  readonly group: ChangeGroup
  readonly name: string
  /** In pixels. */
  readonly height: number
  readonly marks: readonly Mark[]
}

/** As wide and as high as a pointer needs. */
export const MARK = 24
/** More than so many in one place are a group. */
const MOST_STACKED = 3
type At = Placed & { readonly x: number }

/** Marks that would lie upon one another, each time from the first of them. */
function clusters(placed: readonly At[]): readonly (readonly At[])[] {
  const found: At[][] = []
  for (const change of placed) {
    const last = found.at(-1)
    const first = last?.[0]
    if (last && first && change.x - first.x < MARK) last.push(change)
    else found.push([change])
  }
  return found
}

interface Row {
  readonly x: number
  readonly row: number
  readonly keys: readonly string[]
}

/** Few are stacked, each at its own day; many are one mark, with the one that is held or has the focus on top of it. */
function rowsOf(cluster: readonly At[], active: string | null): readonly Row[] {
  if (cluster.length <= MOST_STACKED) return cluster.map(({ x, key }, row) => ({ x, row, keys: [key] }))
  const [held] = cluster.filter(({ key }) => key === active)
  const others = cluster.filter((change) => change !== held)
  const group = { x: others[0]?.x ?? 0, row: 0, keys: others.map(({ key }) => key) }
  return held ? [group, { x: held.x, row: 1, keys: [held.key] }] : [group]
}

/** The lanes of a span that have changes, with their marks; marks are in the order of `placed`, wherever they are. */
export function lanesOf(
  placed: readonly Placed[],
  span: Span,
  width: number,
  active: string | null,
): readonly Lane[] {
  const order = new Map(placed.map(({ key }, place) => [key, place]))
  const orderOf = ({ keys: [first = ''] }: Mark): number => order.get(first) ?? 0
  const seen = placed.filter(({ date }) => date >= span.start && date < span.end)
  return CHANGE_GROUPS.flatMap(({ id, name }) => {
    const own = seen
      .filter(({ group }) => group === id)
      .map((change): At => ({ ...change, x: shareOf(span, change.date) * width }))
      .toSorted((one, other) => one.x - other.x)
    if (own.length === 0) return []
    const rows = clusters(own).flatMap((cluster) => rowsOf(cluster, active))
    const marks = rows
      .map((mark, place): Mark => ({ ...mark, room: roomOf(mark, rows.slice(place + 1), width) }))
      .toSorted((one, other) => orderOf(one) - orderOf(other))
    return [{ group: id, name, height: (Math.max(...rows.map(({ row }) => row)) + 1) * MARK, marks }]
  })
}

/** Until the next mark of the row, or until the axis ends. */
function roomOf({ x, row }: Row, later: readonly Row[], width: number): number {
  const next = later.find((mark) => mark.row === row)
  return (next ? next.x : width + MARK) - x
}

/** Where a mark begins, in pixels. */
export const cornerOf = ({ x, row }: Mark) => ({ left: x - MARK / 2, top: row * MARK })

/** Room for an icon and the first letters of what it says. */
export const hasRoomForLabel = ({ room }: Mark): boolean => room >= 2 * MARK

/** On which side of a mark there is more room. */
export const sideOf = ({ x }: Mark, width: number): 'left' | 'right' => (x > width / 2 ? 'left' : 'right')

/** How many changes of the account lie before and behind what is seen. */
export const outOfSight = (placed: readonly Placed[], span: Span) => ({
  earlier: placed.filter(({ date }) => date < span.start).length,
  later: placed.filter(({ date }) => date >= span.end).length,
})
