import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { subjectOf } from '../change/subject-of.ts'
import type { HomeWorkspaces } from '../usage/home-workspace.ts'
import { homesOfGroup } from './workspace-alone.ts'

type Rule = (scenario: Scenario, homes: HomeWorkspaces) => readonly Problem[]

/** Everything of an account that belongs to all of its workspaces together, so that nobody can say whose it would be apart. */
export const cannotSplit: Rule = (scenario, homes) => RULES.flatMap((rule) => rule(scenario, homes))

const oneWorkspace: Rule = ({ workspaces }) =>
  workspaces.length > 1
    ? []
    : [problem('one_workspace', 'The scenario names no two workspaces that could be apart.', 'workspaces')]

const shared: Rule = ({ grants, prepaid, trial, invoicing }) => [
  ...(grants.length > 0 ? [ofAll('Credits that are granted', 'grants')] : []),
  ...(prepaid.kind === 'wallet' ? [ofAll('A prepaid balance', 'prepaid')] : []),
  ...(trial === undefined ? [] : [ofAll('A trial', 'trial')]),
  ...((invoicing?.discounts.length ?? 0) > 0 ? [ofAll('A discount', 'invoicing.discounts')] : []),
  ...((invoicing?.coupons.length ?? 0) > 0 ? [ofAll('A coupon', 'invoicing.coupons')] : []),
  ...(invoicing?.commitment === undefined ? [] : [ofAll('A commitment', 'invoicing.commitment')]),
]

const subscriptionChanges: Rule = ({ changes }) =>
  changes.flatMap((change, index) =>
    subjectOf(change).kind === 'subscription'
      ? [ofAll('A dated change to the subscription or to links', `changes.${index}`)]
      : [],
  )

const groups: Rule = (scenario, homes) =>
  scenario.groups.flatMap((group, index) =>
    homesOfGroup(group, homes).size > 1
      ? [
          ofAll(
            `The billing group "${group.id}", whose members are of several workspaces,`,
            `groups.${index}`,
          ),
        ]
      : [],
  )

const madeAgainElsewhere: Rule = ({ usageEvents }, homes) => {
  const homesById = new Map(usageEvents.map((event) => [event.id, homes.of(event)]))
  return usageEvents.flatMap((event, index) => {
    const { regenerates } = event
    if (regenerates === undefined || homesById.get(regenerates) === homes.of(event)) return []
    const message =
      'This makes content of another workspace again, which an account of its own would not know.'
    return [problem('cannot_split', message, `usageEvents.${index}.regenerates`)]
  })
}

const RULES: readonly Rule[] = [oneWorkspace, shared, subscriptionChanges, groups, madeAgainElsewhere]

const problem = (code: string, message: string, path: string): Problem => ({
  code: `workspaces.${code}`,
  message,
  path,
})

const ofAll = (what: string, path: string): Problem =>
  problem(
    'cannot_split',
    `${what} belongs to the workspaces together: nobody can say whose it would be. Take it out to see them apart.`,
    path,
  )
