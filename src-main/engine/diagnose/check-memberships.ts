import type { Member } from '#shared/account.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { userOf } from '../gate/workspaces.ts'
import { HomeWorkspaces } from '../usage/home-workspace.ts'

/** Everything in which members, keys and usage contradict the workspaces they name. Source: seed 000. */
export const checkMemberships = (scenario: Scenario): readonly Problem[] => [
  ...unknownWorkspaces(scenario),
  ...twiceInAnEnvironment(scenario),
  ...movedMembers(scenario),
  ...usedElsewhere(scenario),
]

/** Something that names a workspace, and where it does. */
interface Mention {
  readonly workspace?: string | undefined
  readonly path: string
}

function unknownWorkspaces(scenario: Scenario): readonly Problem[] {
  const { members, apiKeys, changes, usage, usageEvents, workspaces } = scenario
  const known = new Set(workspaces.map(({ id }) => id))
  const inChanges = changes.flatMap((change, index): readonly Mention[] => {
    if (change.kind === 'inviteMember')
      return [{ workspace: change.member.workspace, path: `changes.${index}.member.workspace` }]
    return 'workspace' in change ? [{ workspace: change.workspace, path: `changes.${index}.workspace` }] : []
  })
  const isUnknown = ({ workspace }: Pick<Mention, 'workspace'>) =>
    workspace !== undefined && !known.has(workspace)
  return [
    ...mentionsIn('members', members, isUnknown),
    ...mentionsIn('apiKeys', apiKeys, isUnknown),
    ...inChanges.filter(isUnknown),
    ...mentionsIn('usage.streams', usage.kind === 'streams' ? usage.streams : [], isUnknown),
    ...mentionsIn('usageEvents', usageEvents, isUnknown),
  ].map(({ workspace, path }) => ({
    code: 'workspaces.unknown',
    message: `There is no workspace "${workspace}".`,
    path,
  }))
}

/** The items of a list whose workspace is `such`. */
function mentionsIn(
  list: string,
  items: readonly Pick<Mention, 'workspace'>[],
  such: (item: Pick<Mention, 'workspace'>) => boolean,
): readonly Mention[] {
  const mentions: Mention[] = []
  for (const [index, item] of items.entries())
    if (such(item)) mentions.push({ workspace: item.workspace, path: `${list}.${index}.workspace` })
  return mentions
}

/** "Within the same region, users cannot be members of multiple workspaces." Later invitations are judged in time. */
function twiceInAnEnvironment({ members, workspaces }: Scenario): readonly Problem[] {
  const billing = workspaces.find(({ kind }) => kind === 'billing')?.id
  const environments = new Map(workspaces.map(({ id, environment }) => [id, environment]))
  /** The first member of each person, by environment; those of a workspace that is not known share one. */
  const firsts = new Map<string | undefined, Map<string, Member>>()
  return members.flatMap((member, index) => {
    const environment = environments.get(member.workspace ?? billing ?? '')
    const ofPeople = firsts.get(environment) ?? new Map<string, Member>()
    const first = ofPeople.get(userOf(member))
    if (first === undefined) firsts.set(environment, ofPeople.set(userOf(member), member))
    // A member listed twice under one id is refused for that.
    if (first === undefined || first.id === member.id) return []
    const message = `"${userOf(member)}" is a member of another workspace in the same environment.`
    return [{ code: 'workspaces.member_twice', message, path: `members.${index}.workspace` }]
  })
}

function movedMembers({ members, changes }: Scenario): readonly Problem[] {
  const homes = new Map(members.map(({ id, workspace }) => [id, workspace]))
  return changes.flatMap((change, index) => {
    if (change.kind !== 'inviteMember') return []
    const { id, workspace } = change.member
    if (!homes.has(id)) homes.set(id, workspace)
    if (homes.get(id) === workspace) return []
    const message = `"${id}" names a membership of one workspace; give one of another workspace an id of its own.`
    return [{ code: 'workspaces.member_moved', message, path: `changes.${index}.member.workspace` }]
  })
}

function usedElsewhere(scenario: Scenario): readonly Problem[] {
  const homes = new HomeWorkspaces(scenario)
  const { usage, usageEvents, workspaces } = scenario
  if (workspaces.length === 0) return []
  const uses = [
    ...(usage.kind === 'streams' ? usage.streams : []).map((use, at) => ({
      use,
      path: `usage.streams.${at}`,
    })),
    ...usageEvents.map((use, at) => ({ use, path: `usageEvents.${at}` })),
  ]
  return uses.flatMap(({ use, path }) => {
    const home = homes.ofPeople(use)
    if (use.workspace === undefined || home === null || home === use.workspace) return []
    const message = `Who uses this belongs to the workspace "${home}".`
    return [{ code: 'workspaces.other_workspace', message, path: `${path}.workspace` }]
  })
}
