import type { Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { basicAdmin } from './basic-admin.ts'
import { membersAtAnyTime } from './known-members.ts'
import { idsOf, repeated } from './repeated.ts'
import { unknownInChanges } from './unknown-in-changes.ts'
import { seatLimitsOf, soldBy } from '../gate/seat-limits.ts'
import { occupied, seatProblem } from '../gate/seats.ts'
import { linkedMembers } from '../usage/home-workspace.ts'

type PeopleRule = (scenario: Scenario, plan: Plan) => readonly Problem[]

const duplicates: PeopleRule = ({ members, groups, apiKeys }) => [
  ...repeated(idsOf(members), 'people.duplicate_id', (index) => `members.${index}.id`),
  ...repeated(idsOf(groups), 'people.duplicate_id', (index) => `groups.${index}.id`),
  ...groups.flatMap((group, place) =>
    repeated(group.members, 'people.duplicate_id', (index) => `groups.${place}.members.${index}`),
  ),
  ...groups.flatMap((group, place) =>
    repeated(group.apiKeys ?? [], 'people.duplicate_id', (index) => `groups.${place}.apiKeys.${index}`),
  ),
  ...repeated(idsOf(apiKeys), 'people.duplicate_id', (index) => `apiKeys.${index}.id`),
]

const tooManySeats: PeopleRule = (scenario, plan) => {
  const problem = seatProblem(
    occupied(linkedMembers(scenario)),
    seatLimitsOf(plan, soldBy(plan, scenario.extraSeats)),
  )
  return problem === null ? [] : [{ code: 'seats.over_limit', message: problem, path: 'members' }]
}

const extraSeatsNotSold: PeopleRule = ({ extraSeats }, { name, seats }) => {
  const { purchase, full } = seats
  const most = purchase === null ? 0 : purchase.limit === null ? Infinity : purchase.limit.value - full.value
  if (extraSeats <= most) return []
  const message =
    purchase === null
      ? `${name} sells no extra Full seats.`
      : `${name} sells at most ${most} extra Full seats.`
  return [{ code: 'seats.not_sold', message, path: 'extraSeats' }]
}

const basicAdmins: PeopleRule = ({ members }) =>
  members.flatMap((member, index) => basicAdmin(member, `members.${index}.seat`) ?? [])

const unknownMembers: PeopleRule = (scenario) => {
  const known = membersAtAnyTime(scenario)
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

/** Only keys of service accounts are in groups by themselves: a member's key is used by the member, who may be in one. */
const keysInGroups: PeopleRule = ({ groups, apiKeys }) => {
  const owners = new Map(apiKeys.map((key) => [key.id, key.member]))
  return groups.flatMap((group, index) =>
    (group.apiKeys ?? []).flatMap((name, place) => {
      const path = `groups.${index}.apiKeys.${place}`
      if (!owners.has(name))
        return [{ code: 'people.unknown_key', message: `There is no API key "${name}".`, path }]
      const owner = owners.get(name)
      if (owner === undefined) return []
      const message = `The API key "${name}" belongs to "${owner}", and counts in the groups of "${owner}".`
      return [{ code: 'people.key_of_member', message, path }]
    }),
  )
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

const RULES: readonly PeopleRule[] = [
  duplicates,
  tooManySeats,
  extraSeatsNotSold,
  basicAdmins,
  unknownMembers,
  keysInGroups,
  unknownInChanges,
  changesOutside,
]

/** Everything in which the people of a scenario contradict its plan or each other. */
export const checkPeople = (scenario: Scenario, plan: Plan): readonly Problem[] =>
  RULES.flatMap((rule) => rule(scenario, plan))
