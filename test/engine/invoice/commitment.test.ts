import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { at, catalogOf, figure, OPTED_IN, planOf, scenarioOf, valueOf } from '../support/build.ts'
import { preset } from '../support/people.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'
import { invoiced, linesOf, percentOff, PLAN, totalsOf } from './support.ts'

const monthly = (minimum: string, more: object = {}) => ({
  commitment: { per: 'month' as const, minimum, ...more },
})

describe('a minimum commitment', () => {
  test('a month below it is brought up to it, at its end, beside the month that begins', () => {
    // January: 10.00 + overage 5.00 of 20.00; February 10.00 + 12.00 is above it
    const result = invoiced(['1500', '2200'], monthly('20'))
    expect(result.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-02-01', '20.00'],
      ['2026-03-01', '12.00'],
    ])
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '5.00'],
      ['subscription', '10.00'],
      ['trueUp', '5.00'],
    ])
    expect(at(at(result.invoices, 1).lines, 2)).toMatchObject({
      description: 'True-up to the minimum of 20.00 a month',
      periodStart: '2026-01-01',
      periodEnd: '2026-02-01',
      working: [
        { quantity: '0', rate: 'minimum agreed', amount: '20.00' },
        { quantity: '0', rate: 'billed for it already', amount: '-15.00' },
      ],
    })
    expect(result.totals).toMatchObject({
      total: '42.00',
      trueUp: '5.00',
      subscription: '20.00',
      overage: '17.00',
    })
  })

  test('of a year: all twelve months count together', () => {
    const year = Array.from({ length: 12 }, () => '1000')
    const result = invoiced(year, { commitment: { per: 'year', minimum: '150' } })
    // 12 × 10.00 = 120.00
    expect(at(result.invoices, -1)).toMatchObject({ date: '2027-01-01', total: '30.00' })
    expect(result.totals.total).toBe('150.00')
  })

  test('what is not over when the run ends is not settled', () => {
    const year = Array.from({ length: 11 }, () => '1000')
    expect(invoiced(year, { commitment: { per: 'year', minimum: '150' } }).totals.trueUp).toBe('0.00')
  })

  test('counted from a date of its own, a price counts by its days', () => {
    // 16 January to 16 February: 16 of 31 days of January’s 10.00 and 15 of 28 of February’s, 5.161… + 5.357…
    const result = invoiced(['0', '0'], monthly('20', { from: '2026-01-16' }))
    expect(result.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-02-01', '10.00'],
      ['2026-02-16', '9.48'],
    ])
  })

  test('what falls due after a month was settled counts for the one that was not yet, whole', () => {
    /*
     * Creator, 22.00 and 0.30 per 1,000: January's 100,000 beyond the quota are 30.00, due on 1 February.
     * To 15 January: 14 of 31 days of January's 22.00, 9.935…; the true-up is 40.06. It is not taken back.
     * To 15 February: 17 of 31 days of January's 22.00, 12.064…, half of February's, 11.00, and all of the 30.00, though
     * 14 of its 31 days are before 15 January: 53.06, nothing to add. Its 17 days alone would leave 39.52.
     * To 15 March: half of February's 22.00 and 14 of 31 days of March's, 11.00 + 9.935…; the true-up is 29.06.
     */
    const creator = preset('elevenlabs-2026-04')
    const scenario = scenarioOf(creator, ['200000', '100000', '100000'], {
      ...OPTED_IN,
      invoicing: monthly('50', { from: '2025-12-15' }),
    })
    const { invoices } = valueOf(run(creator, { ...scenario, plan: 'creator' }))
    expect(invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-01', '22.00'],
      ['2026-01-15', '40.06'],
      ['2026-02-01', '52.00'],
      ['2026-03-01', '22.00'],
      ['2026-03-15', '29.06'],
    ])
  })

  describe('of a month, on an annual price', () => {
    const annual = { billing: 'annual' as const }
    const plan = { ...PLAN, annual: '360' }

    test('each month counts a twelfth of it, whatever its days', () => {
      // 360.00 ÷ 12 = 30.00 for January and for February
      const result = invoiced(['0', '0'], monthly('40'), annual, plan)
      expect(totalsOf(result)).toEqual(['360.00', '10.00', '10.00'])
    })

    test('a minimum and a maximum of just a twelfth settle nothing', () => {
      const year = Array.from({ length: 12 }, () => '0')
      const { totals } = invoiced(year, monthly('30', { maximum: '30' }), annual, plan)
      expect(totals).toMatchObject({ total: '360.00', trueUp: '0.00' })
    })

    test('a maximum of less gives back as much every month', () => {
      const result = invoiced(['0', '0'], { commitment: { per: 'month', maximum: '25' } }, annual, plan)
      expect(totalsOf(result)).toEqual(['360.00', '-5.00', '-5.00'])
    })

    test('counted from a date of its own, a month of the price that is shared counts by its days', () => {
      // from 16 January: 16 of 31 days of January’s 30.00 and 15 of 28 of February’s: 15.483… + 16.071… = 31.555…
      const result = invoiced(['0', '0'], monthly('40', { from: '2026-01-16' }), annual, plan)
      expect(result.invoices.map(({ date, total }) => [date, total])).toEqual([
        ['2026-01-01', '360.00'],
        ['2026-02-16', '8.44'],
      ])
    })

    test('seats bought in the middle of a month count by their days, as they were paid', () => {
      // 36.50 a month is 438.00 a year, 1.20 a day: 412.80 for the 344 days from 22 April on, 10.80 for nine of them
      const seats = { model: 'perUnit' as const, rate: { amount: '36.50', per: '1' } }
      const catalog = catalogOf([sellingSeats(planOf(plan), 1, null, seats)])
      const scenario = scenarioOf(catalog, ['0'], {
        ...annual,
        start: '2026-04-01',
        changes: [{ kind: 'buySeats', on: '2026-04-22', count: 1 }],
        invoicing: monthly('50'),
      })
      const { invoices } = valueOf(run(catalog, scenario))
      expect(totalsOf({ invoices })).toEqual(['360.00', '412.80', '9.20']) // 50.00 − 30.00 − 10.80
    })
  })

  test('is told in steps that come to the true-up, to the cent', () => {
    // 20.004 − 10.518… = 9.485…, so 9.49; the two rounded each by itself, 20.00 and 10.52, would come to 9.48
    const result = invoiced(['0', '0'], monthly('20.004', { from: '2026-01-16' }))
    expect(at(at(result.invoices, 2).lines, 0)).toMatchObject({
      amount: '9.49',
      working: [
        { rate: 'minimum agreed', amount: '20.00' },
        { rate: 'billed for it already', amount: '-10.51' },
      ],
    })
  })

  test('counts only what it is agreed for', () => {
    const result = invoiced(['1500'], monthly('20', { appliesTo: ['overage'] }))
    expect(at(result.invoices, 1).lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['overage', '5.00'],
      ['trueUp', '15.00'],
    ])
  })

  test('a discount is not money spent towards it, and does not lower the true-up', () => {
    const result = invoiced(['1500'], { ...monthly('20'), discounts: [percentOff('50')] })
    // 5.00 + 2.50 were billed
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '5.00', '2.50'],
      ['trueUp', '12.50'],
    ])
  })

  test('tax is due on the true-up', () => {
    const result = invoiced(['1000'], { ...monthly('20'), taxes: [{ name: 'VAT', percent: '20' }] })
    expect(totalsOf(result)).toEqual(['12.00', '12.00'])
  })
})

describe('extra Full seats', () => {
  const seatsFor = (raisesCommitment?: boolean) => {
    const plan = planOf({ monthly: '100', custom: true })
    const purchase = {
      limit: null,
      charge: figure({ model: 'perUnit' as const, rate: { amount: '30', per: '1' } }),
      credits: figure('300'),
      ...(raisesCommitment === undefined ? {} : { raisesCommitment: figure(raisesCommitment) }),
    }
    return catalogOf([{ ...plan, seats: { ...plan.seats, purchase } }])
  }
  const billed = (raises: boolean | undefined, more: object = {}) => {
    const catalog = seatsFor(raises)
    const terms = {
      extraSeats: 2,
      invoicing: { commitment: { per: 'month' as const, minimum: '150', ...more } },
    }
    return valueOf(run(catalog, scenarioOf(catalog, ['0'], terms))).totals
  }

  test('raise the commitment by their price where the catalogue says so', () => {
    // 100.00 + 2 × 30.00 = 160.00, of 150.00 + 60.00
    expect(billed(true)).toMatchObject({ trueUp: '50.00', total: '210.00' })
    expect(billed(false)).toMatchObject({ trueUp: '0.00', total: '160.00' })
    expect(billed(undefined)).toMatchObject({ trueUp: '0.00', total: '160.00' })
  })

  test('as the plan they are bought on says, not the one the account started on', () => {
    const [flat, raising] = [seatsFor(false), seatsFor(true)].map(({ plans }) => at(plans, 0))
    const catalog = (first = flat, second = raising) =>
      catalogOf(
        [first, second].flatMap((plan, index) =>
          plan ? [{ ...plan, id: `p${index}`, name: `p${index}` }] : [],
        ),
      )
    const commitment = { per: 'month' as const, minimum: '150' }
    // to the other plan at the end of January, with two seats: 160.00 are billed each month
    const change = { kind: 'changePlan' as const, on: '2026-01-16', plan: 'p1', timing: 'termEnd' as const }
    const trueUps = (on: Catalog, more: object = {}) => {
      const terms = {
        extraSeats: 2,
        changes: [change],
        invoicing: { commitment: { ...commitment, ...more } },
      }
      const { invoices } = valueOf(run(on, scenarioOf(on, ['0', '0'], terms)))
      return invoices.flatMap(({ date, lines }) =>
        lines.flatMap(({ kind, amount }) => (kind === 'trueUp' ? [[date, amount]] : [])),
      )
    }
    // of 150.00 in January, and 150.00 + 60.00 in February; then the other way round
    expect(trueUps(catalog())).toEqual([['2026-03-01', '50.00']])
    expect(trueUps(catalog(raising, flat))).toEqual([['2026-02-01', '50.00']])
    // what the scenario agrees goes before either
    expect(trueUps(catalog(), { seatsRaise: true })).toHaveLength(2)
    expect(trueUps(catalog(), { seatsRaise: false })).toEqual([])
  })

  test('or as the scenario says', () => {
    expect(billed(true, { seatsRaise: false })).toMatchObject({ trueUp: '0.00' })
    expect(billed(undefined, { seatsRaise: true })).toMatchObject({ trueUp: '50.00' })
  })
})

describe('a maximum', () => {
  test('what was billed above it comes back at the month’s end', () => {
    const result = invoiced(['3000', '0'], { commitment: { per: 'month', maximum: '25' } })
    // January: 10.00 + 20.00
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '20.00'],
      ['subscription', '10.00'],
      ['cap', '-5.00'],
    ])
    expect(result.totals).toMatchObject({ trueUp: '-5.00', total: '35.00' })
  })

  test('below the minimum is refused', () => {
    const terms = { commitment: { per: 'month' as const, minimum: '20', maximum: '10' } }
    expect(() => invoiced(['0'], terms)).toThrow('Expected a maximum that is not below the minimum.')
  })
})
