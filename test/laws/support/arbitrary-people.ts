import * as fc from 'fast-check'
import type { Member } from '#shared/account.ts'
import type { Catalog, Rollover } from '#shared/catalog.ts'
import { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { figure, perThousand, postpaid } from '../../engine/support/build.ts'
import { workspaceOf } from '../../engine/support/people.ts'
import type { Account } from './arbitrary-account.ts'
import { anyWeekdays } from './arbitrary-weekdays.ts'

/*
 * Accounts of a few people, groups and keys with so little to use that every limit is met, and so many changes that
 * some are refused. Whoever does not fit at the start is left out, so that every account can be billed.
 */

const HOUR = 3_600_000
const NAMES = ['ann', 'bea', 'cem', 'dan', 'eva']
const KEYS = ['web', 'app']
const PRODUCTS = ['create', 'agents', 'api']
/** Of the smallest run, in hours. */
const HOURS = 28 * 24

const few = (max: number) => fc.integer({ min: 0, max }).map(String)
const name = fc.constantFrom(...NAMES)
const limit = fc.option(few(300))
const seat = fc.constantFrom('full' as const, 'basic' as const)

const member = fc
  .record({
    id: name,
    role: fc.constantFrom('member' as const, 'member' as const, 'admin' as const),
    seat,
    locked: fc.nat(5).map((n) => n === 0),
  })
  .map((some): Member => (some.role === 'admin' ? { ...some, seat: 'full' } : some))

const rollover: fc.Arbitrary<Rollover> = fc.constantFrom<Rollover>(
  { kind: 'none' },
  { kind: 'age', periods: 1 },
  { kind: 'cap', multiple: 1 },
  { kind: 'count', carries: 1, percent: '50', validity: 1 },
)

const regenerations = fc.option(
  fc
    .record({ count: fc.integer({ min: 1, max: 2 }), hours: fc.integer({ min: 1, max: 200 }) })
    .map(({ count, hours }) => figure({ count, withinMinutes: hours * 60, products: ['create'] })),
)

const catalog: fc.Arbitrary<Catalog> = fc
  .record({
    full: fc.nat(3),
    basic: fc.nat(3),
    ceiling: fc.option(few(150)),
    credits: few(900),
    rollover,
    isPostpaid: fc.boolean(),
    freeRegenerations: regenerations,
  })
  .map(({ isPostpaid, freeRegenerations, ...terms }) => {
    const workspace = workspaceOf({
      ...terms,
      ...(isPostpaid && { pastQuota: postpaid(perThousand('100')) }),
      ...(freeRegenerations && { freeRegenerations }),
    })
    // Thirds of a credit, so that something is rounded.
    const burnRates = workspace.burnRates.map((rate) =>
      rate.product === 'agents' ? { ...rate, rate: figure({ credits: '2', per: '3' }) } : rate,
    )
    return { ...workspace, burnRates }
  })

const who = fc.record({ member: fc.option(name), apiKey: fc.option(fc.constantFrom(...KEYS)) })

const change = fc.oneof(
  fc.record({ kind: fc.constant('inviteMember' as const), member }),
  fc.record({ kind: fc.constantFrom('removeMember', 'lockMember', 'unlockMember'), member: name }),
  fc.record({ kind: fc.constant('changeSeat' as const), member: name, seat }),
  fc.record({ kind: fc.constant('setGroupLimit' as const), group: fc.constantFrom('g0', 'g1'), limit }),
  fc.record({ kind: fc.constant('setKeyLimit' as const), apiKey: fc.constantFrom(...KEYS), limit }),
)

const draft = fc.record({
  catalog,
  start: fc.constantFrom('2026-01-01', '2024-01-31', '2027-02-28'),
  months: fc.integer({ min: 1, max: 2 }),
  optIn: fc.boolean(),
  spendLimit: fc.option(few(20)),
  members: fc.uniqueArray(member, { selector: ({ id }) => id, maxLength: 5 }),
  groups: fc.array(fc.record({ members: fc.subarray(NAMES), keys: fc.subarray(KEYS), limit }), {
    maxLength: 3,
  }),
  apiKeys: fc.array(fc.record({ member: fc.option(name), limit }), { minLength: 2, maxLength: 2 }),
  changes: fc.uniqueArray(fc.record({ hour: fc.nat(HOURS - 1), change }), {
    selector: ({ hour }) => hour,
    maxLength: 10,
  }),
  streams: fc.array(
    fc.record({ who, product: fc.constantFrom(...PRODUCTS), monthly: few(400), weekdays: anyWeekdays }),
    {
      maxLength: 3,
    },
  ),
  events: fc.array(
    fc.record({
      who,
      hour: fc.nat(HOURS - 1),
      product: fc.constantFrom(...PRODUCTS),
      quantity: fc.constantFrom('0', '1', '40', '40', '90', '0.000001', '333.333333'),
      /** Which of the earlier events it makes again, if there is one. */
      makesAgain: fc.option(fc.nat(20)),
    }),
    { maxLength: 20 },
  ),
})

type Draft = typeof draft extends fc.Arbitrary<infer Of> ? Of : never

export const anyPeople: fc.Arbitrary<Account> = draft.map((given) => {
  const { catalog: workspace, start, months, streams } = given
  const optIn = given.optIn && workspace.plans[0]?.pastQuota.kind === 'postpaid'
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Any',
    catalog: workspace,
    plan: 'plan',
    start,
    months,
    overage: { optIn, ...(optIn && given.spendLimit !== null && { spendLimit: given.spendLimit }) },
    ...peopleOf(given),
    usage: {
      kind: 'streams',
      streams: streams.map(({ who: some, product, monthly, weekdays }, index) => ({
        ...named(some, given),
        id: `s${index}`,
        product,
        model: 'Standard',
        monthly,
        ...weekdays,
      })),
    },
    usageEvents: eventsOf(given),
  })
  return { catalog: workspace, scenario }
})

function peopleOf(given: Draft) {
  const known = new Set(knownNames(given))
  const apiKeys = given.apiKeys.map(({ member: owner, limit: most }, index) => ({
    id: KEYS[index],
    ...(owner !== null && known.has(owner) && { member: owner }),
    limit: most,
  }))
  return {
    members: fitting(given),
    groups: given.groups.map(({ members, keys, limit: most }, index) => ({
      id: `g${index}`,
      members: members.filter((id) => known.has(id)),
      apiKeys: keys.filter((id) => apiKeys.some((key) => key.id === id && !('member' in key))),
      limit: most,
    })),
    apiKeys,
    changes: sensible(given).map(({ hour, change: what }) => ({ ...what, on: instant(given, hour) })),
  }
}

/** Changes of groups that are there, and of people who were invited before, if they were not there from the start. */
function sensible(given: Draft): Draft['changes'] {
  const members = new Set(fitting(given).map(({ id }) => id))
  return given.changes
    .toSorted((a, b) => a.hour - b.hour)
    .filter(({ change: what }) => {
      if (what.kind === 'inviteMember') return members.add(what.member.id)
      if (what.kind === 'setGroupLimit') return Number(what.group.slice(1)) < given.groups.length
      return what.kind === 'setKeyLimit' || members.has(what.member)
    })
}

/** The first members for whom there are seats. */
function fitting({ catalog: { plans }, members }: Draft): readonly Member[] {
  const [full = 0, basic = 0] = [plans[0]?.seats.full.value, plans[0]?.seats.basic.value]
  const held = { full: 0, all: 0 }
  return members.filter(({ locked, seat: type }) => {
    if (locked) return true
    if (held.all === full + basic || (type === 'full' && held.full === full)) return false
    held.all += 1
    if (type === 'full') held.full += 1
    return true
  })
}

const knownNames = (given: Draft): readonly string[] => [
  ...fitting(given).map(({ id }) => id),
  ...given.changes.flatMap(({ change: what }) => (what.kind === 'inviteMember' ? [what.member.id] : [])),
]

/** Who uses something: members who are known at some time, and their own keys or those of nobody. */
function named(some: { readonly member: string | null; readonly apiKey: string | null }, given: Draft) {
  const known = knownNames(given)
  const owner = given.apiKeys[KEYS.indexOf(some.apiKey ?? '')]?.member ?? null
  const isOthers = owner !== null && known.includes(owner) && owner !== some.member
  return {
    ...(some.member !== null && known.includes(some.member) && !isOthers && { member: some.member }),
    ...(some.apiKey !== null && { apiKey: some.apiKey }),
  }
}

const instant = ({ start }: Draft, hour: number): string =>
  new Date(Date.parse(start) + hour * HOUR).toISOString()

function eventsOf(given: Draft): readonly UsageEvent[] {
  return given.events.map(({ who: some, hour, product, quantity, makesAgain }, index) => {
    const earlier = given.events.flatMap((event, place) => (event.hour < hour ? [`e${place}`] : []))
    const regenerates = makesAgain === null ? undefined : earlier[makesAgain % Math.max(1, earlier.length)]
    return {
      ...named(some, given),
      id: `e${index}`,
      at: instant(given, hour),
      product,
      model: 'Standard',
      quantity,
      ...(regenerates !== undefined && { regenerates }),
    }
  })
}
