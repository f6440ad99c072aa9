import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { ChangeOf, Kind } from '../change/change-kind.ts'
import { basicAdmin } from './basic-admin.ts'
import { finerThanMinorUnit, notSold, noWallet } from './prepaid-problems.ts'

/** What is wrong with a change whatever comes before it; null where its day has to come. The path starts at the change. */
type ChangeCheck<K extends Kind> = (change: ChangeOf<K>, sold: Sold) => Problem | null

/** What the catalogue has for this account, looked up once for all of its changes. */
interface Sold {
  readonly catalog: Catalog
  readonly plans: ReadonlySet<string>
  readonly packs: ReadonlySet<string>
  /** Why no money can be put into its balance; null where it can. */
  readonly noBalance: Problem | null
}

/** Whether it can be carried out depends on what happened until then. */
const onItsDay = (): null => null

/** One row for each kind of change; a kind missing here does not compile. */
const CHECKS: { readonly [K in Kind]: ChangeCheck<K> } = {
  changePlan: ({ plan }, { plans }) =>
    plans.has(plan)
      ? null
      : { code: 'plan.unknown', message: `The catalogue has no plan "${plan}".`, path: '.plan' },
  cancel: onItsDay,
  refund: (_change, { catalog }) =>
    catalog.refundDays === undefined
      ? { code: 'refund.not_offered', message: `${catalog.name} gives no price back on request.`, path: '' }
      : null,
  resume: onItsDay,
  setOverage: onItsDay,
  buySeats: onItsDay,
  removeSeats: onItsDay,
  buyPack: ({ pack }, { packs }) =>
    packs.has(pack)
      ? null
      : { code: 'packs.unknown', message: `The catalogue has no pack "${pack}".`, path: '.pack' },
  topUp: ({ amount }, { catalog, noBalance }) => noBalance ?? finerThanMinorUnit(catalog, amount, '.amount'),
  autoTopUp({ autoTopUp }, { catalog, noBalance }) {
    if (noBalance !== null || autoTopUp === 'off' || autoTopUp.amount === undefined) return noBalance
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
export function checkChanges(catalog: Catalog, scenario: Scenario): readonly Problem[] {
  if (scenario.changes.length === 0) return []
  const sold: Sold = {
    catalog,
    plans: new Set(catalog.plans.map(({ id }) => id)),
    packs: new Set(catalog.packs?.map(({ id }) => id)),
    noBalance: notSold(catalog, scenario, '') ?? noWallet(scenario, ''),
  }
  return scenario.changes.flatMap((change, index) => {
    const problem = check(change.kind, change, sold)
    return problem === null ? [] : [{ ...problem, path: `changes.${index}${problem.path}` }]
  })
}

const check = <K extends Kind>(kind: K, change: ChangeOf<K>, sold: Sold): Problem | null =>
  CHECKS[kind](change, sold)

/** "Requires configuration by our team": no member of the account links or unlinks a workspace. Source: seed 000. */
function byMember(by: string | undefined): Problem | null {
  if (by === undefined) return null
  const message = 'Workspaces are linked and unlinked by the vendor’s team, not by a member.'
  return { code: 'workspaces.by_member', message, path: '.by' }
}
