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
  readonly #moment: Moment
  readonly #credits: CreditBook
  /** The monthly credits that the open period was granted for. */
  #granted: Credits = 0

  constructor(moment: Moment, credits: CreditBook) {
    this.#moment = moment
    this.#credits = credits
  }

  /** Another account's from now on. */
  restart(): void {
    this.#granted = 0
  }

  /** A period starts. `isCapped`: a cap on rollover holds some of the quota back. */
  renew(subscribed: Subscribed, cycle: Cycle, isCapped: boolean): void {
    this.#granted = quotaOf(subscribed)
    this.#credits.renew(this.#moment.period, subscribed, cycle, isCapped)
  }

  /**
   * Immediate changes that keep the cycle add what the new quota has beyond the one the period was granted for, by the
   * share of the period left.
   */
  addDifference(at: Instant, subscribed: Subscribed, mode: PlanChangeMode, cycle: Cycle): void {
    const { period } = this.#moment
    const { plan } = subscribed
    const more = Math.max(0, quotaOf(subscribed) - this.#granted)
    this.#granted += more
    const term = { ...period, anchor: cycle.anchor }
    const { due } = remainingShares(term, at, plan.prorationUnit, plan.changeDay)
    const amount = mode === 'prorated' ? multiplyDivideDown(more, due.part, due.whole) : more
    this.#credits.grant(at, period, 'plan', amount, expiryOf(plan.rollover, cycle))
  }

  /** The credits of extra seats are there at once, in full. */
  addSeats(at: Instant, count: number, cycle: Cycle): void {
    const { period, plan } = this.#moment
    if (plan.seats === null) return
    const amount = count * plan.seats.credits
    this.#granted += amount
    this.#credits.grant(at, period, 'seat', amount, expiryOf(plan.rollover, cycle))
  }
}
