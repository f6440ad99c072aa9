import { describe, expect, test } from 'vitest'
import { run, withCustomTerms } from '#main/engine/index.ts'
import type { SomePolicies } from '#shared/policies.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { at, halfOff, planOf, type PlanTerms, scenarioOf, valueOf } from '../support/build.ts'
import { preset } from '../support/people.ts'
import { creditRows } from '../support/period-rows.ts'
import {
  BASIC,
  bills,
  FREE,
  linesOf,
  PRO,
  refusals,
  sellingSeats,
  spans,
  subscribe,
  to,
} from './support/subscribe.ts'

const LADDER = [planOf(BASIC), planOf(PRO)]
const ANNUAL = { billing: 'annual' as const }

describe('from monthly to annual', () => {
  test('a new annual cycle starts now at its full price, and credits come every month of it', () => {
    const result = subscribe(LADDER, 14, { changes: [to('basic', '2026-04-16', ANNUAL)] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-16', '300.00'],
      ['2027-04-16', '300.00'],
    ])
    expect(result.periods).toHaveLength(1 + 12 + 2)
    expect(spans(result).slice(1, 3)).toEqual([
      ['2026-04-16', '2026-05-16'],
      ['2026-05-16', '2026-06-16'],
    ])
    expect(new Set(result.periods.map(({ grantedCredits }) => grantedCredits))).toEqual(new Set(['1000']))
  })

  test('unused credits are added to the first month’s quota', () => {
    const { periods } = subscribe(LADDER, 2, { changes: [to('basic', '2026-04-16', ANNUAL)] })
    expect(creditRows(periods)[1]).toEqual([1000, 1000, 0, 2000, 0, 0])
  })

  test('with a larger plan at once', () => {
    const result = subscribe(LADDER, 2, { changes: [to('pro', '2026-04-16', ANNUAL)] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-16', '800.00'],
    ])
  })

  test('cannot keep the cycle: the term is another one', () => {
    const changes = [to('pro', '2026-04-16', { ...ANNUAL, mode: 'prorated' })]
    expect(refusals(subscribe(LADDER, 1, { changes }))).toEqual(['changes.0'])
  })
})

describe('from annual to monthly', () => {
  const MONTHLY = { billing: 'monthly' as const }

  test('is refused before the term ends', () => {
    const changes = [
      to('basic', '2026-06-10', { ...MONTHLY, timing: 'now' }),
      to('pro', '2026-06-11', { ...MONTHLY }),
    ]
    const result = subscribe(LADDER, 13, { ...ANNUAL, changes })
    expect(refusals(result)).toEqual(['changes.0', 'changes.1'])
    expect(bills(result)).toEqual([
      ['2026-04-01', '300.00'],
      ['2027-04-01', '300.00'],
    ])
  })

  test('happens when the paid year is over', () => {
    const result = subscribe(LADDER, 14, { ...ANNUAL, changes: [to('basic', '2026-06-10', MONTHLY)] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '300.00'],
      ['2027-04-01', '30.00'],
      ['2027-05-01', '30.00'],
    ])
  })

  test('a plan that is not sold annually is paid monthly once the year is over', () => {
    const given = { plan: 'basic', ...ANNUAL, changes: [to('free', '2026-06-10')] }
    const result = subscribe([FREE, ...LADDER], 13, given)
    expect([bills(result), refusals(result)]).toEqual([[['2026-04-01', '300.00']], []])
    expect(result.periods.at(-1)?.grantedCredits).toBe('100')
  })

  test('annual billing of a plan that is not sold annually is refused', () => {
    const plans = [planOf(BASIC), planOf({ id: 'pro', monthly: '80' })]
    expect(refusals(subscribe(plans, 1, { changes: [to('pro', '2026-04-16', ANNUAL)] }))).toEqual([
      'changes.0',
    ])
  })
})

describe('from annual to annual', () => {
  const after = (on: string) => {
    const result = subscribe(LADDER, 12, { ...ANNUAL, changes: [to('pro', on)] })
    return linesOf(result).slice(1)
  }

  // Ten of twelve months are paid for: 300.00 ÷ 10 = 30.00 for each that had not begun
  test.each([
    ['2026-04-10', '-270.00'], // in the first month
    ['2026-06-10', '-210.00'], // in the third
    ['2026-12-31', '-30.00'], // in the ninth
  ])('on %s the unused paid months are credited: %s', (on, credit) => {
    expect(after(on)).toEqual([
      [on, 'proration', credit],
      [on, 'subscription', '800.00'],
    ])
  })

  test('a year that began on 28 February counts months from the 31st, as its cycle does: one has begun by 29 March', () => {
    const changes = [
      to('basic', '2026-02-15', { billing: 'annual', timing: 'termEnd' }),
      to('pro', '2026-03-29'),
    ]
    const given = { plan: 'basic', billing: 'monthly' as const, start: '2026-01-31', changes }
    expect(linesOf(subscribe(LADDER, 3, given)).slice(1)).toEqual([
      ['2026-02-28', 'subscription', '300.00'],
      ['2026-03-29', 'proration', '-270.00'],
      ['2026-03-29', 'subscription', '800.00'],
    ])
  })

  test.each(['2027-01-15', '2027-03-20'])('on %s only free months are left: nothing is credited', (on) => {
    expect(after(on)).toEqual([[on, 'subscription', '800.00']])
  })

  test('on the day a month begins, that month counts as unused; its credits come once, from the new plan', () => {
    const result = subscribe(LADDER, 3, { ...ANNUAL, changes: [to('pro', '2026-05-01')] })
    expect(linesOf(result).slice(1)).toEqual([
      ['2026-05-01', 'proration', '-270.00'],
      ['2026-05-01', 'subscription', '800.00'],
    ])
    expect(spans(result)).toEqual([
      ['2026-04-01', '2026-05-01'],
      ['2026-05-01', '2026-06-01'],
      ['2026-06-01', '2026-07-01'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 1000, 0, 1000, 0, 0],
      [0, 3000, 0, 3000, 0, 0],
      [0, 3000, 0, 3000, 0, 0],
    ])
  })

  test('of a first year at half price, half as much is credited: the months are those that were paid for', () => {
    const plans = [planOf({ ...BASIC, offers: [halfOff('annual')] }), planOf(PRO)]
    const given = { ...ANNUAL, offers: true, changes: [to('pro', '2026-04-10')] }
    const result = subscribe(plans, 12, given)
    expect(linesOf(result).slice(2)).toEqual([
      ['2026-04-10', 'proration', '-135.00'], // 150.00 × 9 ÷ 10
      ['2026-04-10', 'subscription', '800.00'],
    ])
    expect(result.invoices[1]?.lines[0]?.working).toEqual([
      {
        quantity: '0',
        rate: '150.00 × 9/10 paid months that had not begun, at the price paid',
        amount: '-135.00',
      },
    ])
  })

  describe('with extra Full seats, 120.00 a year each, no month of it free', () => {
    const SELLING = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 2)]
    const buy = (on: string, count: number) => ({ kind: 'buySeats' as const, on, count })

    test('the months of theirs that had not begun are given back too', () => {
      // On 10 June two months are over and the third has begun: 7 of 10 paid ones, 9 of 12 of the seats
      const given = { ...ANNUAL, extraSeats: 3, changes: [to('pro', '2026-06-10')] }
      expect(linesOf(subscribe(SELLING, 12, given)).slice(2)).toEqual([
        ['2026-06-10', 'proration', '-210.00'], // 300 × 7 ÷ 10
        ['2026-06-10', 'seats', '-270.00'], // 360 × 9 ÷ 12
        ['2026-06-10', 'subscription', '800.00'],
        ['2026-06-10', 'seats', '240.00'], // Pro includes one more: two are bought
      ])
    })

    test('in the free months of the plan there is still something of the seats', () => {
      const given = { ...ANNUAL, extraSeats: 1, changes: [to('pro', '2027-02-10')] }
      expect(linesOf(subscribe(SELLING, 12, given)).slice(2)).toEqual([
        ['2027-02-10', 'seats', '-10.00'], // the twelfth month
        ['2027-02-10', 'subscription', '800.00'],
      ])
    })

    test('of seats bought later, no more than was paid for them', () => {
      // For 152 of 365 days, 120 × 152 ÷ 365 = 49.97, and given back a day later, when five of twelve months are left
      const changes = [buy('2026-10-31', 1), to('pro', '2026-11-01')]
      const seats = linesOf(subscribe(SELLING, 12, { ...ANNUAL, changes })).filter(
        ([, kind]) => kind === 'seats',
      )
      expect(seats).toEqual([
        ['2026-10-31', 'seats', '49.97'],
        ['2026-11-01', 'seats', '-49.97'], // 120 × 5 ÷ 12 = 50.00
      ])
    })
  })

  test('keeping the cycle on such a day, the new quota comes once', () => {
    const changes = [to('pro', '2026-05-01', { mode: 'difference' })]
    const { periods } = subscribe(LADDER, 2, { ...ANNUAL, changes })
    expect(creditRows(periods)).toEqual([
      [0, 1000, 0, 1000, 0, 0],
      [0, 3000, 0, 3000, 0, 0],
    ])
  })
})

describe('months of a year that are free', () => {
  const WHOLE = { id: 'basic', monthly: '20', annual: '240' }
  /** Basic by the year, left for Pro when so many of its months have begun. */
  const left = (on: string, basic: PlanTerms, policies: SomePolicies = {}) => {
    const changes = [to('pro', on)]
    const result = subscribe([planOf(basic), planOf(PRO)], 12, { ...ANNUAL, policies, changes })
    return at(result.invoices, -1).lines.map(({ amount, working }) => [amount, working[0]?.rate])
  }
  const PRO_YEAR = ['800.00', '800.00 a year']

  test('are none where the plan names none: 240.00 left after ten of twelve months gives 40.00 back', () => {
    expect(left('2027-01-15', WHOLE)).toEqual([
      ['-40.00', '240.00 × 2/12 months that had not begun'],
      PRO_YEAR,
    ])
  })

  test('are none where it says so, also of a year at ten times the month', () => {
    // 300.00 × 2 ÷ 12
    expect(left('2027-01-15', { ...BASIC, freeMonths: 0 })[0]?.[0]).toBe('-50.00')
  })

  test('are the last, as many as the plan has: of three, nine are paid for', () => {
    const three = { ...BASIC, annual: '270', freeMonths: 3 }
    // eight have begun by 10 November, nine by 10 December
    expect(left('2026-11-10', three)).toEqual([
      ['-30.00', '270.00 × 1/9 paid months that had not begun'],
      PRO_YEAR,
    ])
    expect(left('2026-12-10', three)).toEqual([PRO_YEAR])
  })

  test('spread over the year, each month that had not begun is worth a twelfth', () => {
    const spread = { freeMonths: 'spread' as const }
    // 300.00 × 2 ÷ 12 in the tenth month, where nothing comes back of months that are last
    expect(left('2027-01-15', BASIC, spread)).toEqual([
      ['-50.00', '300.00 × 2/12 months that had not begun'],
      PRO_YEAR,
    ])
    expect(left('2027-01-15', BASIC)).toEqual([PRO_YEAR])
  })

  test('are those of the plan that was paid for: one it moved to unbilled has others', () => {
    const plans = [planOf(WHOLE), planOf({ ...BASIC, id: 'middle' }), planOf(PRO)]
    const changes = [to('middle', '2026-05-10', { mode: 'doNotBill' }), to('pro', '2027-01-15')]
    const { invoices } = subscribe(plans, 12, { ...ANNUAL, changes })
    expect(at(at(invoices, -1).lines, 0).amount).toBe('-40.00')
  })
})

describe('April 2026: Enterprise on agreed terms, left for Business in its sixth month', () => {
  const credited = (terms: CustomTerms) => {
    const catalog = preset('elevenlabs-2026-04')
    const customTerms = { enterprise: terms }
    const scenario = scenarioOf(
      catalog,
      Array.from({ length: 12 }, () => '0'),
      {
        ...ANNUAL,
        customTerms,
        changes: [to('business', '2026-06-15', { ...ANNUAL, timing: 'now' })],
      },
    )
    const agreed = valueOf(withCustomTerms(catalog, customTerms))
    const { invoices } = valueOf(run(agreed, { ...scenario, plan: 'enterprise' }))
    return at(at(invoices, -1).lines, 0).amount
  }

  test.each<[string, CustomTerms, string]>([
    [
      'a year that costs twelve months has no free one: 1,200 × 6 ÷ 12',
      { monthly: '100', annual: '1200' },
      '-600.00',
    ],
    ['one that costs ten has two: 1,000 × 4 ÷ 10', { monthly: '100', annual: '1000' }, '-400.00'],
    ['one that costs eleven has none: 1,100 × 6 ÷ 12', { monthly: '100', annual: '1100' }, '-550.00'],
    ['unless it is agreed: 1,100 × 5 ÷ 11', { monthly: '100', annual: '1100', freeMonths: 1 }, '-500.00'],
    [
      'or agreed that there is none: 1,000 × 6 ÷ 12',
      { monthly: '100', annual: '1000', freeMonths: 0 },
      '-500.00',
    ],
    ['the year of the list keeps its two: 26,400 × 4 ÷ 10', { monthly: '100' }, '-10560.00'],
  ])('%s', (_, terms, amount) => {
    expect(credited(terms)).toBe(amount)
  })
})
