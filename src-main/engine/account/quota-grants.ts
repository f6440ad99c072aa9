import type { PlanChangeMode } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { CreditBook } from '../pool/credit-book.ts'
import { expiryOf } from '../pool/rollover.ts'
import type { Cycle } from '../subscription/cycle.ts'
import type { Moment } from '../subscription/moment.ts'
import { remainingShares } from '../subscription/proration.ts'
import { quotaOf, type Subscribed } from '../subscription/subscribed.ts'

/** The credits that a subscription brings: the quota of plan and seats every month, and what changes add to it. */
export class QuotaGrants {
  declare private readonly moment: Moment
  declare private readonly cycle: Cycle
  declare private readonly credits: CreditBook
  /** What the open period was granted the quota of; null before the first renewal. */
  private renewed: Subscribed | null = null
  /** What changes have added to it since. */
  private added: Credits = 0

  constructor(moment: Moment, cycle: Cycle, credits: CreditBook) {
    this.moment = moment
    this.cycle = cycle
    this.credits = credits
  }

  /** Another account's from now on. */
  restart(): void {
    this.renewed = null
    this.added = 0
  }

  /** A period starts. `isCapped`: a cap on rollover holds some of the quota back. */
  renew(subscribed: Subscribed, isCapped: boolean): void {
    this.renewed = subscribed
    this.added = 0
    this.credits.renew(this.moment.period, subscribed, isCapped)
  }

  /**
   * Immediate changes that keep the cycle add what the new quota has beyond the one the period was granted for, by the
   * share of the period left.
   */
  addDifference(at: Instant, subscribed: Subscribed, mode: PlanChangeMode): void {
    const { period } = this.moment
    const { plan } = subscribed
    const more = Math.max(0, quotaOf(subscribed) - this.granted)
    this.added += more
    const term = { ...period, anchor: this.cycle.anchor }
    const { due } = remainingShares(term, at, plan.prorationUnit, plan.changeDay)
    const amount = mode === 'prorated' ? multiplyDivideDown(more, due.part, due.whole) : more
    this.credits.grant(at, period, 'plan', amount, expiryOf(plan.rollover, this.cycle))
  }

  /** The credits of extra seats are there at once, in full. */
  addSeats(at: Instant, count: number): void {
    const { period, plan } = this.moment
    if (plan.seats === null) return
    const amount = count * plan.seats.credits
    this.added += amount
    this.credits.grant(at, period, 'seat', amount, expiryOf(plan.rollover, this.cycle))
  }
  /** The monthly credits that the open period was granted for. */
  private get granted(): Credits {
    return this.added + (this.renewed === null ? 0 : quotaOf(this.renewed))
  }
}
