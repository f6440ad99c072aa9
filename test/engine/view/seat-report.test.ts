import { describe, expect, test } from 'vitest'
import { checkScenario, seatReport } from '#main/engine/index.ts'
import { at } from '../support/build.ts'
import { enterpriseOf, eu, hq } from '../support/consolidation.ts'
import { basic, full, keyUse, peopleOf, preset, use, workspaceOf } from '../support/people.ts'
import { memberOf, named, reportOf } from '../support/seats.ts'

const studio = (member: string, monthly: string) => ({
  id: `s-${member}`,
  member,
  product: 'studio',
  model: 'Multilingual v2',
  monthly,
})

describe('12 Full and 48 Basic members in April 2026, on Enterprise with one Full seat bought', () => {
  const seats = reportOf(preset('elevenlabs-2026-04'), {
    plan: 'enterprise',
    extraSeats: 1,
    start: '2026-04-01',
    months: 3,
    members: [...named('f', 12).map(full), ...named('b', 48).map(basic)],
    usage: { kind: 'streams', streams: [studio('b7', '12000')] },
  })

  test('all Full seats are held, and 952 members more fit on Basic ones: 11 + 1 + 1,000 − 60', () => {
    expect(seats.steps).toEqual([
      {
        from: '2026-04-01T00:00:00.000Z',
        to: '2026-07-01T00:00:00.000Z',
        plan: 'enterprise',
        extraSeats: 1,
        isByContract: true,
        full: { held: 12, limit: 12, holdBasic: 0, free: 0, forSale: null },
        basic: { held: 48, limit: 1000, free: 952 },
        locked: 0,
      },
    ])
  })

  test('a Basic member at 12,000 a month against 10,000 loses exactly 2,000 a month', () => {
    // Spread evenly, 10,000 of 12,000 are used after ten twelfths of the month: after 25 days of 30, or of 31 days
    // after 25 days and 20 hours.
    const reached = ['2026-04-26T00:00:00.000Z', '2026-05-26T20:00:00.000Z', '2026-06-26T00:00:00.000Z']
    expect(at(seats.members, 0)).toEqual({
      member: 'b7',
      seats: [{ from: '2026-04-01T00:00:00.000Z', holds: 'basic' }],
      servedCredits: '30000',
      lostCredits: '6000',
      lostRequests: 0,
      stops: reached.map((when, index) => ({
        period: index + 1,
        cause: 'ceiling',
        subject: 'b7',
        at: when,
        credits: '2000',
        requests: 0,
      })),
      ceilings: reached.map((reachedAt, index) => ({
        period: index + 1,
        used: '10000',
        ceiling: '10000',
        reachedAt,
        reachedCeiling: '10000',
        blockedCredits: '2000',
      })),
    })
  })

  test('one ceiling of 10,000 stopped one member, from 26 April on, of 6,000 in three months', () => {
    expect(seats.ceiling).toBe('10000')
    expect(seats.stopped).toEqual([
      { cause: 'ceiling', members: 1, firstAt: '2026-04-26T00:00:00.000Z', credits: '6000', requests: 0 },
    ])
  })

  test('everybody else is there in the order they joined, Basic members with a ceiling they are far from', () => {
    expect(seats.members.map(({ member }) => member)).toEqual([
      'b7',
      ...named('f', 12),
      ...named('b', 48).filter((name) => name !== 'b7'),
    ])
    const none = { reachedAt: null, reachedCeiling: null, blockedCredits: '0' }
    const untouched = { used: '0', ceiling: '10000', ...none }
    expect(memberOf(seats, 'b8').ceilings).toEqual([1, 2, 3].map((period) => ({ period, ...untouched })))
    expect(memberOf(seats, 'f3').ceilings).toEqual([])
  })
})

test('October 2026: 60,000 a month against 50,000 lose 10,000, and what an API uses does not count', () => {
  const api = {
    id: 'api',
    member: 'bea',
    product: 'text-to-speech-api',
    model: 'Multilingual v2',
    monthly: '16500',
  }
  const seats = reportOf(preset('elevenlabs-2026-10'), {
    plan: 'business',
    start: '2026-10-01',
    members: [...named('f', 4).map(full), ...named('b', 21).map(basic), basic('bea')],
    usage: { kind: 'streams', streams: [studio('bea', '60000'), api] },
  })
  const { ceilings, servedCredits } = memberOf(seats, 'bea')
  // Two streams are taken day by day, 60,000 ÷ 31 each: 50,000 after 25 days and 20 hours.
  expect(ceilings).toEqual([
    {
      period: 1,
      used: '50000',
      ceiling: '50000',
      reachedAt: expect.stringMatching(/^2026-10-26T(19:59:59|20:00:00)/),
      reachedCeiling: '50000',
      blockedCredits: '10000',
    },
  ])
  // 16,500 characters at $0.10 per 1,000 are $1.65, which is 10,000 credits at 6,000,000 for $990.
  expect(servedCredits).toBe('60000')
  // 22 Basic members for 20 Basic seats: two sit on Full slots. Of 10 Full seats 4 are held, so 30 − 26 members fit still.
  expect(at(seats.steps, 0)).toMatchObject({
    isByContract: false,
    full: { held: 4, limit: 10, holdBasic: 2, free: 4, forSale: 1 },
    basic: { held: 22, limit: 20, free: 4 },
  })
})

describe('under the ceiling', () => {
  const catalog = workspaceOf({ full: 2, basic: 2, ceiling: '100' })

  test('what was used on a Full seat counts after the move; what is too much for the rest does not reach it', () => {
    const seats = reportOf(catalog, {
      members: [full('ann')],
      changes: [{ kind: 'changeSeat', on: '2026-01-10', member: 'ann', seat: 'basic' }],
      usageEvents: [
        use(5, 'ann', 'create', 80),
        use(12, 'ann', 'create', 30),
        use(13, 'ann', 'create', 20),
        use(14, 'ann', 'create', 9),
      ],
    })
    expect(memberOf(seats, 'ann')).toMatchObject({
      ceilings: [
        {
          period: 1,
          used: '100',
          ceiling: '100',
          reachedAt: '2026-01-13T12:00:00.000Z',
          blockedCredits: '39',
        },
      ],
      stops: [{ cause: 'ceiling', at: '2026-01-12T12:00:00.000Z', credits: '39', requests: 2 }],
    })
  })

  test('who has used it all up on a Full seat reaches it with the first thing they are refused', () => {
    const seats = reportOf(catalog, {
      members: [full('ann')],
      changes: [{ kind: 'changeSeat', on: '2026-01-10', member: 'ann', seat: 'basic' }],
      usageEvents: [use(5, 'ann', 'create', 120), use(12, 'ann', 'create', 1), use(13, 'ann', 'create', 1)],
    })
    expect(memberOf(seats, 'ann').ceilings).toMatchObject([
      { used: '120', ceiling: '100', reachedAt: '2026-01-12T12:00:00.000Z', blockedCredits: '2' },
    ])
  })

  test('who moves to a Full seat as a period starts is not held to the ceiling in it', () => {
    const seats = reportOf(catalog, {
      months: 3,
      members: [basic('bea')],
      changes: [
        { kind: 'changeSeat', on: '2026-02-01', member: 'bea', seat: 'full' },
        { kind: 'changeSeat', on: '2026-03-31T23:00:00Z', member: 'bea', seat: 'basic' },
      ],
    })
    expect(memberOf(seats, 'bea').ceilings.map(({ period }) => period)).toEqual([1, 3])
  })

  test('who moved to a Full seat within a period is held to no ceiling in the next', () => {
    const seats = reportOf(catalog, {
      months: 2,
      members: [basic('bea')],
      changes: [{ kind: 'changeSeat', on: '2026-01-15', member: 'bea', seat: 'full' }],
    })
    expect(memberOf(seats, 'bea').ceilings.map(({ period }) => period)).toEqual([1])
  })

  test('a ceiling that a change of plan raises is reached when it first was', () => {
    const small = workspaceOf({ id: 'small', ceiling: '100', monthly: '10' })
    const large = workspaceOf({ id: 'large', ceiling: '300', monthly: '20' })
    const seats = reportOf(
      { ...catalog, plans: [...small.plans, ...large.plans] },
      {
        members: [basic('bea')],
        changes: [{ kind: 'changePlan', on: '2026-01-10', plan: 'large', mode: 'doNotBill', timing: 'now' }],
        usageEvents: [use(5, 'bea', 'create', 100), use(15, 'bea', 'create', 200)],
      },
    )
    expect(memberOf(seats, 'bea').ceilings).toMatchObject([
      { used: '300', ceiling: '300', reachedAt: '2026-01-05T12:00:00.000Z', reachedCeiling: '100' },
    ])
    // Some of the time it was 100.
    expect(seats.ceiling).toBeNull()
  })

  test('a period has the ceiling of the plan that is in force when it ends', () => {
    const small = workspaceOf({ id: 'small', ceiling: '100', monthly: '10' })
    const large = workspaceOf({ id: 'large', ceiling: '300', monthly: '20' })
    const plans = { ...catalog, plans: [...small.plans, ...large.plans] }
    const reported = (mode: 'restartCycle' | 'doNotBill') =>
      reportOf(plans, {
        members: [basic('bea')],
        changes: [{ kind: 'changePlan', on: '2026-01-20', plan: 'large', mode, timing: 'now' }],
        usageEvents: [use(5, 'bea', 'create', 60), use(25, 'bea', 'create', 70)],
      })
    const ceilings = (mode: 'restartCycle' | 'doNotBill') =>
      memberOf(reported(mode), 'bea').ceilings.map(({ used, ceiling }) => [used, ceiling])
    expect(ceilings('restartCycle')).toEqual([
      ['60', '100'],
      ['70', '300'],
    ])
    expect(ceilings('doNotBill')).toEqual([['130', '300']])
    expect(reported('restartCycle').ceiling).toBeNull()
    expect(reported('doNotBill').ceiling).toBeNull()
  })

  test('a ceiling is the only one of a period where the plan changes as the period starts', () => {
    const small = workspaceOf({ id: 'small', ceiling: '100', monthly: '10' })
    const large = workspaceOf({ id: 'large', ceiling: '300', monthly: '20' })
    const seats = reportOf(
      { ...catalog, plans: [...small.plans, ...large.plans] },
      {
        months: 2,
        members: [full('ann')],
        changes: [
          { kind: 'changePlan', on: '2026-01-20', plan: 'large', timing: 'now' },
          { kind: 'inviteMember', on: '2026-01-25', member: basic('bea') },
        ],
      },
    )
    expect(memberOf(seats, 'bea').ceilings.map(({ period, ceiling }) => [period, ceiling])).toEqual([
      [2, '300'],
      [3, '300'],
    ])
    expect(seats.ceiling).toBe('300')
  })

  test('a plan without a ceiling tells of none, but for a period in which an earlier plan’s was met', () => {
    const open = workspaceOf({ id: 'open', ceiling: null, monthly: '20' })
    const plans = { ...catalog, plans: [...workspaceOf({ id: 'low', ceiling: '100' }).plans, ...open.plans] }
    const seats = reportOf(plans, {
      months: 2,
      members: [basic('bea'), basic('ben')],
      changes: [{ kind: 'changePlan', on: '2026-01-20', plan: 'open', mode: 'doNotBill', timing: 'now' }],
      usageEvents: [use(5, 'bea', 'create', 100)],
    })
    expect(memberOf(seats, 'bea').ceilings).toEqual([
      {
        period: 1,
        used: '0',
        ceiling: null,
        reachedAt: '2026-01-05T12:00:00.000Z',
        reachedCeiling: '100',
        blockedCredits: '0',
      },
    ])
    expect(memberOf(seats, 'ben').ceilings).toEqual([])
  })
})

describe('whoever else was stopped', () => {
  test('is told by what, and a key’s use is its owner’s', () => {
    const seats = reportOf(workspaceOf({ credits: '100' }), {
      members: [full('ann'), full('abe')],
      groups: [{ id: 'design', members: ['abe'], limit: '10' }],
      apiKeys: [
        { id: 'web', member: 'ann', limit: '20' },
        { id: 'bot', limit: null },
      ],
      usageEvents: [
        use(3, 'abe', 'agents', 11),
        keyUse(4, 'web', 21),
        keyUse(5, 'bot', 90),
        use(6, 'ann', 'agents', 30),
        keyUse(7, 'bot', 10),
        keyUse(8, 'bot', 1),
      ],
    })
    const told = (stops: (typeof seats)['nameless']['stops']) =>
      stops.map(({ cause, subject, at: when, credits }) => [
        cause,
        subject,
        Number(when.slice(8, 10)),
        credits,
      ])
    expect(seats.members.map(({ member, stops }) => [member, ...told(stops)])).toEqual([
      ['ann', ['keyLimit', 'web', 4, '21'], ['notEnoughLeft', null, 6, '30']],
      ['abe', ['groupLimit', 'design', 3, '11']],
    ])
    expect(told(seats.nameless.stops)).toEqual([['poolEmpty', null, 8, '1']])
    expect(seats.nameless).toMatchObject({ servedCredits: '100', lostCredits: '1', lostRequests: 1 })
    expect(seats.stopped.map(({ cause, members, credits }) => [cause, members, credits])).toEqual([
      ['notEnoughLeft', 1, '30'],
      ['keyLimit', 1, '21'],
      ['groupLimit', 1, '11'],
      ['poolEmpty', 0, '1'],
    ])
    expect(seats.ceiling).toBeNull()
  })

  test('of two who lost as many credits the one with more requests comes first', () => {
    const seats = reportOf(workspaceOf(), {
      members: [
        { ...full('ann'), locked: true },
        { ...full('abe'), locked: true },
      ],
      usageEvents: [use(3, 'ann', 'agents', 4), use(4, 'abe', 'agents', 2), use(5, 'abe', 'agents', 2)],
    })
    expect(seats.members.map(({ member, lostRequests }) => [member, lostRequests])).toEqual([
      ['abe', 2],
      ['ann', 1],
    ])
  })
})

test('every refusal of a seat is told for whom, and no other refusal', () => {
  const seats = reportOf(enterpriseOf({ full: 1, basic: 0 }), {
    plan: 'enterprise',
    workspaces: [hq, eu],
    members: [full('ann'), { ...full('lou'), locked: true }, { ...full('eva'), workspace: 'eu' }],
    changes: [
      { kind: 'unlockMember', on: '2026-01-02', member: 'lou' },
      { kind: 'linkWorkspace', on: '2026-01-03', workspace: 'eu' },
      { kind: 'buySeats', on: '2026-01-04', count: 1 },
      { kind: 'removeSeats', on: '2026-01-05', count: 1 },
      { kind: 'resume', on: '2026-01-06' },
      { kind: 'changeSeat', on: '2026-01-07', member: 'ann', seat: 'basic', by: 'eva' },
    ],
  })
  expect(seats.refusals.map(({ path, kind, who }) => [path, kind, who])).toEqual([
    ['changes.0', 'unlockMember', 'lou'],
    ['changes.1', 'linkWorkspace', 'eu'],
    ['changes.2', 'buySeats', null],
    ['changes.3', 'removeSeats', null],
    ['changes.5', 'changeSeat', 'ann'],
  ])
})

test('a scenario that cannot be billed is refused as its run is', () => {
  const catalog = workspaceOf({ full: 1 })
  const scenario = peopleOf(catalog, { members: [full('ann'), full('abe')] })
  expect(seatReport(catalog, scenario)).toEqual({ ok: false, problems: checkScenario(catalog, scenario) })
})
