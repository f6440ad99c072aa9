import type { Billing } from '#shared/scenario.ts'
import { cycleStarts } from '../calendar/cycle.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { burnOrders } from '../pool/burn-order.ts'
import { CreditPool } from '../pool/credit-pool.ts'
import type { Grant } from '../pool/grant.ts'
import { expiryOf, fateOf, heldBack, periodsAhead, type PeriodStarts, startOf } from '../pool/rollover.ts'
import type { Period, Recorder } from './recorder.ts'
import { checkTotals, noTotals, type Totals } from './totals.ts'

/** One account on one plan, and everything the clock needs to bill it. */
export interface AccountTerms {
  readonly plan: CompiledPlan
  /** On `annual`, a plan without an annual price is paid monthly. */
  readonly billing: Billing
  /** Whether usage past the quota may be served where the plan sells it. */
  readonly optIn: boolean
  /** The most overage money per period; null for no limit. */
  readonly spendLimit: Money | null
  /** Whether first-period offers are applied. */
  readonly offers: boolean
  /** Starts of the periods from the cycle anchor on; see `scheduleOf`. */
  readonly starts: PeriodStarts
  /** Credits wanted in each period, spread evenly over it; its length is the length of the run. */
  readonly usage: readonly Credits[]
}

const MONTHS_A_YEAR = 12

/** The period starts a run of `months` periods needs: far enough ahead for the last grant's expiry. */
export const scheduleOf = (anchor: Instant, months: number, plans: readonly CompiledPlan[]): PeriodStarts =>
  cycleStarts(anchor, months + 1 + Math.max(...plans.map((plan) => periodsAhead(plan.rollover))))

/**
 * Bills the account period by period. Within one instant the order is: close the period (overage, rollover,
 * expiry), then renew (subscription, grant), then usage (DESIGN §4). Throws `OutOfBounds` when figures leave the
 * exact range.
 */
export function simulate(terms: AccountTerms, recorder?: Recorder): Totals {
  const run = new AccountRun(terms, recorder)
  const { starts, usage } = terms
  for (let index = 0; index < usage.length; index++) {
    const period = { index, start: startOf(starts, index), end: startOf(starts, index + 1) }
    run.open(period)
    run.use(period, usage[index] ?? 0)
    run.close(period)
  }
  return run.finish()
}

class AccountRun {
  readonly #terms: AccountTerms
  readonly #plan: CompiledPlan
  readonly #recorder: Recorder | undefined
  readonly #pool: CreditPool
  readonly #totals = noTotals()
  /** Overage of the open period. */
  #overage: Credits = 0
  #grantsMade = 0

  constructor(terms: AccountTerms, recorder: Recorder | undefined) {
    this.#terms = terms
    this.#plan = terms.plan
    this.#recorder = recorder
    this.#pool = new CreditPool(burnOrders[terms.plan.burnOrder])
  }

  open(period: Period): void {
    this.#recorder?.periodOpened(period, this.#pool.balance)
    this.#chargeSubscription(period)
    this.#renew(period)
  }

  use(period: Period, wanted: Credits): void {
    const recorder = this.#recorder
    const pool = this.#pool
    const totals = this.#totals
    recorder?.usageWanted(period, wanted, pool.balance)
    totals.wantedCredits += wanted
    const pooled = pool.burn(wanted, recorder && ((grant, amount) => recorder.burned(period, grant, amount)))
    totals.pooledCredits += pooled
    if (pooled < wanted) this.#servePastQuota(period, wanted - pooled)
  }

  close(period: Period): void {
    this.#chargeOverage(period)
    for (const grant of this.#pool.takeDue(period.end)) this.#settle(period, grant)
    this.#recorder?.periodClosed(period, this.#pool.balance)
  }

  finish(): Totals {
    this.#totals.remainingCredits = this.#pool.balance
    checkTotals(this.#totals)
    return this.#totals
  }

  #chargeSubscription(period: Period): void {
    const { billing, offers } = this.#terms
    const { annualPrice, monthlyPrice, minor } = this.#plan
    const isAnnual = billing === 'annual' && annualPrice !== null
    const months = isAnnual ? MONTHS_A_YEAR : 1
    if (period.index % months !== 0) return
    const price = isAnnual ? annualPrice : monthlyPrice
    this.#totals.subscription += price
    this.#recorder?.subscriptionCharged(period, price, months)
    const offer = offers && period.index === 0 ? this.#plan.offers[isAnnual ? 'annual' : 'monthly'] : null
    if (offer === null) return
    const reduction = roundedShare(price, offer.percentMicros, WHOLE_PERCENT, minor)
    this.#totals.subscription -= reduction
    this.#recorder?.offerApplied(period, reduction)
  }

  #renew(period: Period): void {
    const { quota, rollover } = this.#plan
    const refused = heldBack(rollover, quota, this.#pool.balance)
    const added = quota - refused
    this.#totals.grantedCredits += quota
    this.#totals.forfeitedCredits += refused
    const grant = added > 0 ? this.#grant('plan', period.start, this.#expiryFor(period), added, 0) : null
    this.#recorder?.renewed(period, grant, refused)
  }

  #expiryFor(period: Period): Instant {
    return expiryOf(this.#plan.rollover, period.index, this.#terms.starts)
  }

  #servePastQuota(period: Period, wanted: Credits): void {
    const served = this.#servable(wanted)
    const blocked = wanted - served
    this.#overage += served
    this.#totals.overageCredits += served
    if (blocked > 0) {
      this.#totals.blockedCredits += blocked
      this.#totals.blockedPeriods += 1
    }
    this.#recorder?.pastQuota(period, served, blocked, this.#sellsOverage() ? 'spendLimit' : 'poolEmpty')
  }

  #sellsOverage(): boolean {
    return this.#terms.optIn && this.#plan.pastQuota.kind !== 'block'
  }

  #servable(wanted: Credits): Credits {
    const { pastQuota } = this.#plan
    if (!this.#terms.optIn || pastQuota.kind === 'block') return 0
    const { spendLimit } = this.#terms
    if (spendLimit === null) return wanted
    // The line is rounded to the minor unit: what a finer limit has beyond whole ones could be rounded past it.
    const inWholeUnits = spendLimit - (spendLimit % this.#plan.minor)
    return Math.min(wanted, pastQuota.charge.within(inWholeUnits))
  }

  #chargeOverage(period: Period): void {
    const quantity = this.#overage
    const { pastQuota } = this.#plan
    if (!this.#terms.optIn || pastQuota.kind === 'block') return
    // Some vendors charge a flat fee without any usage too.
    const amount = pastQuota.charge.price(quantity)
    if (quantity === 0 && amount === 0) return
    this.#totals.overage += amount
    this.#overage = 0
    this.#recorder?.overageCharged(period, quantity, amount)
  }

  #settle(period: Period, grant: Grant): void {
    const { rollover } = this.#plan
    const fate = fateOf(grant, rollover)
    this.#totals.expiredCredits += fate.expired
    this.#totals.forfeitedCredits += fate.forfeited
    if (fate.expired > 0) this.#recorder?.expired(period, grant, fate.expired)
    if (fate.forfeited > 0) this.#recorder?.forfeited(period, grant, fate.forfeited)
    if (fate.carried === 0 || rollover.kind !== 'count') return
    const expiresAt = startOf(this.#terms.starts, period.index + 1 + rollover.validity)
    const heir = this.#grant('rollover', grant.createdAt, expiresAt, fate.carried, grant.carries + 1)
    this.#recorder?.carried(period, grant, heir)
  }

  #grant(
    source: Grant['source'],
    createdAt: Instant,
    expiresAt: Instant,
    amount: Credits,
    carries: number,
  ): Grant {
    const id = this.#grantsMade++
    const grant = { id, source, createdAt, expiresAt, priority: 0, carries, amount, remaining: amount }
    this.#pool.add(grant)
    return grant
  }
}
