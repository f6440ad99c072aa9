import { describe, expect, test } from 'vitest'
import { fullSeats } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { FullSeats } from '#shared/full-seat.ts'
import { at, valueOf } from '../support/build.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'
import { named } from '../support/seats.ts'

type Given = Parameters<typeof peopleOf>[1]

const answerOf = (catalog: Catalog, given: Given, members: readonly string[], from?: string): FullSeats =>
  FullSeats.parse(
    valueOf(fullSeats(catalog, peopleOf(catalog, given), { members: [...members], ...(from && { from }) })),
  )

const togetherOf = (catalog: Catalog, given: Given, members: readonly string[], from?: string) =>
  answerOf(catalog, given, members, from).together

type Cost = FullSeats['together']

const billedOf = (cost: Cost) => {
  if (cost.kind === 'cannot') throw new Error(JSON.stringify(cost.problems))
  return cost
}

/** What is bought (the day, and how many), and what that and the rest comes to. */
const boughtBy = (cost: Cost) => {
  const { bought, difference } = billedOf(cost)
  return [bought.map(({ at: when, count }) => [when.slice(0, 10), count]), difference]
}

const reasonsOf = (cost: Cost): readonly string[][] => {
  if (cost.kind === 'billed') throw new Error(`It can be done, for ${cost.difference}.`)
  return cost.problems.map(({ code, message, path }) => [code, message, path])
}

const studio = (member: string, monthly = '12000') => ({
  id: `s-${member}`,
  member,
  product: 'studio',
  model: 'Multilingual v2',
  monthly,
})

describe('a Basic member at 12,000 credits a month against 10,000, three months from April 2026', () => {
  const april = preset('elevenlabs-2026-04')

  const onEnterprise = (fulls: number, extraSeats: number, ...over: readonly string[]): Given => ({
    plan: 'enterprise',
    extraSeats,
    start: '2026-04-01',
    months: 3,
    members: [...named('f', fulls).map(full), ...named('b', 48).map(basic)],
    usage: { kind: 'streams', streams: over.map((member) => studio(member)) },
  })

  test('on Enterprise with 12 of 12 Full seats held, one more is $100 a month and 2,000 credits are served', () => {
    const { asIs, each, together } = answerOf(april, onEnterprise(12, 1, 'b7'), ['b7'])
    // 2,640 and one seat at 100, three times; then two seats
    expect([asIs.total, asIs.blockedCredits]).toEqual(['8220.00', '6000'])
    expect(together).toMatchObject({
      kind: 'billed',
      members: ['b7'],
      bought: [{ at: '2026-04-01T00:00:00.000Z', count: 1 }],
      cost: { total: '8520.00', blockedCredits: '0', servedCredits: '36000' },
      difference: '300.00',
      unblockedCredits: '6000',
      lost: [{ member: 'b7', asIs: '6000', onFullSeat: '0' }],
    })
    expect(each).toEqual([together])
  })

  test('the eleventh extra seat makes them all cheaper: 11 at 90 are 990, and 10 at 100 are 1,000', () => {
    expect(boughtBy(togetherOf(april, onEnterprise(21, 10, 'b7'), ['b7']))).toEqual([
      [['2026-04-01', 1]],
      '-30.00',
    ])
  })

  test('from the middle of April it is half of the month less, and of April what is left is served', () => {
    const together = togetherOf(april, onEnterprise(12, 1, 'b7'), ['b7'], '2026-04-16')
    // 15 of 30 days: 50, then 100 twice. 6,000 by the 16th are below the ceiling.
    expect(boughtBy(together)).toEqual([[['2026-04-16', 1]], '250.00'])
    expect(billedOf(together).unblockedCredits).toBe('6000')
  })

  test('from the first of May April stays as it is', () => {
    const together = billedOf(togetherOf(april, onEnterprise(12, 1, 'b7'), ['b7'], '2026-05-01'))
    expect([together.difference, together.unblockedCredits]).toEqual(['200.00', '4000'])
    expect(together.lost).toEqual([{ member: 'b7', asIs: '6000', onFullSeat: '2000' }])
  })

  test('two together need two seats, each alone one', () => {
    const { each, together } = answerOf(april, onEnterprise(12, 1, 'b7', 'b8'), ['b7', 'b8'])
    expect(each.map(boughtBy)).toEqual([
      [[['2026-04-01', 1]], '300.00'],
      [[['2026-04-01', 1]], '300.00'],
    ])
    expect(boughtBy(together)).toEqual([[['2026-04-01', 2]], '600.00'])
    expect(each.map((one) => billedOf(one).unblockedCredits)).toEqual(['6000', '6000'])
    expect(billedOf(together).unblockedCredits).toBe('12000')
  })

  const onBusiness = (fulls: number): Given => ({ ...onEnterprise(fulls, 0, 'b7'), plan: 'business' })
  const twenty = (given: Given): Given => ({
    ...given,
    members: given.members?.filter(({ id }) => !/^b[2-4]\d$/.test(id)),
  })

  test('a Full seat that nobody sits on costs nothing', () => {
    const together = togetherOf(april, twenty(onBusiness(4)), ['b7'])
    expect(boughtBy(together)).toEqual([[], '0.00'])
    expect(billedOf(together).unblockedCredits).toBe('6000')
  })

  test('Business with 5 of 5 held sells none: it cannot be done, and what would free one is said', () => {
    expect(reasonsOf(togetherOf(april, twenty(onBusiness(5)), ['b7']))).toEqual([
      ['seats.not_sold', 'Business sells no extra Full seats.', 'members'],
      [
        'seats.over_limit',
        'The plan has 5 Full seats. Move a Full member to a Basic seat, lock or remove one, or buy a seat where the plan sells them.',
        'members',
      ],
    ])
  })
})

describe('October 2026', () => {
  const october = preset('elevenlabs-2026-10')
  const given: Given = {
    plan: 'business',
    start: '2026-10-01',
    members: [...named('f', 10).map(full), ...named('b', 3).map(basic)],
    usage: { kind: 'streams', streams: [studio('b0', '60000')] },
  }

  test('the 11th Full seat of Business is $100 and serves the 10,000 beyond 50,000', () => {
    const together = billedOf(togetherOf(october, given, ['b0']))
    expect([together.difference, together.unblockedCredits]).toEqual(['100.00', '10000'])
  })

  test('two more would be 12: each by themselves can have one, both together cannot', () => {
    const { each, together } = answerOf(october, given, ['b0', 'b1'])
    expect(each.map(({ kind }) => kind)).toEqual(['billed', 'billed'])
    expect(reasonsOf(together)).toMatchObject([
      ['seats.not_sold', 'Business has at most 11 Full seats, of which 10 are included.', 'members'],
      ['seats.over_limit', expect.stringContaining('The plan has 10 Full seats.'), 'members'],
    ])
  })
})

describe('seats are bought when they are needed', () => {
  // Two Full and two Basic seats; more at $10.00 a month, $10 × 12 ÷ 31 = $3.87 from 20 January on.
  const sells = (id: string, fulls: number, monthly = '10') =>
    workspaceOf({ id, monthly, basic: 3 }).plans.map((plan) => sellingSeats(plan, fulls, null))
  const catalog = { ...workspaceOf(), plans: sells('plan', 2) }
  const members = [full('ann'), basic('bea')]
  const invite = (id: string, on: string) => ({ kind: 'inviteMember' as const, on, member: full(id) })

  test('on the day somebody else would take the last one', () => {
    const given = { members, changes: [invite('cem', '2026-01-20')] }
    expect(boughtBy(togetherOf(catalog, given, ['bea']))).toEqual([[['2026-01-20', 1]], '3.87'])
  })

  test('and once, whatever else changes afterwards', () => {
    const later = { kind: 'inviteMember' as const, on: '2026-01-25', member: basic('ben') }
    const given = { members, changes: [invite('cem', '2026-01-20'), later] }
    expect(boughtBy(togetherOf(catalog, given, ['bea']))).toEqual([[['2026-01-20', 1]], '3.87'])
  })

  test('not where somebody frees one on that very day', () => {
    const given = {
      members: [full('ann'), full('abe'), basic('bea')],
      changes: [{ kind: 'lockMember' as const, on: '2026-01-10', member: 'abe' }],
    }
    expect(boughtBy(togetherOf(catalog, given, ['bea'], '2026-01-10'))).toEqual([[], '0.00'])
  })

  test('where none is sold that day, it cannot be done', () => {
    const given = { members, changes: [invite('cem', '2026-01-20')] }
    expect(reasonsOf(togetherOf(workspaceOf(), given, ['bea']))).toMatchObject([
      ['seats.not_sold', 'plan sells no extra Full seats.', 'members'],
      ['seats.over_limit', expect.stringContaining('The plan has 2 Full seats.'), 'members'],
    ])
  })

  test('a plan that includes more takes a bought one in, so that the next has to be bought again', () => {
    const ladder = { ...catalog, plans: [...sells('small', 1), ...sells('large', 2, '20')] }
    const given = {
      members,
      changes: [
        { kind: 'changePlan' as const, on: '2026-01-10', plan: 'large', mode: 'doNotBill' as const },
        invite('cem', '2026-01-20'),
      ],
    }
    expect(boughtBy(togetherOf(ladder, given, ['bea']))).toEqual([
      [
        ['2026-01-01', 1],
        ['2026-01-20', 1],
      ],
      '13.87',
    ])
  })

  test('a plan with fewer seats would lock everybody before one could be bought: it cannot be done', () => {
    const ladder = { ...catalog, plans: [...sells('small', 1), ...sells('large', 2, '20')] }
    const given = {
      plan: 'large',
      members,
      changes: [{ kind: 'changePlan' as const, on: '2026-01-10', plan: 'small', timing: 'now' as const }],
    }
    expect(reasonsOf(togetherOf(ladder, given, ['bea']))).toEqual([
      [
        'seats.over_limit',
        'On 2026-01-10 the plan would have too few seats for everybody, and lock all but the owner.',
        'members',
      ],
    ])
  })

  test('nor where seats could not be given back any more', () => {
    const given = {
      extraSeats: 1,
      months: 2,
      members: [full('ann'), full('abe'), basic('bea')],
      changes: [{ kind: 'removeSeats' as const, on: '2026-01-10', count: 1 }],
    }
    expect(at(reasonsOf(togetherOf(catalog, given, ['bea'])), 0)).toEqual([
      'change.refused',
      'Refused on 2026-01-10: The members hold 3 Full seats, and 2 would be left. Lock a member or move one to a Basic seat first.',
      'changes.0',
    ])
  })

  test('what is refused as it is may be refused still', () => {
    const given = {
      members,
      changes: [{ kind: 'unlockMember' as const, on: '2026-01-10', member: 'bea', by: 'ann' }],
    }
    expect(boughtBy(togetherOf(catalog, given, ['bea']))).toEqual([[], '0.00'])
  })
})

describe('from when on somebody holds a Full seat', () => {
  const catalog = workspaceOf({ full: 2, basic: 2, ceiling: '100' })
  const uses = (...days: readonly number[]) => days.map((day) => use(day, 'bea', 'create', 60))
  const unblocked = (given: Given, from?: string) =>
    billedOf(togetherOf(catalog, given, ['bea'], from)).unblockedCredits

  test('from the start: who is invited later is invited to a Full seat', () => {
    const changes = [{ kind: 'inviteMember' as const, on: '2026-01-10', member: basic('bea') }]
    expect(unblocked({ changes, usageEvents: uses(11, 12, 13) })).toBe('120')
    expect(unblocked({ changes, usageEvents: uses(11, 12, 13) }, '2026-01-10')).toBe('120')
  })

  test('a move back to a Basic seat is left out, and so is one to a Full seat that comes later', () => {
    const move = (on: string, seat: 'full' | 'basic') => ({
      kind: 'changeSeat' as const,
      on,
      member: 'bea',
      seat,
    })
    const changes = [move('2026-01-05', 'full'), move('2026-01-10', 'basic')]
    expect(unblocked({ members: [basic('bea')], changes, usageEvents: uses(2, 6, 12) })).toBe('60')
    // From the 10th on the earlier move stays; 60 + 60 were used before.
    expect(unblocked({ members: [basic('bea')], changes, usageEvents: uses(2, 6, 12) }, '2026-01-10')).toBe(
      '60',
    )
  })

  test('who was invited before then keeps the Basic seat until then', () => {
    const changes = [{ kind: 'inviteMember' as const, on: '2026-01-05', member: basic('bea') }]
    expect(unblocked({ changes, usageEvents: uses(6, 7, 11) }, '2026-01-10')).toBe('60')
  })

  test('who held a Basic seat only before then cannot be moved', () => {
    const changes = [{ kind: 'changeSeat' as const, on: '2026-01-05', member: 'bea', seat: 'full' as const }]
    const given = { members: [basic('bea')], changes }
    expect(reasonsOf(togetherOf(catalog, given, ['bea'], '2026-01-10'))).toEqual([
      ['seats.not_basic', '"bea" holds no Basic seat on 2026-01-10 or later.', 'members'],
    ])
  })

  test('a locked member with a Basic seat takes a Full one when they are unlocked', () => {
    const members = [{ ...basic('bea'), locked: true }]
    const changes = [{ kind: 'unlockMember' as const, on: '2026-01-10', member: 'bea' }]
    expect(unblocked({ members, changes, usageEvents: uses(11, 12) }, '2026-01-05')).toBe('60')
  })

  test('who goes that day goes', () => {
    const members = [basic('bea')]
    const changes = [
      { kind: 'removeMember' as const, on: '2026-01-10', member: 'bea' },
      { kind: 'inviteMember' as const, on: '2026-01-20', member: basic('bea') },
    ]
    expect(unblocked({ members, changes, usageEvents: uses(11, 21, 22) }, '2026-01-10')).toBe('60')
  })

  test('whoever holds no Basic seat then cannot be moved, and is no hindrance to the others', () => {
    const given = { members: [full('ann'), basic('bea')], usageEvents: uses(2, 3) }
    const { each, together } = answerOf(catalog, given, ['ann', 'bea'])
    expect(reasonsOf(at(each, 0))).toEqual([
      ['seats.not_basic', '"ann" holds no Basic seat on 2026-01-01 or later.', 'members'],
    ])
    expect(together).toEqual(at(each, 1))
    expect(reasonsOf(answerOf(catalog, given, ['ann', 'ann']).together)).toEqual(reasonsOf(at(each, 0)))
  })

  test('is refused: somebody nobody knows, and a day outside the run', () => {
    const scenario = peopleOf(catalog, { members: [basic('bea')] })
    const problems = (members: string[], from?: string) => {
      const answer = fullSeats(catalog, scenario, { members, from })
      return answer.ok ? [] : answer.problems.map(({ code, path }) => [code, path])
    }
    expect(problems(['bea', 'zoe'], '2026-02-01')).toEqual([
      ['changes.outside_run', 'from'],
      ['people.unknown_member', 'members.1'],
    ])
    expect(problems(['bea'], '2025-12-31')).toEqual([['changes.outside_run', 'from']])
    expect(problems(['bea'], '2026-01-31')).toEqual([])
  })
})
