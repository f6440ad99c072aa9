import type { AccountChange } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Consolidation } from '#shared/workspace.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'
import { linkedAtStart } from '../usage/home-workspace.ts'

type Linking = Extract<AccountChange, { kind: 'linkWorkspace' | 'unlinkWorkspace' }>

/** Everything that makes no sense in the links that are made and undone. Source: seed 000. */
export function checkLinks(catalog: Catalog, terms: Consolidation, scenario: Scenario): readonly Problem[] {
  const { workspaces } = scenario
  const billing = new Set(workspaces.flatMap(({ id, kind }) => (kind === 'billing' ? [id] : [])))
  const known = new Set(workspaces.map(({ id }) => id))
  const linked = new Set(linkedAtStart(scenario))
  const removed = new Set<string>()
  const maybeFrom = firstOnPlans(terms.plans, scenario)
  return inOrder(scenario).flatMap(({ change, index, at }) => {
    const refuse = (code: string, message: string, field = 'workspace'): readonly Problem[] => [
      { code, message, path: `changes.${index}.${field}` },
    ]
    const { workspace } = change
    if (!known.has(workspace)) return []
    if (billing.has(workspace)) {
      return change.kind === 'linkWorkspace'
        ? refuse('workspaces.link_billing', 'The others are linked to the billing workspace, not it to them.')
        : refuse(
            'workspaces.unlink_billing',
            'The billing workspace cannot be unlinked: it pays for the others.',
          )
    }
    if (change.kind === 'linkWorkspace') {
      if (removed.has(workspace)) return refuse('workspaces.removed', `"${workspace}" was removed.`)
      linked.add(workspace)
      if (at >= maybeFrom) return []
      return refuse('workspaces.plan', 'The plan has no consolidated billing on that day.', 'on')
    }
    if (!linked.delete(workspace)) return refuse('workspaces.not_linked', `"${workspace}" is not linked.`)
    if (change.afterwards.kind === 'removed') removed.add(workspace)
    return checkSubscription(catalog, change.afterwards, refuse)
  })
}

/** Links and unlinks as they happen, with their places in the scenario. */
const inOrder = ({ changes }: Scenario) =>
  changes
    .flatMap((change, index) => (isLinking(change) ? [{ change, index, at: parseInstant(change.on) }] : []))
    .toSorted((a, b) => a.at - b.at || a.index - b.index)

const isLinking = (change: AccountChange): change is Linking =>
  change.kind === 'linkWorkspace' || change.kind === 'unlinkWorkspace'

/** Since when the account is on a plan with consolidated billing, or may have moved to one; the run knows for sure. */
function firstOnPlans(named: readonly string[], { plan, changes }: Scenario): Instant {
  const plans = new Set(named)
  if (plans.has(plan)) return -Infinity
  return changes.reduce(
    (first, change) =>
      change.kind === 'changePlan' && plans.has(change.plan)
        ? Math.min(first, parseInstant(change.on))
        : first,
    Infinity,
  )
}

type Afterwards = Extract<Linking, { kind: 'unlinkWorkspace' }>['afterwards']

/** The subscription that an unlinked workspace goes on with has to be one that is sold. */
function checkSubscription(
  { plans }: Catalog,
  afterwards: Afterwards,
  refuse: (code: string, message: string, field: string) => readonly Problem[],
): readonly Problem[] {
  if (afterwards.kind === 'removed') return []
  const plan = plans.find(({ id }) => id === afterwards.plan)
  if (plan === undefined)
    return refuse('plan.unknown', `The catalogue has no plan "${afterwards.plan}".`, 'afterwards.plan')
  return [
    ...(afterwards.billing === 'annual' && plan.price.annual === null
      ? refuse('billing.not_offered', `${plan.name} is not sold annually.`, 'afterwards.billing')
      : []),
    ...(afterwards.overage.optIn && plan.pastQuota.kind === 'block'
      ? refuse(
          'overage.not_sold',
          `${plan.name} sells no usage beyond its credits, so an account cannot opt in.`,
          'afterwards.overage.optIn',
        )
      : []),
    ...(afterwards.extraSeats > 0 && plan.seats.purchase === null
      ? refuse('seats.not_sold', `${plan.name} sells no extra seats.`, 'afterwards.extraSeats')
      : []),
  ]
}
