import type { AccountChange } from '#shared/account.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseInstant } from '../calendar/civil.ts'
import type { Subject } from '../change/change-kind.ts'
import { subjectOf } from '../change/subject-of.ts'

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
      const subject = subjectOf(change)
      const problems = [unknownAsking(change, known), unknownIn(subject, known)]
      if (subject.kind === 'newMember') known.members.add(subject.member.id)
      return problems
        .filter((problem) => problem !== null)
        .map((problem) => ({ index, problem: { ...problem, path: `changes.${index}.${problem.path}` } }))
    })
    .toSorted((a, b) => a.index - b.index)
    .map(({ problem }) => problem)
}

const unknownAsking = ({ by }: AccountChange, { members }: Known): Problem | null =>
  by === undefined ? null : unless(members, by, 'people.unknown_member', 'member', 'by', ' then')

function unknownIn(subject: Subject, known: Known): Problem | null {
  switch (subject.kind) {
    case 'member':
      return unless(known.members, subject.id, 'people.unknown_member', 'member', 'member', ' then')
    case 'group':
      return unless(known.groups, subject.id, 'people.unknown_group', 'billing group', 'group')
    case 'apiKey':
      return unless(known.apiKeys, subject.id, 'people.unknown_key', 'API key', 'apiKey')
    case 'subscription':
    case 'newMember':
    case 'workspaceLimit':
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
