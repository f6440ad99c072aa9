import type { AccountChange } from '#shared/account.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseInstant } from '../calendar/civil.ts'

/** What there is to be changed. */
interface Known {
  readonly members: Set<string>
  readonly groups: ReadonlySet<string>
  readonly apiKeys: ReadonlySet<string>
}

/**
 * Changes to members, billing groups and API keys that cannot be there when their time comes: members are there from
 * the start or from an earlier invitation. Whether they still are, or were let in, is found out as time passes.
 */
export function unknownInChanges({ members, groups, apiKeys, changes }: Scenario): readonly Problem[] {
  const known = {
    members: new Set(members.map((member) => member.id)),
    groups: new Set(groups.map((group) => group.id)),
    apiKeys: new Set(apiKeys.map((key) => key.id)),
  }
  return changes
    .map((change, index) => ({ change, index, at: parseInstant(change.on) }))
    .toSorted((a, b) => a.at - b.at || a.index - b.index)
    .flatMap(({ change, index }) => {
      const problems = [unknownAsking(change, known), unknownIn(change, known)]
      if (change.kind === 'inviteMember') known.members.add(change.member.id)
      return problems
        .filter((problem) => problem !== null)
        .map((problem) => ({ index, problem: { ...problem, path: `changes.${index}.${problem.path}` } }))
    })
    .toSorted((a, b) => a.index - b.index)
    .map(({ problem }) => problem)
}

const unknownAsking = ({ by }: AccountChange, { members }: Known): Problem | null =>
  by === undefined ? null : unless(members, by, 'people.unknown_member', 'member', 'by', ' then')

function unknownIn(change: AccountChange, known: Known): Problem | null {
  switch (change.kind) {
    case 'removeMember':
    case 'lockMember':
    case 'unlockMember':
    case 'changeSeat':
      return unless(known.members, change.member, 'people.unknown_member', 'member', 'member', ' then')
    case 'setGroupLimit':
      return unless(known.groups, change.group, 'people.unknown_group', 'billing group', 'group')
    case 'setKeyLimit':
      return unless(known.apiKeys, change.apiKey, 'people.unknown_key', 'API key', 'apiKey')
    default:
      return null
  }
}

const unless = (
  known: ReadonlySet<string>,
  name: string,
  code: string,
  what: string,
  path: string,
  when = '',
): Problem | null =>
  known.has(name) ? null : { code, message: `There is no ${what} "${name}"${when}.`, path }
