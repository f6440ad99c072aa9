import type { Member } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { seatLimitsOf } from '../gate/seat-limits.ts'
import { occupied, seatProblem } from '../gate/seats.ts'

type PeopleRule = (scenario: Scenario, plan: Plan) => readonly Problem[]

const duplicates: PeopleRule = ({ members, groups, apiKeys }) => [
  ...repeated(idsOf(members), (index) => `members.${index}.id`),
  ...repeated(idsOf(groups), (index) => `groups.${index}.id`),
  ...groups.flatMap((group, place) => repeated(group.members, (index) => `groups.${place}.members.${index}`)),
  ...repeated(idsOf(apiKeys), (index) => `apiKeys.${index}.id`),
]

const tooManySeats: PeopleRule = ({ members }, plan) => {
  const problem = seatProblem(occupied(members), seatLimitsOf(plan))
  return problem === null ? [] : [{ code: 'seats.over_limit', message: problem, path: 'members' }]
}

const basicAdmins: PeopleRule = ({ members, changes }) => [
  ...members.flatMap((member, index) => basicAdmin(member, `members.${index}.seat`)),
  ...changes.flatMap((change, index) =>
    change.kind === 'inviteMember' ? basicAdmin(change.member, `changes.${index}.member.seat`) : [],
  ),
]

function basicAdmin({ role, seat, id }: Member, path: string): readonly Problem[] {
  if (role !== 'admin' || seat !== 'basic') return []
  const message = `"${id}" is an admin, and admins always hold a Full seat.`
  return [{ code: 'seats.basic_admin', message, path }]
}

const unknownMembers: PeopleRule = (scenario) => {
  const known = new Set([
    ...scenario.members.map((member) => member.id),
    ...scenario.changes.flatMap((change) => (change.kind === 'inviteMember' ? [change.member.id] : [])),
  ])
  const unknown = (name: string, path: string): readonly Problem[] =>
    known.has(name) ? [] : [{ code: 'people.unknown_member', message: `There is no member "${name}".`, path }]
  return [
    ...scenario.groups.flatMap((group, index) =>
      group.members.flatMap((name, place) => unknown(name, `groups.${index}.members.${place}`)),
    ),
    ...scenario.apiKeys.flatMap((key, index) =>
      key.member === undefined ? [] : unknown(key.member, `apiKeys.${index}.member`),
    ),
  ]
}

const changesOutside: PeopleRule = ({ changes, start, months }) => {
  const from = parseDate(start)
  const end = cycleStart(from, months)
  return changes.flatMap(({ on }, index) => {
    const at = parseInstant(on)
    if (at >= from && at < end) return []
    return [
      {
        code: 'changes.outside_run',
        message: 'The change lies outside the time the scenario runs.',
        path: `changes.${index}.on`,
      },
    ]
  })
}

const RULES: readonly PeopleRule[] = [duplicates, tooManySeats, basicAdmins, unknownMembers, changesOutside]

/** Everything in which the people of a scenario contradict its plan or each other. */
export const checkPeople = (scenario: Scenario, plan: Plan): readonly Problem[] =>
  RULES.flatMap((rule) => rule(scenario, plan))

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map((item) => item.id)

function repeated(ids: readonly string[], path: (index: number) => string): readonly Problem[] {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `The id "${id}" is used twice.`
    return [{ code: 'people.duplicate_id', message, path: path(index) }]
  })
}
