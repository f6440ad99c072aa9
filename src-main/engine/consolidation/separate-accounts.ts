import type { Catalog } from '#shared/catalog.ts'
import type { SeparateAccount } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { AccountTerms, DatedChange, Stay } from '../account/account-terms.ts'
import { subjectOf } from '../change/subject-of.ts'
import { dateText, type Instant, parseInstant } from '../calendar/civil.ts'
import type { Departure } from '../record/departure.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodOf } from '../calendar/schedule.ts'
import { HomeWorkspaces } from '../usage/home-workspace.ts'
import { AssumptionWriter } from '../report/assumption-writer.ts'
import { BasisWriter } from '../report/basis-writer.ts'
import { billAccount } from '../report/bill-account.ts'
import { termsOfScenario } from '../simulate/terms-of-scenario.ts'
import type { LinkMove } from './workspace-writer.ts'

/** The run that workspaces left, and what of it holds for their own accounts. */
export interface Origin {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly ladder: readonly CompiledPlan[]
  readonly terms: AccountTerms
  /** Places in the scenario of the changes that were refused there. */
  readonly refused: ReadonlySet<number>
}

/**
 * Bills every workspace that was unlinked with a new subscription as an account of its own, through the same clock,
 * from that day until it is linked again, which closes that account, or the run ends. Its members, keys and usage go with it; what was agreed for
 * the group (discounts, commitments, grants) does not. Source: seed 000, "setting up a new subscription".
 */
export function separateAccounts(origin: Origin, moves: readonly LinkMove[]): SeparateAccount[] {
  return moves.flatMap((move) => {
    if (move.kind !== 'unlinked' || move.departure.afterwards.kind !== 'newSubscription') return []
    const end = periodOf(origin.terms.schedule, origin.terms.months).start
    const back = moves.find(
      (next) => next.kind === 'linked' && next.workspace === move.workspace && next.at >= move.at,
    )
    const stay = { start: move.at, end: back?.at ?? end, isClosedAtEnd: back !== undefined }
    const account = billApart(origin, move.departure, stay)
    return account === null ? [] : [account]
  })
}

function billApart(origin: Origin, departure: Departure, window: Stay): SeparateAccount | null {
  const { catalog, ladder } = origin
  const { workspace, afterwards } = departure
  const plan = ladder.find(
    (candidate) => afterwards.kind === 'newSubscription' && candidate.id === afterwards.plan,
  )
  if (afterwards.kind !== 'newSubscription' || plan === undefined || window.start >= window.end) return null
  const changes = changesApart(origin, departure, window)
  const scenario = scenarioApart(origin, departure, window, changes)
  const own = termsOfScenario(catalog, scenario, ladder, plan)
  const terms = {
    ...own,
    window,
    changes: own.changes.map((change) => ({
      ...change,
      index: changes[change.index]?.index ?? change.index,
    })),
  }
  const assumptions = new AssumptionWriter(catalog, plan, terms.usage.length)
  const basis = new BasisWriter(catalog, plan)
  return {
    workspace,
    plan: plan.id,
    billing: afterwards.billing,
    currency: catalog.currency,
    start: dateText(window.start),
    end: dateText(window.end),
    ...billAccount(catalog, scenario, terms, [assumptions, basis]),
    assumptions: assumptions.assumptions,
    basis: basis.basis,
  }
}

/** The workspace alone, as a scenario of one account. */
function scenarioApart(
  { scenario, refused }: Origin,
  { workspace, afterwards, members }: Departure,
  window: Stay,
  changes: readonly DatedChange[],
): Scenario {
  const homes = new HomeWorkspaces(scenario)
  // A limit somebody asked for in vain was never one.
  const made = { ...scenario, changes: scenario.changes.filter((_, index) => !refused.has(index)) }
  const people = new Set([...members.map(({ id }) => id), ...invitedIn(changes)])
  const { usage } = scenario
  const streams = usage.kind === 'streams' ? usage.streams : []
  const { plan, billing, overage, extraSeats } = afterwards.kind === 'newSubscription' ? afterwards : scenario
  return Scenario.parse({
    schemaVersion: 1,
    name: scenario.name,
    catalog: 'apart',
    plan,
    billing,
    overage,
    extraSeats,
    start: scenario.start,
    months: scenario.months,
    offers: scenario.offers,
    policies: scenario.policies,
    ...(scenario.invoicing !== undefined && { invoicing: { taxes: scenario.invoicing.taxes } }),
    members,
    groups: groupsAt(made, window.start).map((group) => ({
      ...group,
      members: group.members.filter((id) => people.has(id)),
      ...(group.apiKeys && {
        apiKeys: group.apiKeys.filter((apiKey) => homes.of({ apiKey }) === workspace),
      }),
    })),
    apiKeys: keysAt(made, window.start).filter((key) => homes.of({ apiKey: key.id }) === workspace),
    changes: changes.map(({ change }) => change),
    usage: { kind: 'streams', streams: streams.filter((stream) => homes.of(stream) === workspace) },
    usageEvents: scenario.usageEvents.filter((event) => {
      const at = parseInstant(event.at)
      return at >= window.start && at < window.end && homes.of(event) === workspace
    }),
  })
}

/** Changes to the workspace's people while it is by itself, but for those that were refused before. */
function changesApart(origin: Origin, departure: Departure, { start, end }: Stay): readonly DatedChange[] {
  const { terms, scenario, refused } = origin
  const homes = new HomeWorkspaces(scenario)
  const isHere = (use: Parameters<HomeWorkspaces['of']>[0]) => homes.of(use) === departure.workspace
  const leaving = terms.changes.findIndex(
    ({ at, change }) =>
      at === start && change.kind === 'unlinkWorkspace' && change.workspace === departure.workspace,
  )
  return terms.changes.slice(leaving + 1).filter(({ at, index, change }) => {
    if (at >= end || refused.has(index)) return false
    const subject = subjectOf(change)
    switch (subject.kind) {
      case 'newMember':
        return isHere({ member: subject.member.id })
      case 'member':
        return isHere({ member: subject.id })
      case 'apiKey':
        return isHere({ apiKey: subject.id })
      case 'group':
        return true
      case 'subscription':
      case 'workspaceLimit':
        return false
    }
  })
}

const invitedIn = (changes: readonly DatedChange[]): readonly string[] =>
  changes.flatMap(({ change }) => (change.kind === 'inviteMember' ? [change.member.id] : []))

/** Groups with the limits they had come to have by then. */
const groupsAt = ({ groups, changes }: Scenario, start: Instant): Scenario['groups'] =>
  groups.map((group) => {
    const set = changes.filter((change) => change.kind === 'setGroupLimit' && change.group === group.id)
    return { ...group, limit: limitAt(set, start, group.limit) }
  })

/** Keys with the limits they had come to have by then. */
const keysAt = ({ apiKeys, changes }: Scenario, start: Instant): Scenario['apiKeys'] =>
  apiKeys.map((key) => {
    const set = changes.filter((change) => change.kind === 'setKeyLimit' && change.apiKey === key.id)
    return { ...key, limit: limitAt(set, start, key.limit) }
  })

function limitAt(changes: Scenario['changes'], start: Instant, otherwise: string | null): string | null {
  const before = changes
    .flatMap((change) => ('limit' in change ? [{ at: parseInstant(change.on), limit: change.limit }] : []))
    .filter(({ at }) => at <= start)
    .toSorted((a, b) => a.at - b.at)
  return before.at(-1)?.limit ?? (before.length === 0 ? otherwise : null)
}
