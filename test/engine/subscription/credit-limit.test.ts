import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { at, catalogOf, halfOff, planOf, scenarioOf, valueOf } from '../support/build.ts'
import { billPeople, preset } from '../support/people.ts'
import { BASIC, bills, linesOf, PRO, sellingSeats, subscribe, to } from './support/subscribe.ts'

const STARTER = planOf({ id: 'starter', monthly: '20' })
const LADDER = [STARTER, planOf(BASIC), planOf(PRO)]
const prorated = (plan: string, on = '2026-04-16') => to(plan, on, { mode: 'prorated', timing: 'now' })
const difference = (plan: string, on = '2026-04-16') => to(plan, on, { mode: 'difference', timing: 'now' })
const unbilled = (plan: string, on: string) => to(plan, on, { mode: 'doNotBill', timing: 'now' })
const buy = (on: string, count: number) => ({ kind: 'buySeats' as const, on, count })

/** The lines of the change on the 16th, with half of the term left. */
const changed = (result: ReturnType<typeof subscribe>) =>
  linesOf(result)
    .filter(([on]) => on === '2026-04-16')
    .map(([, kind, amount]) => [kind, amount])

const april = (plans: Parameters<typeof subscribe>[0], given: Parameters<typeof subscribe>[2]) =>
  changed(subscribe(plans, 1, given))

describe('a prorated change gives back the unused share of what was paid', () => {
  test('Creator’s half price, to Pro: −11.00 × 15 ÷ 30 + 99.00 × 15 ÷ 30 = 44.00', () => {
    const changes = [prorated('pro')]
    const given = { plan: 'creator', start: '2026-04-01', offers: true, changes }
    const result = billPeople(preset('elevenlabs-2026-04'), given)
    expect(changed(result)).toEqual([
      ['proration', '-5.50'],
      ['proration', '49.50'],
    ])
    expect(at(at(result.invoices, 1).lines, 0).working).toEqual([
      { quantity: '0', rate: '11.00 × 15/30 of the term, at the price paid', amount: '-5.50' },
    ])
    expect(result.totals.total).toBe('55.00')
  })

  test('nothing of a month that was free', () => {
    const free = { ...halfOff('monthly'), percent: { value: '100', source: 'test' } }
    const plans = [planOf({ ...BASIC, offers: [free] }), planOf(PRO)]
    expect(april(plans, { offers: true, changes: [prorated('pro')] })).toEqual([['proration', '40.00']])
  })

  test('30 → 80 unbilled, then back: what was paid for is what it is again, and nothing changes hands', () => {
    const changes = [unbilled('pro', '2026-04-06'), prorated('basic')]
    const result = subscribe(LADDER, 1, { plan: 'basic', changes })
    expect(changed(result)).toEqual([
      ['proration', '-15.00'], // 30.00 × 15 ÷ 30
      ['proration', '15.00'],
    ])
    expect(result.invoices.at(-1)?.lines.map(({ description }) => description)).toEqual([
      'Unused part of basic',
      'Rest of the term on basic',
    ])
    expect(result.totals.total).toBe('30.00')
  })

  test('80 → 30 unbilled, then to 20: half of the 80.00 that were paid', () => {
    const changes = [unbilled('basic', '2026-04-06'), prorated('starter')]
    expect(april(LADDER, { plan: 'pro', changes })).toEqual([
      ['proration', '-40.00'],
      ['proration', '10.00'],
    ])
  })

  test('a second change: of what the first one charged for the rest', () => {
    const changes = [prorated('pro', '2026-04-11'), prorated('starter')]
    // on the 11th −20.00 and 80.00 × 20 ÷ 30 = 53.33; on the 16th 80.00 × 15 ÷ 30 of that
    expect(april(LADDER, { plan: 'basic', changes })).toEqual([
      ['proration', '-40.00'],
      ['proration', '10.00'],
    ])
  })

  describe('and of seats, 10.00 each, which are lines of their own', () => {
    const SELLING = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 2)]

    test('bought with the term: two of them, of which Pro includes one', () => {
      expect(april(SELLING, { extraSeats: 2, changes: [prorated('pro')] })).toEqual([
        ['proration', '-15.00'],
        ['seats', '-10.00'], // 20.00 × 15 ÷ 30
        ['proration', '40.00'],
        ['seats', '5.00'], // 10.00 × 15 ÷ 30
      ])
    })

    test('bought on the 11th for 20 of 30 days: half of their price is left, as of every other', () => {
      const result = subscribe(SELLING, 1, { changes: [buy('2026-04-11', 1), prorated('pro')] })
      expect(linesOf(result).slice(1)).toEqual([
        ['2026-04-11', 'seats', '6.67'], // 10.00 × 20 ÷ 30
        ['2026-04-16', 'proration', '-15.00'],
        ['2026-04-16', 'seats', '-5.00'], // 10.00 × 15 ÷ 30
        ['2026-04-16', 'proration', '40.00'],
      ])
    })

    test('the plan’s offer takes nothing off them', () => {
      const plans = [
        sellingSeats(planOf({ ...BASIC, offers: [halfOff('monthly')] }), 1),
        sellingSeats(planOf(PRO), 3),
      ]
      expect(april(plans, { offers: true, extraSeats: 2, changes: [prorated('pro')] })).toEqual([
        ['proration', '-7.50'], // 15.00 × 15 ÷ 30
        ['seats', '-10.00'],
        ['proration', '40.00'],
      ])
    })

    test('rounded down twice when they were bought, they are not rounded up when they come back', () => {
      // 0.04 × 10 ÷ 30 = 0.013…, 0.01 each; the two together, 0.08 × 10 ÷ 30 = 0.026…, would be 0.03
      const cheap = { model: 'perUnit' as const, rate: { amount: '0.04', per: '1' } }
      const plans = [sellingSeats(planOf(BASIC), 1, null, cheap), sellingSeats(planOf(PRO), 3)]
      const on = '2026-04-21'
      const result = subscribe(plans, 1, {
        changes: [buy(on, 1), buy('2026-04-21T01:00:00Z', 1), prorated('pro', '2026-04-21T02:00:00Z')],
      })
      const back = at(at(result.invoices, -1).lines, 1)
      expect([back.amount, ...back.working.map(({ amount }) => amount)]).toEqual([
        '-0.02',
        '-0.026667',
        '0.01',
      ])
    })
  })
})

describe('the difference of two prices', () => {
  test('after an offer is that of the two prices: Creator at 11.00, to Pro: 99.00 − 22.00 = 77.00', () => {
    const given = { plan: 'creator', start: '2026-04-01', offers: true, changes: [difference('pro')] }
    const result = billPeople(preset('elevenlabs-2026-04'), given)
    expect(changed(result)).toEqual([['proration', '77.00']])
    expect(at(at(result.invoices, 1).lines, 0)).toMatchObject({
      description: 'Difference of Pro and Creator',
      working: [
        { rate: '99.00 for the term', amount: '99.00' },
        { rate: '22.00 for the term', amount: '-22.00' },
      ],
    })
  })

  const ladder = catalogOf([
    planOf({ id: 'small', monthly: '20' }),
    planOf({ id: 'middle', monthly: '50' }),
    planOf({ id: 'large', monthly: '80', offers: [halfOff('monthly')] }),
  ])
  const down = (plan: string) => {
    const scenario = scenarioOf(ladder, ['0', '0'], {
      offers: true,
      changes: [{ kind: 'changePlan', on: '2026-01-16', plan, timing: 'now', mode: 'difference' }],
    })
    return valueOf(run(ladder, { ...scenario, plan: 'large' }))
  }

  test('a lower one gives back no more than was paid for the term', () => {
    // Large at half price: 40.00 paid. Down to Small by the difference: 80.00 would be credited, 40.00 is; 20.00 charged.
    const { invoices, totals } = down('small')
    const change = invoices.find((invoice) => invoice.date === '2026-01-16')
    expect(change?.lines.map((line) => line.amount)).toEqual(['-40.00', '20.00'])
    expect(change?.lines[0]?.working.map((step) => step.amount)).toEqual(['-80.00', '40.00'])
    // 40.00 − 40.00 + 20.00, and 20.00 for February.
    expect(totals.subscription).toBe('40.00')
  })

  test('a lower one that is more than was paid gives nothing back, and charges nothing', () => {
    expect(bills(down('middle'))).toEqual([
      ['2026-01-01', '40.00'],
      ['2026-02-01', '50.00'],
    ])
  })

  test('is of what was billed: 30 → 80 unbilled, then to 20 gives back 10.00', () => {
    const changes = [unbilled('pro', '2026-04-06'), difference('starter')]
    expect(april(LADDER, { plan: 'basic', changes })).toEqual([
      ['proration', '-30.00'],
      ['proration', '20.00'],
    ])
  })

  test('80 → 30 unbilled, then back: it is paid already', () => {
    const changes = [unbilled('basic', '2026-04-06'), difference('pro')]
    expect(bills(subscribe(LADDER, 1, { plan: 'pro', changes }))).toEqual([['2026-04-01', '80.00']])
  })

  describe('seats', () => {
    const SELLING = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 1)]
    const INCLUDING = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 3)]

    test('that are kept cost the same as before, whenever they were bought', () => {
      const changes = [buy('2026-04-11', 2), difference('pro')]
      expect(april(SELLING, { extraSeats: 1, changes })).toEqual([['proration', '50.00']])
    })

    test('that the new plan includes come back, for as much as was paid', () => {
      expect(april(INCLUDING, { extraSeats: 2, changes: [difference('pro')] })).toEqual([
        ['proration', '50.00'],
        ['seats', '-20.00'],
      ])
      // bought on the 11th: 20.00 × 20 ÷ 30
      expect(april(INCLUDING, { changes: [buy('2026-04-11', 2), difference('pro')] })).toEqual([
        ['proration', '50.00'],
        ['seats', '-13.33'],
      ])
    })

    test('that cost more on the new plan cost more by as much of the term as they were paid for', () => {
      const dear = { model: 'perUnit' as const, rate: { amount: '16', per: '1' } }
      const plans = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 1, null, dear)]
      // two thirds of 10.00 were paid; of 16.00 they are 10.67, with 6.67 paid
      expect(april(plans, { changes: [buy('2026-04-11', 1), difference('pro')] })).toEqual([
        ['proration', '50.00'],
        ['seats', '4.00'],
      ])
    })
  })
})

test('a change of plan at the very start comes before the first renewal, and nothing is billed twice', () => {
  const ladder = catalogOf([planOf({ id: 'small', monthly: '20' }), planOf({ id: 'large', monthly: '80' })])
  const scenario = scenarioOf(ladder, ['0'], {
    changes: [{ kind: 'changePlan', on: '2026-01-01', plan: 'large' }],
  })
  const { invoices, periods } = valueOf(run(ladder, scenario))
  expect(invoices.map((invoice) => invoice.total)).toEqual(['80.00'])
  expect(periods.map((period) => period.grantedCredits)).toEqual(['1000'])
})
