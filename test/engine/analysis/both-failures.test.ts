import { describe, expect, test } from 'vitest'
import { bothFailures } from '#main/engine/index.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

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
        plan: 'middle',
        blocked: {
          total: '60.00',
          blockedCredits: '500',
          blockedPeriods: 1,
          causes: [{ cause: 'poolEmpty', credits: '500' }],
        },
        // 500 × 10 ÷ 1,000 = 5.00
        overflow: { total: '65.00', overage: '5.00', overageCredits: '500', blockedCredits: '0' },
      },
      {
        plan: 'large',
        blocked: { total: '160.00', blockedCredits: '0', blockedPeriods: 0, causes: [] },
        overflow: { total: '160.00', overage: '0.00', overageCredits: '0', blockedCredits: '0' },
      },
    ])
  })

  test('a spend limit blocks the rest of what overflows', () => {
    const overage = { optIn: true, spendLimit: '2' }
    const [, middle] = valueOf(bothFailures(catalog, scenarioOf(catalog, ['2500'], { overage })))
    expect(middle?.overflow).toEqual({
      total: '32.00',
      overage: '2.00',
      overageCredits: '200',
      blockedCredits: '300',
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
    const [row] = valueOf(bothFailures(workspace, peopleOf(workspace, { members, usageEvents })))
    expect(row?.blocked.causes).toEqual([
      { cause: 'ceiling', credits: '101' },
      { cause: 'notEnoughLeft', credits: '160' },
    ])
  })

  test('April 2026: 400,000 credits; Creator stops 300,000 or costs $112, Pro serves all for $99', () => {
    const april = preset('elevenlabs-2026-04')
    const rows = valueOf(bothFailures(april, scenarioOf(april, ['400000'])))
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

  test('plans on which the account cannot be billed are left out; refused when none is left', () => {
    const members = ['ann', 'bea', 'cem', 'dan'].map(full)
    const crowd = peopleOf(workspaceOf({ full: 3 }), { members })
    expect(bothFailures(workspaceOf({ full: 3 }), crowd)).toMatchObject({
      ok: false,
      problems: [{ path: 'members' }],
    })
  })
})
