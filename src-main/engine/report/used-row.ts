import { DAY, type Instant } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import type { Credits } from '../exact/amount.ts'
import type { Stretch, Use } from '../record/use.ts'
import { busyTime } from '../record/weekdays.ts'
import { whenUsed } from '../record/when-used.ts'
import type { Attribution } from '../record/attribution.ts'

/** What was asked for, and what became of it: pooled, grace and overage were served, the rest was blocked. */
export interface UsedSum {
  readonly requests: number
  readonly pooled: Credits
  readonly grace: Credits
  readonly overage: Credits
  readonly blocked: Credits
}

export const NOTHING_USED: UsedSum = { requests: 0, pooled: 0, grace: 0, overage: 0, blocked: 0 }

/** Usage of one attribution on one day, between two moments at which money fell due or a period ended. */
export interface UsedRow {
  /** When it began. */
  readonly at: Instant
  readonly period: number
  readonly attribution: Attribution
  readonly sum: UsedTally
}

/** A sum that more is added to. */
type UsedTally = { -readonly [Part in keyof UsedSum]: UsedSum[Part] }

export const nothingUsed = (): UsedTally => ({ ...NOTHING_USED })

export function addUsed(tally: UsedTally, more: UsedSum): void {
  tally.requests += more.requests
  tally.pooled += more.pooled
  tally.grace += more.grace
  tally.overage += more.overage
  tally.blocked += more.blocked
}

export const plusUsed = (a: UsedSum, b: UsedSum): UsedSum => ({
  requests: a.requests + b.requests,
  pooled: a.pooled + b.pooled,
  grace: a.grace + b.grace,
  overage: a.overage + b.overage,
  blocked: a.blocked + b.blocked,
})

export const servedOf = ({ pooled, grace, overage }: UsedSum): Credits => pooled + grace + overage

/** A use, and whether its overage is owed in credits first. */
export interface RecordedUse {
  readonly stretch: Stretch
  readonly attribution: Attribution
  readonly sum: UsedSum
  readonly isOwed: boolean
}

export const recordedUse = (stretch: Stretch, use: Use): RecordedUse => {
  const { attribution, requests, wanted, pooled, grace, overage, deficit } = use
  const blocked = wanted - pooled - grace - overage
  return {
    stretch,
    attribution,
    sum: { requests, pooled, grace, overage, blocked },
    isOwed: deficit > 0,
  }
}

/** A use up to so much of its overage, and what came after: credits serve first, and what is blocked comes last. */
export function splitUse(use: RecordedUse, overage: Credits): readonly [RecordedUse, RecordedUse] {
  const { stretch, sum } = use
  const before = { ...sum, overage, blocked: 0 }
  const middle = whenUsed(stretch, servedOf(before), servedOf(sum) + sum.blocked)
  return [
    { ...use, stretch: { ...stretch, until: middle }, sum: before },
    {
      ...use,
      stretch: { ...stretch, at: middle },
      sum: { ...NOTHING_USED, overage: sum.overage - overage, blocked: sum.blocked },
    },
  ]
}

/** A use by the days it is spread over; its requests are of the first. */
export function byDay({
  stretch,
  sum,
}: RecordedUse): readonly { readonly at: Instant; readonly sum: UsedSum }[] {
  const { at, until } = stretch
  const first = Math.floor(at / DAY) * DAY
  const count = Math.max(1, Math.ceil((until - first) / DAY))
  if (count === 1) return [{ at, sum }]
  const starts = Array.from({ length: count }, (_, day) => Math.max(at, first + day * DAY))
  const lengths = lengthsOf(stretch, starts)
  const pooled = allocate(sum.pooled, lengths)
  const grace = allocate(sum.grace, lengths)
  const overage = allocate(sum.overage, lengths)
  const blocked = allocate(sum.blocked, lengths)
  return starts.map((start, day) => ({
    at: start,
    sum: {
      requests: day === 0 ? sum.requests : 0,
      pooled: pooled[day] ?? 0,
      grace: grace[day] ?? 0,
      overage: overage[day] ?? 0,
      blocked: blocked[day] ?? 0,
    },
  }))
}

/** How long each day of a stretch is for what is spread over it: as time goes by, or as busy as its weekday is. */
function lengthsOf({ until, weekdays = null }: Stretch, starts: readonly Instant[]): readonly number[] {
  const between = (length: (from: Instant, to: Instant) => number) =>
    starts.map((start, day) => length(start, starts[day + 1] ?? until))
  const even = between((from, to) => to - from)
  if (weekdays === null) return even
  const busy = between((from, to) => busyTime(weekdays, from, to))
  // Where no day has usage there is nothing to be spread.
  return busy.some((length) => length > 0) ? busy : even
}
