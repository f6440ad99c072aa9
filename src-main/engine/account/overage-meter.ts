import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Recorder } from '../simulate/recorder.ts'
import type { Totals } from '../simulate/totals.ts'
import type { Term } from '../subscription/proration.ts'

/** Usage beyond the credits on hand: whether it is served, and what it costs. */
export class OverageMeter {
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #optIn: boolean
  /** The most money per period; null for no limit. */
  #spendLimit: Money | null
  #quantity: Credits = 0

  constructor(optIn: boolean, spendLimit: Money | null, totals: Totals, recorder: Recorder | undefined) {
    this.#optIn = optIn
    this.#spendLimit = spendLimit
    this.#totals = totals
    this.#recorder = recorder
  }

  /** Holds at once; what was served before stays served, and counts against a limit. */
  set(optIn: boolean, spendLimit: Money | null): void {
    this.#optIn = optIn
    this.#spendLimit = spendLimit
  }

  /** How much of `wanted` more overage the period may still have. */
  servable(wanted: Credits, { pastQuota, minor }: CompiledPlan): Credits {
    if (!this.#optIn || pastQuota.kind === 'block') return 0
    if (this.#spendLimit === null) return wanted
    // The line is rounded to the minor unit: what a finer limit has beyond whole ones could be rounded past it.
    const inWholeUnits = this.#spendLimit - (this.#spendLimit % minor)
    return Math.max(0, Math.min(wanted, pastQuota.charge.within(inWholeUnits) - this.#quantity))
  }

  whyBlocked({ pastQuota }: CompiledPlan): BlockCause {
    return this.#optIn && pastQuota.kind !== 'block' ? 'spendLimit' : 'poolEmpty'
  }

  count(quantity: Credits): void {
    this.#quantity += quantity
    this.#totals.overageCredits += quantity
  }

  /** Overage falls due: at the period's end, or when the plan changes. Lines read as what `covered` was used. */
  charge(at: Instant, { pastQuota }: CompiledPlan, covered: Term): void {
    const quantity = this.#quantity
    this.#quantity = 0
    if (pastQuota.kind === 'block') return
    // Some vendors charge a flat fee without any usage too.
    const amount = this.#optIn || quantity > 0 ? pastQuota.charge.price(quantity) : 0
    if (quantity === 0 && amount === 0) return
    this.#totals.overage += amount
    this.#recorder?.charged(at, {
      kind: pastQuota.kind === 'postpaid' ? 'overage' : 'prepaidUsage',
      description:
        pastQuota.kind === 'postpaid'
          ? 'Overage beyond the credits on hand'
          : 'Usage paid from prepaid balance',
      from: covered.start,
      to: covered.end,
      quantity,
      amount,
      working: pastQuota.charge.working(quantity),
      source: pastQuota.source,
    })
  }
}
