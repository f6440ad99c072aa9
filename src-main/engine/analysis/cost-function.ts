import type { Blocks } from '../charge/compiled-charge.ts'
import { type Credits, MICROS, type Money } from '../exact/amount.ts'
import { plus, type Rational, whole } from '../exact/rational.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Instant } from '../calendar/civil.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { accountOn, type ComparisonSetup } from './comparison-setup.ts'

/** A billion a month. */
const LARGEST_OVERAGE: Money = 1_000_000_000 * MICROS

/**
 * What a plan costs over the whole comparison as a function of the month's usage, before invoice lines round to
 * the minor unit, its subscription and offer too: exact, so that the point where two of them cross is where their
 * prices do, as worked out by hand. Null where the plan blocks.
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

  /** The usage beyond which a month's overage alone costs more than anyone pays, and soon more than can be written. */
  get reach(): Credits {
    const { quota, pastQuota } = this.plan
    return pastQuota.kind === 'block' ? Infinity : quota + pastQuota.charge.within(LARGEST_OVERAGE)
  }

  /**
   * Usages below `upTo` where the cost may jump or bend. With the same usage every month these are the quota and
   * the bounds of the overage tiers above it: in between, the cost is a straight line or climbs in even blocks.
   */
  breaks(upTo: Credits): readonly Credits[] {
    const { quota, pastQuota } = this.plan
    if (quota >= upTo) return []
    const bounds = pastQuota.kind === 'block' ? [] : pastQuota.charge.breaks(upTo - quota)
    return [quota, ...bounds.map((bound) => quota + bound)]
  }

  /** The blocks that usage from `usage` on is sold in; null where it is not, or differs from month to month. */
  packagesFrom(usage: Credits): Blocks | null {
    const { quota, pastQuota } = this.plan
    const { overage, pattern } = this.#setup.terms
    if (!overage || pattern.kind !== 'flat' || pastQuota.kind === 'block' || usage <= quota) return null
    const blocks = pastQuota.charge.packagesFrom(usage - quota)
    return blocks === null ? null : { ...blocks, edge: quota + blocks.edge }
  }

  #simulated(usage: Credits): Rational | null {
    const exact = new ExactCost()
    const totals = simulate(accountOn(this.#setup, this.plan, usage), exact)
    return totals.blockedCredits > 0 ? null : exact.cost
  }
}

/** Sums what falls due before any line of it is rounded. */
class ExactCost extends Recorder {
  cost: Rational = whole(0)

  override charged(_at: Instant, { exact }: ChargeLine): void {
    this.cost = plus(this.cost, exact)
  }
}
