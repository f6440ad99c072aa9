import { describe, expect, test } from 'vitest'
import { accountOnPlans, adviceFor } from '#main/engine/index.ts'
import { AccountOnPlans, WhatToBuy } from '#shared/account-on-plans.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'
import { eu, hq, india } from '../support/consolidation.ts'
import { named } from '../support/seats.ts'

const answerFor = (catalog: Catalog, scenario: Scenario): AccountOnPlans =>
  AccountOnPlans.parse(valueOf(accountOnPlans(catalog, scenario)))

const october = preset('elevenlabs-2026-10')

/** Three workspaces, 12 Full and 48 Basic people, 1.4 M credits a month that grow by 8 %. */
const acme = (more: object = {}): Scenario =>
  peopleOf(october, {
    plan: 'pro',
    months: 12,
    usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'growth', percent: '8' } },
    overage: { optIn: true },
    members: [...named('f', 12).map(full), ...named('b', 48).map(basic)],
    workspaces: [hq, eu, india],
    ...more,
  })

const rowOf = ({ plans }: AccountOnPlans, id: string) => {
  const found = plans.find(({ plan }) => plan === id)
  if (found === undefined) throw new Error(`No row of ${id}.`)
  return found
}

describe('an account of 60 people in three workspaces, October 2026', () => {
  const answer = answerFor(october, acme())

  test('only Enterprise holds it, with one Full seat bought beyond its 11', () => {
    expect(answer.people).toBe(60)
    expect(answer.plans.map(({ plan, kind }) => [plan, kind])).toEqual([
      ['enterprise', 'billed'],
      ['free', 'impossible'],
      ['starter', 'impossible'],
      ['creator', 'impossible'],
      ['pro', 'impossible'],
      ['scale', 'impossible'],
      ['business', 'impossible'],
    ])
    expect(rowOf(answer, 'enterprise')).toMatchObject({
      on: { plan: 'enterprise', extraSeats: 1 },
      seatsToBuy: 1,
    })
  })

  test('every other plan says what it lacks, of seats as many as it has and sells', () => {
    // Free: 1 Full seat, no more for sale, and 20 Basic ones; nobody shares a bill on it.
    expect(rowOf(answer, 'free')).toMatchObject({
      lacks: [
        { kind: 'fullSeats', has: 1, needs: 12 },
        { kind: 'seats', has: 21, needs: 60 },
        { kind: 'workspaces' },
      ],
      // 1 of 12 and 20 of 48 sit.
      withoutSeat: 39,
    })
    // Pro: up to 11 Full seats with those it sells, and 20 Basic ones.
    expect(rowOf(answer, 'pro')).toMatchObject({
      lacks: [
        { kind: 'fullSeats', has: 11, needs: 12 },
        { kind: 'seats', has: 31, needs: 60 },
        { kind: 'workspaces' },
      ],
      withoutSeat: 29,
    })
  })

  test('a seat bought for another plan is none where none is sold', () => {
    const free = answerFor(october, acme({ plan: 'free', extraSeats: 1, overage: { optIn: false } }))
    expect(rowOf(free, 'free')).toMatchObject({
      lacks: [{ kind: 'fullSeats', has: 1 }, { kind: 'seats', has: 21 }, { kind: 'workspaces' }],
    })
    const said = rowOf(free, 'free')
    if (said.kind !== 'impossible') throw new Error('Free holds no 60 people.')
    expect(said.problems[0]?.message).toContain('The plan has 1 Full seat.')
  })

  test('on its own plan seats are to be bought beyond those it has', () => {
    const members = [...named('f', 13).map(full), ...named('b', 48).map(basic)]
    const one = answerFor(october, acme({ plan: 'enterprise', extraSeats: 1, members }))
    expect(rowOf(one, 'enterprise')).toMatchObject({ on: { extraSeats: 2 }, seatsToBuy: 1 })
  })

  test('people of a workspace that is linked later need no seat on the first day', () => {
    const members = [...named('f', 2).map(full), { ...full('eva'), workspace: 'eu' }]
    const later = acme({
      plan: 'enterprise',
      members,
      changes: [{ kind: 'linkWorkspace', on: '2026-03-01', workspace: 'eu' }],
    })
    expect(answerFor(october, later).people).toBe(2)
  })
})

/** January and February 2026. Small: $10.00 for 1,000 credits, $40.00 per 1,000 beyond; Large: $28.00 for 2,000. */
const CATALOG = catalogOf([
  planOf({ id: 'small', pastQuota: postpaid(perThousand('40')) }),
  planOf({ id: 'large', monthly: '28', credits: '2000' }),
])
const TWO_MONTHS = scenarioOf(CATALOG, ['1500', '2500'], { overage: { optIn: true } })

describe('a plan that holds the account', () => {
  test('is told with its cost for the run and a month, what is beyond it, and what it blocks', () => {
    const answer = answerFor(CATALOG, TWO_MONTHS)
    // Small: 2 × 10, and 500 + 1,500 beyond at 40 per 1,000. Large: 2 × 28, and 500 blocked.
    expect(answer).toEqual({
      people: 0,
      leavesOutMoves: false,
      plans: [
        {
          kind: 'billed',
          plan: 'small',
          on: { plan: 'small', billing: 'monthly', overage: { optIn: true }, extraSeats: 0 },
          seatsToBuy: 0,
          cost: '100.00',
          monthly: '50.00',
          beyond: '80.00',
          blockedCredits: '0',
          blocked: [],
        },
        {
          kind: 'billed',
          plan: 'large',
          on: { plan: 'large', billing: 'monthly', overage: { optIn: false }, extraSeats: 0 },
          seatsToBuy: 0,
          cost: '56.00',
          monthly: '28.00',
          beyond: '0.00',
          blockedCredits: '500',
          blocked: [{ cause: 'poolEmpty', credits: '500' }],
        },
      ],
    })
  })

  test('tells the causes of what it blocks, the largest first', () => {
    // 150 at once of a Basic ceiling of 100; then 2,000 at once on a Full seat, of 1,000 credits.
    const catalog = workspaceOf({ credits: '1000' })
    const scenario = peopleOf(catalog, {
      members: [basic('bea'), full('fay')],
      usageEvents: [use(1, 'bea', 'create', 150), use(2, 'fay', 'create', 2000)],
    })
    const [row] = answerFor(catalog, scenario).plans
    expect(row?.kind === 'billed' ? row.blocked.map(({ credits }) => credits) : []).toEqual(['2000', '150'])
  })

  test('is held to the last day, and it is said that moves are left out', () => {
    const moving: Scenario = {
      ...TWO_MONTHS,
      changes: [{ kind: 'changePlan', on: '2026-02-01', plan: 'large', timing: 'now' }],
    }
    const answer = answerFor(CATALOG, moving)
    expect(answer).toEqual({ ...answerFor(CATALOG, TWO_MONTHS), leavesOutMoves: true })
  })
})

describe('what to buy, and when', () => {
  const adviceOn = (catalog: Catalog, scenario: Scenario): WhatToBuy | null =>
    WhatToBuy.nullable().parse(valueOf(adviceFor(catalog, scenario)))

  const LADDER = catalogOf([
    planOf({ id: 'small', pastQuota: postpaid(perThousand('40')) }),
    planOf({ id: 'big', monthly: '45', credits: '3000' }),
  ])

  test('from the last plan: it is best from the first day, and no later move pays', () => {
    // 3,000 credits in each of two months. Small: 2 × (10 + 80). Big: 2 × 45.
    const scenario: Scenario = {
      ...scenarioOf(LADDER, ['3000', '3000'], { overage: { optIn: true } }),
      plan: 'big',
    }
    const advice = adviceOn(LADDER, scenario)
    expect(advice).toEqual({
      best: { plan: 'big', cost: '90.00', monthly: '45.00', blockedCredits: '0', move: null },
      next: { plan: 'small', cost: '180.00', monthly: '90.00', blockedCredits: '0' },
      bestMove: null,
    })
  })

  test('is today’s plan where no move pays, beside the move that costs least', () => {
    // 900 credits in each of two months: 2 × 10 on Small. Big on the last day: one of 28 days of 45.00 more.
    expect(adviceOn(LADDER, scenarioOf(LADDER, ['900', '900'], { overage: { optIn: true } }))).toEqual({
      best: { plan: 'small', cost: '20.00', monthly: '10.00', blockedCredits: '0', move: null },
      next: { plan: 'big', cost: '90.00', monthly: '45.00', blockedCredits: '0' },
      bestMove: {
        plan: 'small',
        cost: '21.61',
        monthly: '10.81',
        blockedCredits: '0',
        move: { plan: 'big', on: '2026-02-28' },
      },
    })
  })

  test('is a move where one pays, and there is no other to be told of', () => {
    // 1,500 credits in January and 3,000 in February: staying on Small is 20 + 20 + 80, and Big is 90 from the first day.
    const advice = adviceOn(LADDER, scenarioOf(LADDER, ['1500', '3000'], { overage: { optIn: true } }))
    expect(advice).toMatchObject({ best: { plan: 'small', move: { plan: 'big' } }, bestMove: null })
    expect(advice?.next?.plan).toBe('big')
  })

  test('is nothing where no plan holds the account', () => {
    const catalog = catalogOf([planOf({ id: 'alone' })])
    const crowd = peopleOf(catalog, { members: named('f', 90).map(full) })
    expect(adviceOn(catalog, crowd)).toBeNull()
  })
})
