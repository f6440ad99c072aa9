import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { CompiledRollover } from '../plan/compiled-plan.ts'
import type { Grant, GrantSource } from '../record/grant.ts'

/** Where the period `count` periods from now starts. */
interface Periods {
  startAhead(count: number): Instant
}

/**
 * When credits granted at the start of a period are over.
 * `none` and `count`: at the period's end (a carry makes a new grant). `age`: `periods` further periods later.
 * `cap`: never; the renewal is held back instead.
 */
export function expiryOf(rollover: CompiledRollover, cycle: Periods): Instant {
  switch (rollover.kind) {
    case 'none':
    case 'count':
      return cycle.startAhead(1)
    case 'age':
      return cycle.startAhead(1 + rollover.periods)
    case 'cap':
      return Infinity
  }
}

/** The renewal's credits that a cap refuses, so that no more than quota + k × quota is on hand. */
export const heldBack = (rollover: CompiledRollover, quota: Credits, balance: Credits): Credits =>
  rollover.kind === 'cap' ? Math.min(quota, Math.max(0, balance - quota * rollover.multiple)) : 0

/** Credits that came with the subscription roll over; gifts and purchases have an expiry of their own. */
const ROLLS_OVER: ReadonlySet<GrantSource> = new Set(['plan', 'seat', 'rollover'])

/** What becomes of a grant whose time is over: carried on, forfeited, expired. The three sum to what was left. */
export interface Fate {
  readonly carried: Credits
  readonly forfeited: Credits
  readonly expired: Credits
}

/**
 * Rollover comes before expiry. Under `count`, a share of what is left is carried while carries are left; the
 * rest, and everything once they are used up, is forfeited. Under the other policies what is over has expired.
 * Source: facts §9.1 and §9.3 (200 left at 75 %: 150 carried, 50 forfeited).
 */
export function fateOf(grant: Grant, rollover: CompiledRollover): Fate {
  const left = grant.remaining
  if (rollover.kind !== 'count' || !ROLLS_OVER.has(grant.source))
    return { carried: 0, forfeited: 0, expired: left }
  if (grant.carries >= rollover.carries) return { carried: 0, forfeited: left, expired: 0 }
  const carried = multiplyDivideDown(left, rollover.carried.part, rollover.carried.whole)
  return { carried, forfeited: left - carried, expired: 0 }
}

/** How many periods past the run a schedule must reach for every expiry to have its instant. */
export function periodsAhead(rollover: CompiledRollover): number {
  switch (rollover.kind) {
    case 'none':
    case 'cap':
      return 1
    case 'age':
      return rollover.periods + 1
    case 'count':
      return rollover.validity + 1
  }
}
