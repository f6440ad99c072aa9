import type { UsageEvent } from '#shared/usage.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'

/** The places of usage events in the order they happen, and when that is. */
export interface OrderOfEvents {
  readonly places: readonly number[]
  /** The instant of each place, in milliseconds. */
  readonly instants: Float64Array
}

/**
 * Events in the order they happen; at one instant by id, so that the order they were given in does not matter. The
 * same event twice has one instant and one id, and so comes twice in a row: it counts once.
 */
export function orderOfEvents(events: readonly UsageEvent[]): OrderOfEvents {
  const instants = new Float64Array(events.length)
  const inGivenOrder: number[] = []
  for (const [place, { at }] of events.entries()) {
    instants[place] = parseInstant(at)
    inGivenOrder.push(place)
  }
  const instantOf = (place: number): Instant => instants[place] ?? Infinity
  const idOf = (place: number): string => events[place]?.id ?? ''
  const compare = (a: number, b: number): number => {
    const apart = instantOf(a) - instantOf(b)
    if (apart !== 0) return apart
    return idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0
  }
  const isOrdered = inGivenOrder.every((place) => place === 0 || compare(place - 1, place) <= 0)
  const places = isOrdered ? inGivenOrder : inGivenOrder.toSorted(compare)
  return {
    places: places.filter((place, index) => index === 0 || idOf(places[index - 1] ?? 0) !== idOf(place)),
    instants,
  }
}
