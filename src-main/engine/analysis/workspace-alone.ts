import type { AccountChange, BillingGroup, Member } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { subjectOf } from '../change/subject-of.ts'
import { seatLimitsOf } from '../gate/seat-limits.ts'
import { occupied } from '../gate/seats.ts'
import type { HomeWorkspaces } from '../usage/home-workspace.ts'

/** The workspaces of those who share a billing group's limit. */
export const homesOfGroup = (
  { members, apiKeys = [] }: BillingGroup,
  homes: HomeWorkspaces,
): ReadonlySet<string | null> =>
  new Set([
    ...members.map((member) => homes.of({ member })),
    ...apiKeys.map((apiKey) => homes.of({ apiKey })),
  ])

/**
 * One workspace of an account as an account of its own, on the plan of the whole: its members, keys, billing groups, usage
 * and the changes to them. A change that somebody of another workspace asked for is taken as decided, unless the run of
 * the whole refused it (`refused`: places of such changes).
 */
export function workspaceAlone(
  scenario: Scenario,
  homes: HomeWorkspaces,
  workspace: string,
  refused: ReadonlySet<number>,
): Scenario {
  const isHere = (use: Parameters<typeof homes.of>[0]) => homes.of(use) === workspace
  const groups = scenario.groups.filter((group) => homesOfGroup(group, homes).has(workspace))
  const groupsHere = new Set(groups.map(({ id }) => id))
  const isOwn = (change: AccountChange): boolean => {
    const subject = subjectOf(change)
    switch (subject.kind) {
      case 'newMember':
        return isHere({ member: subject.member.id })
      case 'member':
        return isHere({ member: subject.id })
      case 'group':
        return groupsHere.has(subject.id)
      case 'apiKey':
        return isHere({ apiKey: subject.id })
      case 'subscription':
      case 'workspaceLimit':
        return false
    }
  }
  return {
    ...scenario,
    workspaces: [],
    members: scenario.members.filter(({ id }) => isHere({ member: id })).map(withoutWorkspace),
    groups,
    apiKeys: scenario.apiKeys.filter(({ id }) => isHere({ apiKey: id })).map(withoutWorkspace),
    changes: scenario.changes.flatMap((change, index) => {
      if (!isOwn(change)) return []
      const asked = withoutHome(change)
      const { by, ...decided } = asked
      if (by === undefined || isHere({ member: by })) return [asked]
      return refused.has(index) ? [] : [decided]
    }),
    usage: usageAlone(scenario.usage, isHere),
    usageEvents: scenario.usageEvents.filter(isHere).map(withoutWorkspace),
  }
}

/** The same account on a plan: overage and annual payment where the plan has them, and seats bought for its members. */
export function aloneOn(scenario: Scenario, plan: Plan): Scenario {
  const { optIn, spendLimit } = scenario.overage
  const sellsMore = optIn && plan.pastQuota.kind !== 'block'
  return {
    ...scenario,
    plan: plan.id,
    billing: plan.price.annual === null ? 'monthly' : scenario.billing,
    overage: { optIn: sellsMore, ...(sellsMore && spendLimit !== undefined && { spendLimit }) },
    extraSeats: seatsShort(scenario.members, plan),
  }
}

/** Full seats that the members need beyond the plan's, where it sells any. */
export function seatsShort(members: readonly Member[], plan: Plan): number {
  if (plan.seats.purchase === null) return 0
  const held = occupied(members)
  const limits = seatLimitsOf(plan)
  return Math.max(0, held.full - limits.full, held.full + held.basic - limits.full - limits.basic)
}

/** Usage that names nobody is the billing workspace's. */
function usageAlone(usage: ModelledUsage, isHere: (use: object) => boolean): ModelledUsage {
  if (usage.kind !== 'streams') return isHere({}) ? usage : { kind: 'streams', streams: [] }
  return { kind: 'streams', streams: usage.streams.filter(isHere).map(withoutWorkspace) }
}

function withoutWorkspace<T extends { readonly workspace?: string | undefined }>(
  some: T,
): Omit<T, 'workspace'> {
  const { workspace: _, ...rest } = some
  return rest
}

const withoutHome = (change: AccountChange): AccountChange =>
  change.kind === 'inviteMember' ? { ...change, member: withoutWorkspace(change.member) } : change
