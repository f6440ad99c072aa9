import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { DeficitPolicy, CompiledPastQuota, CompiledPlan } from '../plan/compiled-plan.ts'
import type { Period } from '../calendar/schedule.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Deficit } from './deficit.ts'
import { EarlyInvoices } from './early-invoices.ts'
import type { PastQuota, ServedPast, When } from './past-quota.ts'

type SoldPastQuota = Exclude<CompiledPastQuota, { kind: 'block' }>

const DESCRIPTIONS = {
  postpaid: 'Overage beyond the credits on hand',
  prepaid: 'Usage paid from prepaid balance',
}

/** What an account starts with: its plan, whether it opted in, and the most money a period may cost it; null for no limit. */
interface OverageTerms {
  readonly plan: CompiledPlan
  readonly optIn: boolean
  readonly spendLimit: Money | null
}

/** Usage beyond the credits on hand: whether it is served, and what becomes of it. */
export class OverageMeter implements PastQuota {
  declare readonly deficit: Deficit
  declare private policy: DeficitPolicy
  declare private readonly totals: Totals
  declare private readonly recorder: Recorder | undefined
  private optIn = false
  /** The most money per period; null for no limit. */
  declare private spendLimit: Money | null
  /** Overage of the period since the plan last changed: a new plan prices from its first unit on. */
  private quantity: Credits = 0
  /** What the period has charged on an earlier plan; it counts against the spend limit. */
  private chargedBefore: Money = 0
  /** When overage last fell due: what comes after is used from then on, also where a change keeps the cycle. */
  private chargedUntil: Instant = -Infinity
  private graceUsed: Credits = 0
  private readonly served = { grace: 0, overage: 0 }
  /** Only a run that is written down has invoices to raise early: what it all comes to is the same. */
  declare private readonly early: EarlyInvoices | null

  constructor({ plan, optIn, spendLimit }: OverageTerms, totals: Totals, recorder: Recorder | undefined) {
    this.deficit = new Deficit(plan.deficit, totals, recorder)
    this.policy = plan.deficit
    this.optIn = optIn
    this.spendLimit = spendLimit
    this.totals = totals
    this.recorder = recorder
    this.early = recorder === undefined ? null : new EarlyInvoices(recorder)
  }

  /** Another account's from now on, which has used nothing. */
  restart({ plan, optIn, spendLimit }: OverageTerms): void {
    this.deficit.restart(plan.deficit)
    this.policy = plan.deficit
    this.optIn = optIn
    this.spendLimit = spendLimit
    this.quantity = 0
    this.chargedUntil = -Infinity
    this.early?.restart()
    this.startPeriod()
  }

  startPeriod(): void {
    this.chargedBefore = 0
    this.graceUsed = 0
  }

  /** Whether the account asked for usage past its credits, where its plan sells any. */
  get isOptedIn(): boolean {
    return this.optIn
  }

  /** Holds at once; what was served before stays served, and counts against a limit. */
  set(optIn: boolean, spendLimit: Money | null): void {
    this.optIn = optIn
    this.spendLimit = spendLimit
  }

  /**
   * How much of `wanted` the grace buffer still serves: only where overage is off. What the period took from the larger
   * buffer of an earlier plan counts against a smaller one, and takes nothing back. Source: seed 002, a small buffer.
   */
  graceFor(wanted: Credits, plan: CompiledPlan): Credits {
    if (plan.grace === 0 || this.isOn(plan)) return 0
    return Math.min(wanted, Math.max(0, plan.grace - this.graceUsed))
  }

  /** How much of `wanted` more overage the period may still have. */
  servable(wanted: Credits, plan: CompiledPlan): Credits {
    const { pastQuota, minor } = plan
    if (!this.optIn || pastQuota.kind === 'block') return this.policy.mayDip ? wanted : 0
    return this.spendLimit === null ? wanted : this.within(this.spendLimit, wanted, pastQuota.charge, minor)
  }

  private within(spendLimit: Money, wanted: Credits, charge: CompiledCharge, minor: Money): Credits {
    const limit = Math.max(0, spendLimit - this.chargedBefore)
    // The line is rounded to the minor unit: what a finer limit has beyond whole ones could be rounded past it.
    const inWholeUnits = limit - (limit % minor)
    const used = this.policy.isDeficit ? this.deficit.within : this.quantity
    return Math.max(0, Math.min(wanted, charge.within(inWholeUnits) - used))
  }

  whyBlocked(plan: CompiledPlan): BlockCause {
    return this.isOn(plan) ? 'spendLimit' : 'poolEmpty'
  }

  serve(_when: When, wanted: Credits, plan: CompiledPlan): ServedPast {
    const served = this.served
    const grace = this.graceFor(wanted, plan)
    const overage = this.servable(wanted - grace, plan)
    served.grace = grace
    served.overage = overage
    this.graceUsed += grace
    this.totals.graceCredits += grace
    this.totals.overageCredits += overage
    if (this.policy.isDeficit) this.deficit.owe(overage)
    else this.quantity += overage
    return served
  }

  /** How much of so much overage is owed in credits first. */
  owed(overage: Credits): Credits {
    return this.policy.isDeficit ? overage : 0
  }

  /** A use was told: where it brings what is outstanding to the plan's threshold, that is invoiced at once. */
  bringForward(stretch: Stretch, use: Use, { pastQuota }: CompiledPlan): void {
    if (use.overage === use.deficit || pastQuota.kind === 'block') return
    const { charge, source, invoiceThreshold: threshold } = pastQuota
    if (threshold === null) return
    const from = Math.max(stretch.start, this.chargedUntil)
    this.early?.raise({ charge, source, threshold, from, outstanding: this.quantity }, stretch, use)
  }

  /**
   * Overage falls due where `covered` ends: at the period's end, or when the plan changes. Lines read as what was used of
   * `covered` since overage last fell due. Where the period's end asks no money for it, nothing ever falls due. What is
   * due without any usage is due once in a period: when it ends (`isEnd`), and only if it has charged nothing before.
   */
  charge({ pastQuota }: CompiledPlan, covered: Period, isEnd = true): void {
    if (this.policy.atPeriodEnd !== 'invoice') return
    const quantity = this.quantity + this.deficit.toOverage(covered)
    const before = this.chargedUntil
    this.quantity = 0
    this.chargedUntil = covered.end
    if (pastQuota.kind === 'block') return
    if (quantity > 0 || (pastQuota.charge.priceOfNone > 0 && this.isFeeDue(isEnd)))
      this.fallDue(pastQuota, covered, before, quantity)
  }

  /** Some vendors charge a flat fee without any usage too. */
  private isFeeDue(isEnd: boolean): boolean {
    return isEnd && this.optIn && this.chargedBefore === 0
  }

  private fallDue(sold: SoldPastQuota, covered: Period, before: Instant, quantity: Credits): void {
    const amount = sold.charge.price(quantity)
    this.totals.overage += amount
    this.chargedBefore += amount
    if (this.recorder !== undefined) this.tell(sold, covered, before, quantity, amount)
  }

  /** Writes down what was not invoiced early. */
  private tell(
    sold: SoldPastQuota,
    covered: Period,
    before: Instant,
    quantity: Credits,
    amount: Money,
  ): void {
    const line = lineOf(sold, covered, before, quantity, amount)
    const rest = this.early === null ? line : this.early.rest(line)
    if (rest !== null) this.recorder?.charged(covered.end, rest)
  }

  /** Whether the account buys usage past its credits. */
  private isOn({ pastQuota }: CompiledPlan): boolean {
    return this.optIn && pastQuota.kind !== 'block'
  }
}

/** The line of overage that was used within `covered`, or since it last fell due. */
const lineOf = (
  { kind, charge, source }: SoldPastQuota,
  covered: Period,
  lastDue: Instant,
  quantity: Credits,
  amount: Money,
): ChargeLine => ({
  kind: kind === 'postpaid' ? 'overage' : 'prepaidUsage',
  description: `${DESCRIPTIONS[kind]}${covered.isCut ? ', so far' : ''}`,
  ...(covered.isCut && { isSoFar: true }),
  from: Math.max(covered.start, lastDue),
  to: covered.end,
  quantity,
  amount,
  exact: charge.exact(quantity),
  working: () => charge.working(quantity),
  source,
})
