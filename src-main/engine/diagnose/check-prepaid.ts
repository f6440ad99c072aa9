import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { toMicros } from '../exact/amount.ts'
import { triggerProblem } from '../plan/compile-prepaid.ts'
import { finerThanMinorUnit, notSold } from './prepaid-problems.ts'

/** Everything in which a scenario's prepaid balance contradicts its plans. */
export function checkPrepaid(catalog: Catalog, scenario: Scenario, plan: Plan): readonly Problem[] {
  const { prepaid } = scenario
  if (prepaid.kind === 'asUsed') return []
  const unsold = notSold(catalog, scenario, 'prepaid')
  if (unsold !== null) return [unsold]
  const { amount, below } = prepaid.autoTopUp === 'off' ? {} : prepaid.autoTopUp
  const path = 'prepaid.autoTopUp.amount'
  return [
    amount === undefined ? null : finerThanMinorUnit(catalog, amount, path),
    amount === undefined ? null : belowMinimum(plan, amount, path),
    belowRemainder(plan, below),
  ].filter((problem) => problem !== null)
}

function belowMinimum({ pastQuota }: Plan, amount: string, path: string): Problem | null {
  if (pastQuota.kind !== 'prepaid') return null
  const minimum = pastQuota.minimumTopUp.value
  if (toMicros(amount) >= toMicros(minimum)) return null
  return { code: 'prepaid.below_minimum', message: `A top-up is at least ${minimum}.`, path }
}

function belowRemainder({ pastQuota }: Plan, below: string | undefined): Problem | null {
  if (pastQuota.kind !== 'prepaid') return null
  const message = triggerProblem(below, toMicros(pastQuota.autoTopUp.value.mustRemain ?? '0'))
  return message === null
    ? null
    : { code: 'prepaid.below_remainder', message, path: 'prepaid.autoTopUp.below' }
}
