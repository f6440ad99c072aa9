import { describe, expect, test } from 'vitest'
import { bestUpgrade, bestUpgrades } from '#main/engine/index.ts'
import { catalogOf, figure, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, workspaceOf } from '../support/people.ts'

/*
 * April and May 2026. Small: $30.00 for 1,000 credits, then $100.00 per 1,000. Large: $61.00 for 10,000. Huge: $90.00
 * for 90,000. 1,200 credits in April and 1,240 in May, 40 a day.
 */
const CATALOG = catalogOf([
  planOf({ id: 'small', monthly: '30', credits: '1000', pastQuota: postpaid(perThousand('100')) }),
  planOf({ id: 'large', monthly: '61', credits: '10000' }),
  planOf({ id: 'huge', monthly: '90', credits: '90000' }),
])
const SCENARIO = scenarioOf(CATALOG, ['1200', '1240'], { start: '2026-04-01', overage: { optIn: true } })

const searched = (...plans: string[]) => valueOf(bestUpgrades(CATALOG, SCENARIO, plans))

describe('the best upgrade to one of several plans', () => {
  test('is the best day of the best of them', () => {
    // Large on 26 May, when May's 1,000 are just used: 91.81 (see the best upgrade to one plan)
    expect(searched('huge', 'large').best).toEqual({ plan: 'large', on: '2026-05-26' })
  })

  test('measures the regret of every day of every plan by it', () => {
    const [huge, large] = searched('huge', 'large').plans
    const regretOn = (row: typeof huge, date: string | null) =>
      row?.kind === 'tried' && row.days.find(({ on }) => on === date)?.regret
    expect(regretOn(large, '2026-05-26')).toBe('0.00')
    // 2 × 30.00 + 20.00, and 6 of 31 days of 90.00: 17.42 instead of 11.81
    expect(regretOn(huge, '2026-05-26')).toBe('5.61')
    // Never is 104.00 whatever the plan
    expect([regretOn(huge, null), regretOn(large, null)]).toEqual(['12.19', '12.19'])
    expect(huge?.kind === 'tried' && [huge.best, huge.everyDays]).toEqual(['2026-05-26', 1])
  })

  test('of one plan is that of the plan alone', () => {
    const alone = valueOf(bestUpgrade(CATALOG, SCENARIO, 'large'))
    expect(searched('large').plans).toEqual([{ kind: 'tried', ...alone }])
  })

  test('of equals is the plan that was asked for first', () => {
    const twins = catalogOf([
      ...CATALOG.plans,
      { ...planOf({ id: 'twin', monthly: '61', credits: '10000' }) },
    ])
    const best = (...plans: string[]) => valueOf(bestUpgrades(twins, SCENARIO, plans)).best?.plan
    expect([best('large', 'twin'), best('twin', 'large')]).toEqual(['large', 'twin'])
  })

  test('goes on without a plan that cannot be moved to, and says why', () => {
    const { best, plans } = searched('gold', 'large', 'small')
    expect(best?.plan).toBe('large')
    expect(plans).toMatchObject([
      { kind: 'refused', plan: 'gold', problems: [{ code: 'plan.unknown', path: 'plan' }] },
      { kind: 'tried', plan: 'large' },
      { kind: 'refused', plan: 'small', problems: [{ code: 'upgrade.refused' }] },
    ])
    expect(searched('gold').best).toBeNull()
  })

  test('is to none where never is best', () => {
    const quiet = scenarioOf(CATALOG, ['300', '300'], { start: '2026-04-01' })
    const { best, plans } = valueOf(bestUpgrades(CATALOG, quiet, ['large', 'huge']))
    expect([best, plans.map((row) => row.kind === 'tried' && row.best)]).toEqual([null, [null, null]])
  })

  test('tells how far it is over all plans', () => {
    const told: string[] = []
    bestUpgrades(CATALOG, SCENARIO, ['large', 'huge'], {
      onProgress: (done, of) => told.push(`${done}/${of}`),
    })
    // Never and sixty days of each
    expect([told.length, told[0], told[61], told.at(-1)]).toEqual([122, '0/122', '61/122', '121/122'])
  })
})

describe('a search of no more than so many days', () => {
  const within = (mostDays: number) => valueOf(bestUpgrade(CATALOG, SCENARIO, 'large', { mostDays }))

  test('tries never besides, and finds the day between those that are spread', () => {
    // Every sixth day from 2 April: 20 May and 26 May among them
    const { best, days, everyDays } = within(30)
    expect([best, everyDays]).toEqual(['2026-05-26', 6])
    expect(days.length).toBeLessThanOrEqual(31)
    expect(days.map(({ on }) => on)).toEqual(
      days.map(({ on }) => on).toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    )
    // Every fourth day: 24 and 28 May, and what lies between them
    expect(within(50)).toMatchObject({ best: '2026-05-26', everyDays: 4 })
  })

  test('tries every day where there are no more', () => {
    expect(within(60)).toEqual(valueOf(bestUpgrade(CATALOG, SCENARIO, 'large')))
  })
})

describe('what limits block that hold on every plan alike', () => {
  const ceilinged = (id: string, monthly: string, credits: string, ceiling: string) => ({
    ...planOf({ id, monthly, credits }),
    seats: {
      full: figure(2),
      basic: figure(2),
      basicCeiling: { credits: figure(ceiling), families: ['Creative'] },
      purchase: null,
    },
  })
  const catalogWith = (ceiling: string) => ({
    ...workspaceOf(),
    plans: [ceilinged('small', '10', '9000', '100'), ceilinged('large', '20', '90000', ceiling)],
  })
  // Bea asks for 300 in each of two months, of which a ceiling of 100 lets 100 through
  const streams = [{ id: 'a', member: 'bea', product: 'create', model: 'Standard', monthly: '300' }]
  const search = (ceiling: string) => {
    const catalog = catalogWith(ceiling)
    const members = [full('ann'), basic('bea')]
    const scenario = peopleOf(catalog, { months: 2, members, usage: { kind: 'streams', streams } })
    return valueOf(bestUpgrade(catalog, scenario, 'large'))
  }

  test('is no reason to move: a new cycle would only count a ceiling anew', () => {
    const { best, days } = search('100')
    expect(best).toBeNull()
    // A cycle that starts in the midst of February lets 100 more through
    expect(days.find(({ on }) => on === '2026-02-15')).toMatchObject({ blockedByPlan: '0' })
    expect(days.some(({ blockedCredits }) => blockedCredits !== days[0]?.blockedCredits)).toBe(true)
    expect(days[0]).toMatchObject({ on: null, blockedCredits: '400', blockedByPlan: '0' })
  })

  test('is none where a group is limited', () => {
    const catalog = catalogWith('100')
    const own = streams.map((stream) => ({ ...stream, member: 'ann' }))
    const groups = [{ id: 'team', members: ['ann'], limit: '100' }]
    const usage = { kind: 'streams' as const, streams: own }
    const scenario = peopleOf(catalog, { months: 2, members: [full('ann')], groups, usage })
    const { best, days } = valueOf(bestUpgrade(catalog, scenario, 'large'))
    expect([best, days[0]?.blockedCredits, days[0]?.blockedByPlan]).toEqual([null, '400', '0'])
  })

  test('is one where the other plan has another ceiling', () => {
    const { best, days } = search('300')
    expect(best).toBe('2026-01-02')
    expect(days[0]).toMatchObject({ blockedCredits: '400', blockedByPlan: '400' })
  })
})
