import type { UsageEvent } from '#shared/usage.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'

/** The places of usage events in the order they happen, and when that is. */
export interface OrderOfEvents {
  readonly places: Uint32Array
  /** The instant of each place, in milliseconds. */
  readonly instants: Float64Array
}

/**
 * Events in the order they happen; at one instant by id, so that the order they were given in does not matter. The
 * same event twice has one instant and one id, and so comes twice in a row: it counts once.
 */
export function orderOfEvents(events: readonly UsageEvent[]): OrderOfEvents {
  const instants = new Float64Array(events.length)
  const given = new Uint32Array(events.length)
  for (let place = 0; place < events.length; place++) {
    given[place] = place
    instants[place] = parseInstant(events[place]?.at ?? '')
  }
  // A year may have a million events, nearly always one after the other: then nobody's id matters.
  if (isRising(instants)) return { places: given, instants }
  const instantOf = (place: number): Instant => instants[place] ?? Infinity
  const idOf = (place: number): string => events[place]?.id ?? ''
  const sorted = given.toSorted((a, b) => {
    const apart = instantOf(a) - instantOf(b)
    if (apart !== 0) return apart
    return idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0
  })
  const isNew = (place: number, index: number): boolean =>
    index === 0 || idOf(sorted[index - 1] ?? 0) !== idOf(place)
  return { places: sorted.filter(isNew), instants }
}

/** Whether each comes after the one before it, and no two at once. */
function isRising(instants: Float64Array): boolean {
  for (let place = 1; place < instants.length; place++)
    if (!((instants[place - 1] ?? 0) < (instants[place] ?? 0))) return false
  return true
}
