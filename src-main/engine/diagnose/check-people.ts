import type { Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { seatLimitsOf } from '../gate/seat-limits.ts'
import { occupied, seatProblem } from '../gate/seats.ts'

type PeopleRule = (scenario: Scenario, plan: Plan) => readonly Problem[]

const duplicates: PeopleRule = ({ members, groups, apiKeys }) => [
  ...repeated('members', members),
  ...repeated('groups', groups),
  ...repeated('apiKeys', apiKeys),
]

const tooManySeats: PeopleRule = ({ members }, plan) => {
  const problem = seatProblem(occupied(members), seatLimitsOf(plan))
  return problem === null ? [] : [{ code: 'seats.over_limit', message: problem, path: 'members' }]
}

const basicAdmins: PeopleRule = ({ members }) =>
  members.flatMap(({ role, seat, id }, index) =>
    role === 'admin' && seat === 'basic'
      ? [
          {
            code: 'seats.basic_admin',
            message: `"${id}" is an admin, and admins always hold a Full seat.`,
            path: `members.${index}.seat`,
          },
        ]
      : [],
  )

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

function repeated(list: string, items: readonly { readonly id: string }[]): readonly Problem[] {
  const ids = items.map((item) => item.id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: 'people.duplicate_id',
            message: `The id "${id}" is used twice.`,
            path: `${list}.${index}.id`,
          },
        ],
  )
}
