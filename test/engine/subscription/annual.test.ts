import { describe, expect, test } from 'vitest'
import { planOf } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'
import { BASIC, bills, FREE, linesOf, PRO, refusals, spans, subscribe, to } from './support/subscribe.ts'

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

  test('keeping the cycle on such a day, the new quota comes once', () => {
    const changes = [to('pro', '2026-05-01', { mode: 'difference' })]
    const { periods } = subscribe(LADDER, 2, { ...ANNUAL, changes })
    expect(creditRows(periods)).toEqual([
      [0, 1000, 0, 1000, 0, 0],
      [0, 3000, 0, 3000, 0, 0],
    ])
  })
})
