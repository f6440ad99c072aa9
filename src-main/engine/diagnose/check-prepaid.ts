import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { moneyText, toMicros } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { triggerProblem } from '../plan/compile-prepaid.ts'
import { reachablePlans } from '../plan/reachable-plans.ts'

/** Everything in which a scenario's prepaid balance contradicts its plans. */
export function checkPrepaid(catalog: Catalog, scenario: Scenario, plan: Plan): readonly Problem[] {
  const { prepaid, changes } = scenario
  const isSold = reachablePlans(catalog, scenario).some(({ pastQuota }) => pastQuota.kind === 'prepaid')
  const notSold = (path: string): Problem => ({
    code: 'prepaid.not_sold',
    message: 'The account is never on a plan that sells usage from a prepaid balance.',
    path,
  })
  const noWallet = (path: string): Problem => ({
    code: 'prepaid.no_wallet',
    message: 'Money can be put only into a wallet: the scenario funds prepaid usage as it is used.',
    path,
  })
  const purchases = changes.flatMap((change, index) => {
    if (change.kind !== 'topUp' && change.kind !== 'autoTopUp') return []
    const path = `changes.${index}`
    if (!isSold) return [notSold(path)]
    if (prepaid.kind === 'asUsed') return [noWallet(path)]
    if (change.kind === 'topUp') return amountProblems(catalog, change.amount, `${path}.amount`)
    return change.autoTopUp === 'off' || change.autoTopUp.amount === undefined
      ? []
      : amountProblems(catalog, change.autoTopUp.amount, `${path}.autoTopUp.amount`)
  })
  if (prepaid.kind === 'asUsed') return purchases
  if (!isSold) return [notSold('prepaid'), ...purchases]
  const { amount, below } = prepaid.autoTopUp === 'off' ? {} : prepaid.autoTopUp
  const path = 'prepaid.autoTopUp.amount'
  return [
    ...(amount === undefined
      ? []
      : [...amountProblems(catalog, amount, path), ...minimumProblems(plan, amount, path)]),
    ...triggerProblems(plan, below),
    ...purchases,
  ]
}

/** A top-up is an invoice line, and those are in whole minor units. */
function amountProblems({ currency }: Catalog, amount: string, path: string): readonly Problem[] {
  const minor = minorUnit(currency)
  if (toMicros(amount) % minor === 0) return []
  const message = `A top-up is a multiple of ${moneyText(minor)} ${currency}.`
  return [{ code: 'prepaid.finer_than_minor_unit', message, path }]
}

function minimumProblems({ pastQuota }: Plan, amount: string, path: string): readonly Problem[] {
  if (pastQuota.kind !== 'prepaid') return []
  const minimum = pastQuota.minimumTopUp.value
  if (toMicros(amount) >= toMicros(minimum)) return []
  return [{ code: 'prepaid.below_minimum', message: `A top-up is at least ${minimum}.`, path }]
}

function triggerProblems({ pastQuota }: Plan, below: string | undefined): readonly Problem[] {
  if (pastQuota.kind !== 'prepaid') return []
  const message = triggerProblem(below, toMicros(pastQuota.autoTopUp.value.mustRemain ?? '0'))
  return message === null
    ? []
    : [{ code: 'prepaid.below_remainder', message, path: 'prepaid.autoTopUp.below' }]
}
