import { CreditLayer } from '#shared/credit-layers.ts'
import { BlockCause } from '#shared/run-result.ts'
import { DAY, type Instant } from '../calendar/civil.ts'

/** What can happen to the credits of a layer. `atStart`: what the day’s very start adds to it in all, before any usage. */
export const FLOWS = [
  'granted',
  'movedIn',
  'used',
  'repaid',
  'expired',
  'forfeited',
  'movedOut',
  'atStart',
] as const
export type Flow = (typeof FLOWS)[number]

export const LAYERS = CreditLayer.options
const CAUSES = BlockCause.options

/** Figures of a day that are of no layer: credits that no grant served, and money of the prepaid balance. */
const OTHERS = ['grace', 'overage', 'toppedUp', 'drawn', 'expiredMoney'] as const
export type Other = (typeof OTHERS)[number]

const placesOf = <Name extends string>(names: readonly Name[], first: number): ReadonlyMap<Name, number> =>
  new Map(names.map((name, place) => [name, first + place]))

const LAYER_PLACES = placesOf(LAYERS, 0)
const FLOW_PLACES = placesOf(FLOWS, 0)
const OTHER_PLACES = placesOf(OTHERS, FLOWS.length * LAYERS.length)
const CAUSE_PLACES = placesOf(CAUSES, FLOWS.length * LAYERS.length + OTHERS.length)

/** How many figures a day has. */
export const DAY_WIDTH = FLOWS.length * LAYERS.length + OTHERS.length + CAUSES.length

const placeIn = <Name extends string>(places: ReadonlyMap<Name, number>, name: Name): number =>
  places.get(name) ?? 0

/** Where a day keeps a figure. */
export const cellOf = (flow: Flow, layer: CreditLayer): number =>
  placeIn(FLOW_PLACES, flow) * LAYERS.length + placeIn(LAYER_PLACES, layer)
export const otherCell = (other: Other): number => placeIn(OTHER_PLACES, other)
export const causeCell = (cause: BlockCause): number => placeIn(CAUSE_PLACES, cause)

/**
 * What became of an account’s credits on each day of its run, in micros, which doubles hold exactly. It is plain data, so
 * that it can be handed from thread to thread.
 */
export interface CreditDays {
  readonly start: Instant
  readonly end: Instant
  /** By day (UTC) from that of the start on; nothing where nothing happened. */
  readonly days: readonly (Float64Array | undefined)[]
}

export const midnightOf = (instant: Instant): Instant => Math.floor(instant / DAY) * DAY

/**
 * How many days of the record come before a midnight, or before the run’s start or end. What ends at a midnight is in the
 * day that ends with it, what starts then in the one that starts.
 */
export const daysBefore = ({ start, end, days }: CreditDays, instant: Instant): number =>
  instant >= end ? days.length : Math.max(0, Math.floor((instant - midnightOf(start)) / DAY))

/** The sum of some days: from number `first` up to, but not including, number `last`. */
export function sumOfDays({ days }: CreditDays, first: number, last: number): Float64Array {
  const sum = new Float64Array(DAY_WIDTH)
  for (const day of days.slice(first, last)) {
    if (day !== undefined) addTo(sum, day)
  }
  return sum
}

export function addTo(sum: Float64Array, day: Float64Array): void {
  for (let cell = 0; cell < DAY_WIDTH; cell += 1) sum[cell] = (sum[cell] ?? 0) + (day[cell] ?? 0)
}
