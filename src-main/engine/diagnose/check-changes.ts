import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { ChangeOf, Kind } from '../change/change-kind.ts'
import { basicAdmin } from './basic-admin.ts'
import { finerThanMinorUnit, notSold, noWallet } from './prepaid-problems.ts'

/** What is wrong with a change whatever comes before it; null where its day has to come. The path starts at the change. */
type ChangeCheck<K extends Kind> = (
  change: ChangeOf<K>,
  catalog: Catalog,
  scenario: Scenario,
) => Problem | null

/** Whether it can be carried out depends on what happened until then. */
const onItsDay = (): null => null

/** One row for each kind of change; a kind missing here does not compile. */
const CHECKS: { readonly [K in Kind]: ChangeCheck<K> } = {
  changePlan: ({ plan }, { plans }) =>
    plans.some(({ id }) => id === plan)
      ? null
      : { code: 'plan.unknown', message: `The catalogue has no plan "${plan}".`, path: '.plan' },
  cancel: onItsDay,
  refund: (_change, { name, refundDays }) =>
    refundDays === undefined
      ? { code: 'refund.not_offered', message: `${name} gives no price back on request.`, path: '' }
      : null,
  resume: onItsDay,
  setOverage: onItsDay,
  buySeats: onItsDay,
  removeSeats: onItsDay,
  buyPack: ({ pack }, { packs }) =>
    packs?.some(({ id }) => id === pack)
      ? null
      : { code: 'packs.unknown', message: `The catalogue has no pack "${pack}".`, path: '.pack' },
  topUp: ({ amount }, catalog, scenario) =>
    noBalance(catalog, scenario) ?? finerThanMinorUnit(catalog, amount, '.amount'),
  autoTopUp({ autoTopUp }, catalog, scenario) {
    const problem = noBalance(catalog, scenario)
    if (problem !== null || autoTopUp === 'off' || autoTopUp.amount === undefined) return problem
    return finerThanMinorUnit(catalog, autoTopUp.amount, '.autoTopUp.amount')
  },
  redeemCoupon: onItsDay,
  inviteMember: ({ member }) => basicAdmin(member, '.member.seat'),
  removeMember: onItsDay,
  lockMember: onItsDay,
  unlockMember: onItsDay,
  changeSeat: onItsDay,
  setGroupLimit: onItsDay,
  setKeyLimit: onItsDay,
  setWorkspaceLimit: onItsDay,
  linkWorkspace: ({ by }) => byMember(by),
  unlinkWorkspace: ({ by }) => byMember(by),
}

/** Everything that is wrong with changes by themselves. See `checkLinks` and `unknownInChanges` for their order. */
export const checkChanges = (catalog: Catalog, scenario: Scenario): readonly Problem[] =>
  scenario.changes.flatMap((change, index) => {
    const problem = check(change.kind, change, catalog, scenario)
    return problem === null ? [] : [{ ...problem, path: `changes.${index}${problem.path}` }]
  })

const check = <K extends Kind>(
  kind: K,
  change: ChangeOf<K>,
  catalog: Catalog,
  scenario: Scenario,
): Problem | null => CHECKS[kind](change, catalog, scenario)

/** "Requires configuration by our team": no member of the account links or unlinks a workspace. Source: seed 000. */
function byMember(by: string | undefined): Problem | null {
  if (by === undefined) return null
  const message = 'Workspaces are linked and unlinked by the vendor’s team, not by a member.'
  return { code: 'workspaces.by_member', message, path: '.by' }
}

const noBalance = (catalog: Catalog, scenario: Scenario): Problem | null =>
  notSold(catalog, scenario, '') ?? noWallet(scenario, '')
