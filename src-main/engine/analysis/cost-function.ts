import { type Credits } from '../exact/amount.ts'
import { plus, type Rational, whole } from '../exact/rational.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Period } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { accountOn, type ComparisonSetup } from './comparison-setup.ts'

/**
 * What a plan costs over the whole comparison as a function of the month's usage, before invoice lines round to
 * the minor unit: exact, so that the point where two of them cross is exact too. Null where the plan blocks.
 */
export class CostFunction {
  readonly plan: CompiledPlan
  readonly #setup: ComparisonSetup
  readonly #known = new Map<Credits, Rational | null>()

  constructor(setup: ComparisonSetup, plan: CompiledPlan) {
    this.#setup = setup
    this.plan = plan
  }

  at(usage: Credits): Rational | null {
    const known = this.#known.get(usage)
    if (known !== undefined) return known
    const cost = this.#simulated(usage)
    this.#known.set(usage, cost)
    return cost
  }

  /**
   * Usages below `upTo` where the cost may jump or bend. With the same usage every month these are the quota and
   * the bounds of the overage tiers above it: in between, the cost is a straight line.
   */
  breaks(upTo: Credits): readonly Credits[] {
    const { quota, pastQuota } = this.plan
    const tiers = pastQuota.kind === 'block' ? [] : pastQuota.charge.breaks
    return [quota, ...tiers.map((bound) => quota + bound)].filter((usage) => usage < upTo)
  }

  #simulated(usage: Credits): Rational | null {
    const overage = new ExactOverage(this.plan)
    const totals = simulate(accountOn(this.#setup, this.plan, usage), overage)
    return totals.blockedCredits > 0 ? null : plus(whole(totals.subscription), overage.cost)
  }
}

/** Sums the overage of every period before rounding. */
class ExactOverage extends SilentRecorder {
  cost: Rational = whole(0)
  readonly #plan: CompiledPlan

  constructor(plan: CompiledPlan) {
    super()
    this.#plan = plan
  }

  override overageCharged(_period: Period, quantity: Credits): void {
    const { pastQuota } = this.#plan
    if (pastQuota.kind !== 'block') this.cost = plus(this.cost, pastQuota.charge.exact(quantity))
  }
}
