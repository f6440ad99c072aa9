import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Consolidation } from '#shared/workspace.ts'
import { linkedAtStart } from '../usage/home-workspace.ts'
import { checkLinks } from './check-links.ts'
import { checkMemberships } from './check-memberships.ts'
import { idsOf, repeated } from './repeated.ts'

type WorkspaceRule = (scenario: Scenario, terms: Consolidation, plan: Plan) => readonly Problem[]

/** Everything in which the workspaces of a scenario contradict its catalogue, its people or each other. */
export function checkWorkspaces(catalog: Catalog, scenario: Scenario, plan: Plan): readonly Problem[] {
  const memberships = checkMemberships(scenario)
  if (scenario.workspaces.length === 0) return memberships
  const terms = catalog.consolidation?.value
  if (terms === undefined) {
    const message = `${catalog.name} has no consolidated billing.`
    return [{ code: 'workspaces.not_offered', message, path: 'workspaces' }, ...memberships]
  }
  return [
    ...RULES.flatMap((rule) => rule(scenario, terms, plan)),
    ...memberships,
    ...checkLinks(catalog, terms, scenario),
  ]
}

const sameIds: WorkspaceRule = ({ workspaces }) =>
  repeated(idsOf(workspaces), 'workspaces.duplicate_id', (index) => `workspaces.${index}.id`)

const oneBilling: WorkspaceRule = ({ workspaces }) => {
  const billing = workspaces.flatMap(({ kind }, index) => (kind === 'billing' ? [index] : []))
  if (billing.length === 0)
    return [problem('no_billing', 'One workspace has to be the billing workspace.', 'workspaces')]
  return billing
    .slice(1)
    .map((index) =>
      problem(
        'two_billing',
        'There is one billing workspace; the others report.',
        `workspaces.${index}.kind`,
      ),
    )
}

/** As many environments as a message names. */
const MOST_TOLD = 20

const environments: WorkspaceRule = ({ workspaces }, { billingEnvironment, environments: named }) => {
  const known = new Set(named)
  const all = [...named.slice(0, MOST_TOLD), ...(named.length > MOST_TOLD ? ['others'] : [])].join(', ')
  return workspaces.flatMap(({ kind, environment }, index) => {
    const path = `workspaces.${index}.environment`
    if (!known.has(environment)) {
      const message = `There is no environment "${environment}"; there are ${all}.`
      return [problem('unknown_environment', message, path)]
    }
    if (kind === 'reporting' || environment === billingEnvironment) return []
    const message = `The billing workspace has to be in the environment "${billingEnvironment}".`
    return [problem('billing_environment', message, path)]
  })
}

const planHasIt: WorkspaceRule = (scenario, { plans }, plan) => {
  const linked = linkedAtStart(scenario)
  const isNeeded = scenario.workspaces.some(({ id, kind }) => kind === 'reporting' && linked.has(id))
  if (!isNeeded || plans.includes(plan.id)) return []
  return [problem('plan', `${plan.name} has no consolidated billing.`, 'plan')]
}

const onePlan: WorkspaceRule = ({ workspaces, plan }) =>
  workspaces.flatMap((workspace, index) =>
    workspace.plan === undefined || workspace.plan === plan
      ? []
      : [
          problem(
            'other_plan',
            'All workspaces share one subscription, that of the billing workspace.',
            `workspaces.${index}.plan`,
          ),
        ],
  )

const limits: WorkspaceRule = ({ workspaces, changes }, { perWorkspaceLimits }) => {
  const kinds = new Map(workspaces.map(({ id, kind }) => [id, kind]))
  const refuse = (id: string, limit: string | null, path: string): readonly Problem[] => {
    if (limit === null) return []
    if (!perWorkspaceLimits)
      return [problem('no_limits', 'All workspaces share the same credit pool, without limits.', path)]
    if (kinds.get(id) !== 'billing') return []
    return [problem('billing_limit', 'Only a reporting workspace can have a limit.', path)]
  }
  return [
    ...workspaces.flatMap(({ id, creditLimit }, index) =>
      refuse(id, creditLimit, `workspaces.${index}.creditLimit`),
    ),
    ...changes.flatMap((change, index) =>
      change.kind === 'setWorkspaceLimit'
        ? refuse(change.workspace, change.limit, `changes.${index}.limit`)
        : [],
    ),
  ]
}

const RULES: readonly WorkspaceRule[] = [sameIds, oneBilling, environments, planHasIt, onePlan, limits]

const problem = (code: string, message: string, path: string): Problem => ({
  code: `workspaces.${code}`,
  message,
  path,
})
