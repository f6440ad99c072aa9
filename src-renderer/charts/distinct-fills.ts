import type { KeySeries } from './key-series.ts'

type Fill = KeySeries['fill']

const FILLS: readonly Fill[] = ['solid', 'hatch', 'tint', 'lost', 'lostHatch', 'blocked']

/** A kind of something that is drawn, how it is called, and the fill it has wherever there is no other reason. */
export interface Kind {
  readonly id: string
  readonly label: string
  readonly wanted: Fill
}

/** Each kind with the fill it wants, or the next that no other kind has; more kinds than there are fills share some. */
export function distinctFills(kinds: readonly Kind[]): readonly KeySeries[] {
  const taken = new Set<Fill>()
  return kinds.map(({ id, label, wanted }) => {
    const fill = taken.has(wanted) ? (FILLS.find((free) => !taken.has(free)) ?? wanted) : wanted
    taken.add(fill)
    return { id, label, fill }
  })
}
