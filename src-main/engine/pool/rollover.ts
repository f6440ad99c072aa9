import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { CompiledRollover } from '../plan/compiled-plan.ts'
import type { GrantSource } from '../record/grant.ts'

/** Where the period `count` periods from now starts. */
interface Periods {
  startAhead(count: number): Instant
}

/** When credits granted at the start of the cycle's period are over: `Infinity` for never. */
export const expiryOf = ({ life }: CompiledRollover, cycle: Periods): Instant =>
  life === Infinity ? Infinity : cycle.startAhead(life)

/** When credits carried into a new grant at a period's end are over; the cycle is still in that period. */
export const carriedExpiryOf = ({ carriedLife }: CompiledRollover, cycle: Periods): Instant =>
  cycle.startAhead(carriedLife)

/** The renewal's credits that a cap refuses, so that no more than quota + k × quota is on hand. */
export const heldBack = ({ multiple }: CompiledRollover, quota: Credits, balance: Credits): Credits =>
  Math.min(quota, Math.max(0, balance - quota * multiple))

/**
 * Whether what is left of a grant when its time is over is carried on as far as the rollover lets it and forfeited
 * beyond that; if not, it has expired. Credits that came with the subscription roll over under `count`; gifts and
 * purchases have an expiry of their own, and other policies carry nothing over an expiry.
 */
export const isCarriedOrForfeited = (source: GrantSource, rollover: CompiledRollover): boolean =>
  rollover.kind === 'count' && (source === 'plan' || source === 'rollover' || source === 'seat')

/**
 * How many of the credits left at its end a grant carries into a new one: under `count` a share of them while carries
 * are left. The rest is forfeited. Source: facts §9.1 and §9.3 (200 left at 75 %: 150 carried, 50 forfeited).
 */
export const carriedOn = (left: Credits, carries: number, rollover: CompiledRollover): Credits =>
  carries < rollover.carries ? multiplyDivideDown(left, rollover.carried.part, rollover.carried.whole) : 0

/** How many periods past the run a schedule must reach for every expiry to have its instant. */
export const periodsAhead = ({ life, carriedLife }: CompiledRollover): number =>
  Math.max(1, carriedLife, life === Infinity ? 0 : life)
