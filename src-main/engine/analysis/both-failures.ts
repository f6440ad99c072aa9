import type { BothFailures } from '#shared/analysis.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import { refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Credits, creditsText, moneyText } from '../exact/amount.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import { totalOf } from '../record/totals.ts'
import { prepareScenario } from './prepared-scenario.ts'
import type { OnProgress } from './progress.ts'

/**
 * The scenario's usage on every plan, with overage off and on, side by side: what work would stop, and what money
 * would flow instead. Plans on which the scenario cannot be billed are left out; refused when that is all of them.
 */
export function bothFailures(
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<readonly BothFailures[]> {
  const rows = catalog.plans.map((plan, index) => {
    onProgress?.(index, catalog.plans.length)
    return failuresOn(catalog, scenario, plan)
  })
  const billed = rows.flatMap((row) => (row.ok ? [row.value] : []))
  if (billed.length > 0) return succeed(billed)
  return refuseAll(rows.flatMap((row) => (row.ok ? [] : row.problems)))
}

function failuresOn(catalog: Catalog, scenario: Scenario, plan: Plan): Result<BothFailures> {
  const { spendLimit } = scenario.overage
  const on: Scenario = {
    ...scenario,
    plan: plan.id,
    billing: plan.price.annual === null ? 'monthly' : scenario.billing,
  }
  const off = prepareScenario(catalog, {
    ...on,
    overage: { optIn: false },
    changes: on.changes.filter(({ kind }) => kind !== 'setOverage'),
  })
  if (!off.ok) return off
  const causes = new CauseTally()
  const stopped = simulate(off.value.terms, causes)
  const blocked = {
    total: moneyText(totalOf(stopped)),
    blockedCredits: creditsText(stopped.blockedCredits),
    blockedPeriods: stopped.blockedPeriods,
    causes: causes.rows,
  }
  if (plan.pastQuota.kind === 'block') return succeed({ plan: plan.id, blocked, overflow: null })
  const opted = prepareScenario(catalog, { ...on, overage: { optIn: true, spendLimit } })
  if (!opted.ok) return opted
  const flowing = simulate(opted.value.terms)
  const overflow = {
    total: moneyText(totalOf(flowing)),
    overage: moneyText(flowing.overage),
    overageCredits: creditsText(flowing.overageCredits),
    blockedCredits: creditsText(flowing.blockedCredits),
  }
  return succeed({ plan: plan.id, blocked, overflow })
}

/** Sums what was blocked by its cause. */
class CauseTally extends Recorder {
  readonly #credits = new Map<BlockCause, Credits>()

  get rows(): BothFailures['blocked']['causes'] {
    return [...this.#credits].map(([cause, credits]) => ({ cause, credits: creditsText(credits) }))
  }

  override used(_stretch: Stretch, { blocked }: Use): void {
    for (const { cause, credits } of blocked)
      this.#credits.set(cause, (this.#credits.get(cause) ?? 0) + credits)
  }
}
