import type { Catalog } from '#shared/catalog.ts'
import type { SeparateAccount } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { AccountTerms, DatedChange, Stay } from '../account/account-terms.ts'
import { subjectOf } from '../change/subject-of.ts'
import { dateText, parseInstant } from '../calendar/civil.ts'
import type { Departure } from '../record/departure.ts'
import type { Recorder } from '../record/recorder.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodOf } from '../calendar/schedule.ts'
import { SharedAmongAccounts } from './shared-among-accounts.ts'
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
  /** Asked for somebody to tell each account's run to, in their order; nobody else is told where it is left out. */
  readonly watchApart?: (() => Recorder) | undefined
}

/**
 * Bills every workspace that was unlinked with a new subscription as an account of its own, through the same clock,
 * from that day until it is linked again, which closes that account, or the run ends. Its members, keys and usage go with
 * it; what was agreed for the group (discounts, commitments, grants) does not. Source: seed 000, "setting up a new subscription".
 */
export function separateAccounts(origin: Origin, moves: readonly LinkMove[]): SeparateAccount[] {
  const departures = moves.flatMap((move) =>
    move.kind === 'unlinked' && move.departure.afterwards.kind === 'newSubscription' ? [move] : [],
  )
  if (departures.length === 0) return []
  const end = periodOf(origin.terms.schedule, origin.terms.months).start
  const shared = new SharedAmongAccounts(origin.scenario, origin.refused, moves)
  return departures.flatMap((move) => {
    const back = shared.linkedAgain(move)
    const stay = { start: move.at, end: back ?? end, isClosedAtEnd: back !== undefined }
    const account = billApart(origin, shared, move.departure, stay)
    return account === null ? [] : [account]
  })
}

function billApart(
  origin: Origin,
  shared: SharedAmongAccounts,
  departure: Departure,
  window: Stay,
): SeparateAccount | null {
  const { catalog, ladder } = origin
  const { workspace, afterwards } = departure
  const plan = ladder.find(
    (candidate) => afterwards.kind === 'newSubscription' && candidate.id === afterwards.plan,
  )
  if (afterwards.kind !== 'newSubscription' || plan === undefined || window.start >= window.end) return null
  const changes = changesApart(origin, shared, departure, window)
  const scenario = scenarioApart(origin, shared, departure, window, changes)
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
  const watchers = origin.watchApart === undefined ? [] : [origin.watchApart()]
  return {
    workspace,
    plan: plan.id,
    billing: afterwards.billing,
    currency: catalog.currency,
    start: dateText(window.start),
    end: dateText(window.end),
    ...billAccount(catalog, scenario, terms, [assumptions, basis, ...watchers]),
    assumptions: assumptions.assumptions,
    basis: basis.basis,
  }
}

/** The workspace alone, as a scenario of one account. */
function scenarioApart(
  { scenario }: Origin,
  { homes, limits, events }: SharedAmongAccounts,
  { workspace, afterwards, members }: Departure,
  window: Stay,
  changes: readonly DatedChange[],
): Scenario {
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
    groups: scenario.groups.map((group) => ({
      ...group,
      limit: limits.ofGroup(group, window.start),
      members: group.members.filter((id) => people.has(id)),
      ...(group.apiKeys && {
        apiKeys: group.apiKeys.filter((apiKey) => homes.of({ apiKey }) === workspace),
      }),
    })),
    apiKeys: scenario.apiKeys
      .filter((key) => homes.of({ apiKey: key.id }) === workspace)
      .map((key) => ({ ...key, limit: limits.ofKey(key, window.start) })),
    changes: changes.map(({ change }) => change),
    usage: { kind: 'streams', streams: streams.filter((stream) => homes.of(stream) === workspace) },
    usageEvents: events.of(workspace).filter((event) => {
      const at = parseInstant(event.at)
      return at >= window.start && at < window.end
    }),
  })
}

/** Changes to the workspace's people while it is by itself, but for those that were refused before. */
function changesApart(
  { terms, refused }: Origin,
  { homes }: SharedAmongAccounts,
  departure: Departure,
  { start, end }: Stay,
): readonly DatedChange[] {
  const isHere = (use: Parameters<typeof homes.of>[0]) => homes.of(use) === departure.workspace
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
