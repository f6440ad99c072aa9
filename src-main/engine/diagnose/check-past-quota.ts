import type { Catalog, Plan } from '#shared/catalog.ts'
import { microsOf } from '#shared/decimal.ts'
import type { Policies } from '#shared/policies.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { resolvePolicies } from '../plan/policies.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** Settings past the quota with which a scenario contradicts its plan or itself. */
export function checkPastQuota(catalog: Catalog, scenario: Scenario, plan: Plan): readonly Problem[] {
  const own = scenario.policies
  const policies = resolvePolicies(catalog.policies, own)
  return [
    ...(own.overageAtPeriodEnd === undefined && own.beyondGrants === undefined
      ? []
      : debtProblems(policies, plan)),
    ...optInProblems(scenario, plan, policies),
    ...(own.beyondGrants === 'carriedWithinPeriod' && policies.overageAtPeriodEnd === 'invoice'
      ? dipProblems(scenario, plan)
      : []),
  ]
}

/** The same for a catalogue: its policies hold for every plan, and a threshold of nothing would never stop invoicing, and a trigger is no lower than what must remain. */
export const pastQuotaSettings: CatalogRule = ({ policies, plans }) => {
  const strictest = plans.find(isPrepaid) ?? plans[0]
  return [
    ...(strictest === undefined ? [] : debtProblems(resolvePolicies(policies), strictest)),
    ...plans.flatMap(thresholdProblems),
    ...plans.flatMap(triggerProblems),
  ]
}

function thresholdProblems({ name, pastQuota }: Plan, index: number): readonly Problem[] {
  if (pastQuota.kind !== 'postpaid' || pastQuota.invoiceThreshold === undefined) return []
  if (microsOf(pastQuota.invoiceThreshold.value) > 0n) return []
  const message = `${name} would invoice every unit of overage by itself: a threshold is more than nothing.`
  const path = `plans.${index}.pastQuota.invoiceThreshold.value`
  return [{ code: 'catalog.threshold_of_nothing', message, path }]
}

/** What a plan does by itself has to keep what it says must remain. */
function triggerProblems({ name, pastQuota }: Plan, index: number): readonly Problem[] {
  if (pastQuota.kind !== 'prepaid') return []
  const { below, mustRemain = '0' } = pastQuota.autoTopUp.value
  if (microsOf(below) >= microsOf(mustRemain)) return []
  const message = `${name} would top up below ${below}, but says that ${mustRemain} must remain.`
  const path = `plans.${index}.pastQuota.autoTopUp.value.below`
  return [{ code: 'catalog.trigger_below_remainder', message, path }]
}

const isPrepaid = ({ pastQuota }: Plan): boolean => pastQuota.kind === 'prepaid'

/** What is paid from a balance leaves no debt (facts §4.2), and what is never served leaves nothing to forgive. */
function debtProblems({ beyondGrants, overageAtPeriodEnd }: Policies, plan: Plan): readonly Problem[] {
  const leaves = overageAtPeriodEnd !== 'invoice'
  if (beyondGrants === 'blocked') {
    const message = `Nothing is served beyond the grants, so a period's end has nothing to ${VERBS[overageAtPeriodEnd]}.`
    return leaves
      ? [{ code: 'policies.nothing_past_grants', message, path: 'policies.overageAtPeriodEnd' }]
      : []
  }
  if (!isPrepaid(plan)) return []
  const message = `${plan.name} pays usage past its credits from a prepaid balance, which leaves no debt.`
  return [
    ...(leaves
      ? [{ code: 'policies.no_debt_on_prepaid', message, path: 'policies.overageAtPeriodEnd' }]
      : []),
    ...(beyondGrants === 'carriedWithinPeriod'
      ? [{ code: 'policies.no_debt_on_prepaid', message, path: 'policies.beyondGrants' }]
      : []),
  ]
}

const VERBS: Readonly<Record<Policies['overageAtPeriodEnd'], string>> = {
  invoice: 'invoice',
  forgive: 'forgive',
  carry: 'carry',
  carryAndRepay: 'carry',
}

/** A plan that sells nothing at all is refused for that already. */
const optInProblems = (
  { overage }: Scenario,
  { pastQuota }: Plan,
  { beyondGrants }: Policies,
): readonly Problem[] =>
  overage.optIn && beyondGrants === 'blocked' && pastQuota.kind !== 'block'
    ? [
        {
          code: 'overage.blocked_by_policy',
          message: 'Usage beyond all grants is blocked, so an account cannot opt in to it.',
          path: 'overage.optIn',
        },
      ]
    : []

/** Whoever never opts in cannot be invoiced for a dip, so what is left of it has nowhere to go. */
function dipProblems({ overage, changes }: Scenario, { name, pastQuota }: Plan): readonly Problem[] {
  const optsIn = overage.optIn || changes.some((change) => change.kind === 'setOverage' && change.optIn)
  if (optsIn && pastQuota.kind !== 'block') return []
  const why = pastQuota.kind === 'block' ? `${name} sells no overage` : 'the account has not opted in'
  const message = `What is left of a dip when the period ends cannot be invoiced: ${why}. Choose forgive, carry or carryAndRepay.`
  return [{ code: 'policies.dip_not_invoiced', message, path: 'policies.overageAtPeriodEnd' }]
}
