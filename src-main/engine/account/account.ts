import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { roundedShare } from '../exact/round.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { burnOrders } from '../pool/burn-order.ts'
import { CreditPool } from '../pool/credit-pool.ts'
import type { Grant } from '../pool/grant.ts'
import { expiryOf, fateOf, heldBack, startOf } from '../pool/rollover.ts'
import type { BlockedPart, Period, Recorder, Stretch } from '../simulate/recorder.ts'
import type { AccountTerms, DatedChange } from '../simulate/simulate.ts'
import { checkTotals, noTotals, type Totals } from '../simulate/totals.ts'
import type { Attribution } from '../usage/attribution.ts'
import type { RatedEvent } from '../usage/rated-event.ts'

const MONTHS_A_YEAR = 12

/** One account as time passes: its subscription, its pool and what it owes. The clock says when what happens. */
export class Account {
  readonly #terms: AccountTerms
  readonly #plan: CompiledPlan
  readonly #recorder: Recorder | undefined
  readonly #pool: CreditPool
  readonly #totals = noTotals()
  /** Overage of the open period. */
  #overage: Credits = 0
  #isBlocked = false
  #grantsMade = 0

  constructor(terms: AccountTerms, recorder: Recorder | undefined) {
    this.#terms = terms
    this.#plan = terms.plan
    this.#recorder = recorder
    this.#pool = new CreditPool(burnOrders[terms.plan.burnOrder])
  }

  /** The period starts: the subscription falls due and the quota is granted. */
  open(period: Period): void {
    this.#recorder?.periodOpened(period, this.#pool.balance)
    this.#isBlocked = false
    this.#terms.gatekeeper?.startPeriod()
    this.#chargeSubscription(period)
    this.#renew(period)
  }

  /** Seats and limits change; a refusal leaves them as they were and is told. */
  change({ at, index, change }: DatedChange): void {
    const refusal = this.#terms.gatekeeper?.change(change) ?? null
    if (refusal !== null) this.#recorder?.refused(at, index, refusal)
  }

  /** Modelled usage, divisible: what cannot be served is blocked, the rest is not. */
  useModelled(period: Period, at: Instant, until: Instant, attribution: Attribution, wanted: Credits): void {
    const allowance = this.#terms.gatekeeper?.allow(attribution)
    const allowed = allowance === undefined ? wanted : Math.min(wanted, allowance.credits)
    const available = this.#pool.balance
    const pooled = Math.min(allowed, available)
    const overage = pooled < allowed ? this.#servable(allowed - pooled) : 0
    this.#serve(wanted, pooled, overage, attribution)
    const recorder = this.#recorder
    if (recorder === undefined) {
      this.#pool.burn(pooled)
      return
    }
    const stretch = { ...period, at, until }
    this.#pool.burn(pooled, (grant, amount) => recorder.burned(stretch, grant, amount))
    const gated = blockedPart(wanted - allowed, allowance?.cause ?? null)
    const blocked = [...gated, ...blockedPart(allowed - pooled - overage, this.#whyPoolBlocks())]
    recorder.used(stretch, { attribution, requests: 0, wanted, pooled, overage, blocked }, available)
  }

  /** A usage event, all or nothing: what cannot be served whole is not served at all. */
  useEvent(stretch: Stretch, { attribution, credits }: RatedEvent): void {
    const cause = this.#whyBlocked(attribution, credits)
    const available = this.#pool.balance
    const pooled = cause === null ? Math.min(credits, available) : 0
    const overage = cause === null ? credits - pooled : 0
    this.#serve(credits, pooled, overage, attribution)
    const recorder = this.#recorder
    this.#pool.burn(pooled, recorder && ((grant, amount) => recorder.burned(stretch, grant, amount)))
    const blocked = cause === null ? [] : [{ credits, cause }]
    recorder?.used(
      stretch,
      { attribution, requests: 1, wanted: credits, pooled, overage, blocked },
      available,
    )
  }

  /** The period ends: its overage is charged, and what is over rolls on, is forfeited or expires. */
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

  #whyBlocked(attribution: Attribution, credits: Credits): BlockCause | null {
    const allowance = this.#terms.gatekeeper?.allow(attribution)
    if (allowance !== undefined && allowance.credits < credits) return allowance.cause
    const beyond = credits - this.#pool.balance
    return beyond > 0 && this.#servable(beyond) < beyond ? this.#whyPoolBlocks() : null
  }

  #whyPoolBlocks(): BlockCause {
    return this.#terms.optIn && this.#plan.pastQuota.kind !== 'block' ? 'spendLimit' : 'poolEmpty'
  }

  #serve(wanted: Credits, pooled: Credits, overage: Credits, attribution: Attribution): void {
    const totals = this.#totals
    totals.wantedCredits += wanted
    totals.pooledCredits += pooled
    totals.overageCredits += overage
    this.#overage += overage
    const blocked = wanted - pooled - overage
    this.#terms.gatekeeper?.count(attribution, pooled + overage)
    if (blocked === 0) return
    totals.blockedCredits += blocked
    if (!this.#isBlocked) totals.blockedPeriods += 1
    this.#isBlocked = true
  }

  /** How much of `wanted` more overage the period may still have. */
  #servable(wanted: Credits): Credits {
    const { pastQuota } = this.#plan
    if (!this.#terms.optIn || pastQuota.kind === 'block') return 0
    const { spendLimit } = this.#terms
    if (spendLimit === null) return wanted
    // The line is rounded to the minor unit: what a finer limit has beyond whole ones could be rounded past it.
    const inWholeUnits = spendLimit - (spendLimit % this.#plan.minor)
    return Math.min(wanted, pastQuota.charge.within(inWholeUnits) - this.#overage)
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
    const expiresAt = expiryOf(rollover, period.index, this.#terms.starts)
    const grant = added > 0 ? this.#grant('plan', period.start, expiresAt, added, 0) : null
    this.#recorder?.renewed(period, grant, refused)
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

const blockedPart = (credits: Credits, cause: BlockCause | null): readonly BlockedPart[] =>
  credits === 0 || cause === null ? [] : [{ credits, cause }]
