import type { Billing } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Money } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Recorder } from '../simulate/recorder.ts'
import type { Totals } from '../simulate/totals.ts'
import { planChangeCost, unusedPaidMonths } from './plan-change.ts'
import { type RemainingShares, remainingShares, type Term } from './proration.ts'
import type { PlanChangeMode } from '#shared/account.ts'

const MONTHS_A_YEAR = 12

/** What an account subscribes to. On `annual`, a plan without an annual price is paid monthly. */
export interface Subscribed {
  readonly plan: CompiledPlan
  readonly billing: Billing
  readonly extraSeats: number
}

/** The subscription's money: terms paid in advance, seats with them, and what a change in the middle costs. */
export class Subscription {
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #now: Subscribed
  #term: Term = { start: -Infinity, end: -Infinity }

  constructor(subscribed: Subscribed, totals: Totals, recorder: Recorder | undefined) {
    this.#now = subscribed
    this.#totals = totals
    this.#recorder = recorder
  }

  get now(): Subscribed {
    return this.#now
  }

  get term(): Term {
    return this.#term
  }

  /** Another plan or number of seats from now on; money is another matter. */
  set(subscribed: Subscribed): void {
    this.#now = subscribed
  }

  /** A new term starts and is paid in advance; `anchor` and `index` say where its months are counted from. */
  startTerm(at: Instant, anchor: Instant, index: number): void {
    const months = monthsOf(this.#now)
    this.#term = { start: at, end: cycleStart(anchor, index + months) }
    const { plan } = this.#now
    const price = planPrice(this.#now)
    this.#charge(
      at,
      'subscription',
      `${plan.name} subscription, ${months > 1 ? 'annual' : 'monthly'}`,
      price,
      {
        source:
          months > 1 && plan.plan.price.annual !== null
            ? plan.plan.price.annual.source
            : plan.plan.price.monthly.source,
      },
    )
    this.#chargeSeats(at, this.#now.extraSeats, 0, null)
  }

  /** The first term's offer comes off the price just charged. */
  applyOffer(at: Instant): void {
    const { plan } = this.#now
    const offer = monthsOf(this.#now) > 1 ? plan.offers.annual : plan.offers.monthly
    if (offer === null) return
    const reduction = roundedShare(planPrice(this.#now), offer.percentMicros, WHOLE_PERCENT, plan.minor)
    this.#charge(at, 'offer', offer.name, -reduction, { source: offer.source })
  }

  /** More seats in the middle of a term: the share of it that is left is charged. */
  addSeats(at: Instant, count: number): void {
    const before = this.#now.extraSeats
    this.#now = { ...this.#now, extraSeats: before + count }
    this.#chargeSeats(at, before + count, before, this.#sharesAt(at))
  }

  /** Moves to `next` in the middle of a term and bills it as `mode` says; the term stays, unless it restarts. */
  change(at: Instant, next: Subscribed, mode: PlanChangeMode): void {
    const old = this.#now
    const { minor } = old.plan
    const prices = { old: fullPrice(old), next: fullPrice(next) }
    const cost = planChangeCost(mode, prices, this.#sharesAt(at), minor)
    const isRestart = mode === 'restartCycle'
    const credit = isRestart ? this.#unusedYear(at) : cost.credit
    this.#charge(at, 'proration', `Unused part of ${old.plan.name}`, -credit, {
      source: old.plan.plan.price.monthly.source,
    })
    this.#now = next
    if (isRestart) return
    this.#charge(at, 'proration', `Rest of the term on ${next.plan.name}`, cost.charge, {
      source: next.plan.plan.price.monthly.source,
    })
  }

  /** A term that starts anew credits what an annual one has left in paid months, and a monthly one nothing. */
  #unusedYear(at: Instant): Money {
    const { plan, billing } = this.#now
    if (billing !== 'annual' || plan.annualPrice === null) return 0
    let begun = 0
    while (begun < MONTHS_A_YEAR && cycleStart(this.#term.start, begun) <= at) begun += 1
    return unusedPaidMonths(plan.annualPrice, begun, plan.minor)
  }

  #chargeSeats(at: Instant, seats: number, before: number, shares: RemainingShares | null): void {
    const { plan } = this.#now
    if (plan.seats === null || seats === 0) return
    const months = monthsOf(this.#now)
    const more = (plan.seats.charge.price(seats * SEAT) - plan.seats.charge.price(before * SEAT)) * months
    const amount = shares === null ? more : roundedShare(more, shares.due.part, shares.due.whole, plan.minor)
    this.#charge(
      at,
      'seats',
      shares === null ? 'Extra Full seats' : 'Extra Full seats, rest of the term',
      amount,
      {
        source: plan.seats.source,
        quantity: (seats - before) * SEAT,
      },
    )
  }

  #sharesAt(at: Instant): RemainingShares {
    const { plan } = this.#now
    return remainingShares(this.#term, at, plan.prorationUnit, plan.changeDay)
  }

  #charge(
    at: Instant,
    kind: 'subscription' | 'offer' | 'seats' | 'proration',
    description: string,
    amount: Money,
    { source, quantity = null }: { readonly source: string; readonly quantity?: number | null },
  ): void {
    if (amount === 0) return
    this.#totals.subscription += amount
    const line = { kind, description, from: at, to: this.#term.end, quantity, amount, working: [], source }
    this.#recorder?.charged(at, line)
  }
}

/** Quantities of charges are micros; so is a number of seats. */
const SEAT = 1_000_000

const monthsOf = ({ plan, billing }: Subscribed): number =>
  billing === 'annual' && plan.annualPrice !== null ? MONTHS_A_YEAR : 1

const planPrice = (subscribed: Subscribed): Money =>
  monthsOf(subscribed) > 1 ? (subscribed.plan.annualPrice ?? 0) : subscribed.plan.monthlyPrice

/** A term's price with its extra seats. */
function fullPrice(subscribed: Subscribed): Money {
  const { plan, extraSeats } = subscribed
  const seats = plan.seats === null ? 0 : plan.seats.charge.price(extraSeats * SEAT)
  return planPrice(subscribed) + seats * monthsOf(subscribed)
}
