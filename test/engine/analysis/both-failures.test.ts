import { describe, expect, test } from 'vitest'
import { bothFailures, withCustomTerms } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, figure, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

const workspaceSeats = (seats: number) => ({
  full: figure(seats),
  basic: figure(0),
  basicCeiling: null,
  purchase: null,
})

/** Of the plans on which the account can be billed. */
const rowsOf = (catalog: Catalog, scenario: Scenario) =>
  valueOf(bothFailures(catalog, scenario)).flatMap((row) => (row.kind === 'billed' ? [row] : []))

describe('both failures of every plan side by side: work that stops, money that flows', () => {
  const catalog = catalogOf([
    planOf({ id: 'small', monthly: '10', credits: '1000' }),
    planOf({ id: 'middle', monthly: '30', credits: '2000', pastQuota: postpaid(perThousand('10')) }),
    planOf({ id: 'large', monthly: '80', credits: '9000', pastQuota: postpaid(perThousand('5')) }),
  ])

  test('worked by hand: 2,500 and 500 credits', () => {
    const rows = valueOf(bothFailures(catalog, scenarioOf(catalog, ['2500', '500'])))
    expect(rows).toEqual([
      {
        kind: 'billed',
        plan: 'small',
        blocked: {
          total: '20.00',
          blockedCredits: '1500',
          blockedPeriods: 1,
          causes: [{ cause: 'poolEmpty', credits: '1500' }],
        },
        overflow: null,
      },
      {
        kind: 'billed',
        plan: 'middle',
        blocked: {
          total: '60.00',
          blockedCredits: '500',
          blockedPeriods: 1,
          causes: [{ cause: 'poolEmpty', credits: '500' }],
        },
        // 500 × 10 ÷ 1,000 = 5.00
        overflow: { total: '65.00', overage: '5.00', overageCredits: '500', blockedCredits: '0', causes: [] },
      },
      {
        kind: 'billed',
        plan: 'large',
        blocked: { total: '160.00', blockedCredits: '0', blockedPeriods: 0, causes: [] },
        overflow: { total: '160.00', overage: '0.00', overageCredits: '0', blockedCredits: '0', causes: [] },
      },
    ])
  })

  test('a spend limit blocks the rest of what overflows', () => {
    const overage = { optIn: true, spendLimit: '2' }
    const [, middle] = rowsOf(catalog, scenarioOf(catalog, ['2500'], { overage }))
    expect(middle?.overflow).toEqual({
      total: '32.00',
      overage: '2.00',
      overageCredits: '200',
      blockedCredits: '300',
      causes: [{ cause: 'spendLimit', credits: '300' }],
    })
  })

  test('causes are told apart', () => {
    const workspace = workspaceOf({ credits: '350' })
    const usageEvents = [
      use(2, 'ann', 'create', 200), // served: 150 are left
      use(3, 'bea', 'create', 101), // over the ceiling of 100
      use(4, 'ann', 'create', 160), // over what is left
    ]
    const members = [full('ann'), basic('bea')]
    const [row] = rowsOf(workspace, peopleOf(workspace, { members, usageEvents }))
    expect(row?.blocked.causes).toEqual([
      { cause: 'ceiling', credits: '101' },
      { cause: 'notEnoughLeft', credits: '160' },
    ])
  })

  test('April 2026: 400,000 credits; Creator stops 300,000 or costs $112, Pro serves all for $99', () => {
    const april = preset('elevenlabs-2026-04')
    const rows = rowsOf(april, scenarioOf(april, ['400000']))
    const told = rows.map(({ plan, blocked, overflow }) => [
      plan,
      blocked.blockedCredits,
      overflow?.total ?? null,
    ])
    expect(told.slice(0, 4)).toEqual([
      ['free', '390000', null],
      ['starter', '370000', null],
      ['creator', '300000', '112.00'],
      ['pro', '0', '99.00'],
    ])
  })

  test('from beginning to end, whatever the scenario opts in to or out of on a date', () => {
    const changes = [
      { kind: 'setOverage' as const, on: '2026-01-01', optIn: false },
      { kind: 'setOverage' as const, on: '2026-02-01', optIn: true, spendLimit: '3' },
    ]
    const [, middle] = rowsOf(catalog, scenarioOf(catalog, ['2500', '2500'], { changes }))
    // 500 beyond twice at 10.00 for 1,000: 5.00, and then no more than 3.00, which 300 come to
    expect(middle).toMatchObject({
      blocked: { total: '60.00', blockedCredits: '1000' },
      overflow: { overage: '8.00', blockedCredits: '200' },
    })
  })

  test('streams of members in two workspaces: the ceiling blocks either way, the pool only without overage', () => {
    const quoted = { enterprise: { monthly: '1000', credits: '2000000', overagePerThousand: '0.18' } }
    const april = valueOf(withCustomTerms(preset('elevenlabs-2026-04'), quoted))
    const stream = (id: string, monthly: string) => ({
      id,
      member: id,
      product: 'text-to-speech',
      model: 'Multilingual v2',
      monthly,
    })
    const scenario = peopleOf(april, {
      plan: 'enterprise',
      workspaces: [
        { id: 'us', kind: 'billing', environment: 'us' },
        { id: 'eu', kind: 'reporting', environment: 'eu' },
      ],
      members: [
        { id: 'ann', seat: 'full', role: 'admin', workspace: 'us' },
        { id: 'bea', seat: 'basic', workspace: 'eu' },
      ],
      usage: { kind: 'streams', streams: [stream('ann', '2000000'), stream('bea', '15000')] },
    })
    // Of 15,000 the ceiling lets 10,000 through; of 2,010,000 the pool serves all but 10,000, which are 1.80
    const row = rowsOf(april, scenario).find(({ plan }) => plan === 'enterprise')
    expect(row?.blocked).toMatchObject({ total: '1000.00', blockedCredits: '15000' })
    expect(row?.overflow).toMatchObject({
      total: '1001.80',
      overage: '1.80',
      causes: [{ cause: 'ceiling', credits: '5000' }],
    })
    const others = valueOf(bothFailures(april, scenario)).filter(({ kind }) => kind === 'refused')
    expect(others.map(({ plan }) => plan)).toContain('scale')
  })

  test('a plan on which the account cannot be billed says why', () => {
    const seated = (id: string, seats: number) => ({ ...planOf({ id }), seats: workspaceSeats(seats) })
    const members = [full('ann'), full('bea')]
    const two = catalogOf([seated('small', 1), seated('large', 2)])
    expect(valueOf(bothFailures(two, peopleOf(two, { plan: 'large', members })))).toMatchObject([
      { kind: 'refused', plan: 'small', problems: [{ code: 'seats.over_limit', path: 'members' }] },
      { kind: 'billed', plan: 'large' },
    ])
  })

  test('on another plan it has the seats that its members need there, and none that were bought for its own', () => {
    const pro = valueOf(
      bothFailures(
        preset('elevenlabs-2026-10'),
        peopleOf(preset('elevenlabs-2026-10'), {
          plan: 'pro',
          extraSeats: 1,
          members: [full('ann'), full('bea')],
        }),
      ),
    )
    // Scale has 3 Full seats, Free 1 and sells none.
    expect(pro.find(({ plan }) => plan === 'scale')).toMatchObject({
      kind: 'billed',
      blocked: { total: '299.00' },
    })
    const free = pro.find(({ plan }) => plan === 'free')
    expect(free).toMatchObject({ kind: 'refused', problems: [{ path: 'members' }] })
    expect(free?.kind === 'refused' ? free.problems[0]?.message : '').toContain('The plan has 1 Full seat.')
  })

  test('refused where it can be billed on no plan', () => {
    const members = ['ann', 'bea', 'cem', 'dan'].map(full)
    const crowd = peopleOf(workspaceOf({ full: 3 }), { members })
    expect(bothFailures(workspaceOf({ full: 3 }), crowd)).toMatchObject({
      ok: false,
      problems: [{ path: 'members' }],
    })
  })
})
