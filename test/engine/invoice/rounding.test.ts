import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { AccountChange } from '#shared/account.ts'
import type { RoundingPoint } from '#shared/policies.ts'
import { RunResult } from '#shared/run-result.ts'
import {
  at,
  catalogOf,
  figure,
  halfOff,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { fund, lineRows, PACK } from '../support/funds.ts'
import { sellingSeats, subscribe } from '../subscription/support/subscribe.ts'
import { invoiced, onLadder, percentOff, PLAN, type Terms } from './support.ts'

/** The second invoice: overage at 10.00 for 1,000 credits beyond the quota, beside a subscription of `price`. */
const second = (rounding: RoundingPoint, credits: string, price: string, terms: Terms) =>
  at(invoiced([credits, '0'], terms, { policies: { rounding } }, { ...PLAN, monthly: price }).invoices, 1)

const figuresOf = (invoice: ReturnType<typeof second>) => ({
  lines: invoice.lines.map(({ amount, taxes }) => [amount, ...taxes.map((tax) => tax.amount)]),
  net: invoice.net,
  tax: invoice.taxes.map(({ amount }) => amount),
  total: invoice.total,
})

const tax = { taxes: [{ name: 'VAT', percent: '5' }] }

describe('lines of 5.10 and 10.10 with 5 % tax', () => {
  test('line: 0.255 → 0.26 and 0.505 → 0.51 are 0.77', () => {
    expect(second('line', '1510', '10.10', tax)).toMatchObject({ net: '15.20', total: '15.97' })
  })

  test('fee, then tax: 5 % of 15.20 is 0.76', () => {
    const figures = figuresOf(second('feeThenTax', '1510', '10.10', tax))
    // the larger remainder takes the cent that is left: both are half a cent, so the first
    expect(figures).toEqual({
      lines: [
        ['5.10', '0.26'],
        ['10.10', '0.50'],
      ],
      net: '15.20',
      tax: ['0.76'],
      total: '15.96',
    })
  })
})

/* Basic 10.00 → Pro 20.00 with 20 of 30 days left: −6.666… and 13.333… */
describe('a change of plan that credits 6.666… and charges 13.333…', () => {
  const change = { kind: 'changePlan' as const, on: '2026-04-11', plan: 'pro', mode: 'prorated' as const }
  const changed = (rounding: RoundingPoint, invoicing: Terms = {}) =>
    onLadder({ basic: '10', pro: '20' }, 1, {
      changes: [{ ...change, timing: 'now' }],
      policies: { rounding },
      invoicing,
    })

  test('line: −6.67 and 13.33 are 6.66', () => {
    const result = changed('line')
    expect(figuresOf(at(result.invoices, 1))).toMatchObject({ lines: [['-6.67'], ['13.33']], total: '6.66' })
    expect(result.totals.total).toBe('16.66')
  })

  test('invoice: 6.666… is 6.67, and the lines show it', () => {
    const result = changed('invoice')
    expect(figuresOf(at(result.invoices, 1))).toMatchObject({ lines: [['-6.66'], ['13.33']], total: '6.67' })
    expect(result.totals).toMatchObject({ total: '16.67', subscription: '16.67' })
  })

  test('invoice, a tenth off and 20 % tax: nothing is rounded before the sum', () => {
    // paid 9.00 of 10.00: −6.666… + 0.666… = −6.00; 13.333… − 1.333… = 12.00; 20 % of 6.00. Discounts are shown
    // rounded once each, 1.33 and −0.67
    const terms = { discounts: [percentOff('10')], taxes: [{ name: 'VAT', percent: '20' }] }
    expect(at(changed('invoice', terms).invoices, 1)).toMatchObject({
      discount: '0.66',
      net: '6.00',
      total: '7.20',
    })
  })
})

/*
 * 24.76 with 27 % off is 18.0748, asked for as 18.07. Two days later it is given back, beside overage of 2.41, which is
 * 1.7593 with the discount: −16.3155 together, −16.32. The lines would come to 1.76 − 18.07 = −16.31 by themselves; the
 * cent that is missing stands on what is given back: −24.77 and 6.69 of discount.
 */
test('invoice: a term given back whole beside overage may show a cent more than was paid for it', () => {
  const fee = postpaid({
    model: 'graduated',
    tiers: [{ upTo: null, rate: { amount: '0', per: '1' }, flatFee: '2.41' }],
  })
  const catalog = catalogOf([
    planOf({ id: 'high', monthly: '24.76', credits: '0', pastQuota: fee }),
    planOf({ id: 'free', monthly: '0' }),
  ])
  const away: AccountChange = {
    kind: 'changePlan',
    on: '2026-04-03',
    plan: 'free',
    mode: 'difference',
    timing: 'now',
  }
  const scenario = scenarioOf(catalog, ['30'], {
    start: '2026-04-01',
    ...OPTED_IN,
    policies: { rounding: 'invoice' },
    invoicing: { discounts: [{ ...percentOff('27'), id: 'd' }] },
    changes: [away],
  })
  const result = valueOf(run(catalog, scenario))
  expect(result.invoices.map(({ total }) => total)).toEqual(['18.07', '-16.32'])
  expect(at(result.invoices, 1).lines.map(({ amount }) => amount)).toEqual(['2.41', '-24.77'])
  expect(result.totals.subscription).toBe('-0.01')
  expect(RunResult.safeParse({ ...result, inputHash: '' }).error).toBeUndefined()
})

describe('one line of 5.004 beside 10.10 with 5 % tax, rounded on the invoice', () => {
  test('15.104 → 15.10 and 0.7552 → 0.76, shown in parts that sum to them', () => {
    expect(figuresOf(second('invoice', '1500.4', '10.10', tax))).toEqual({
      lines: [
        ['5.00', '0.25'],
        ['10.10', '0.51'],
      ],
      net: '15.10',
      tax: ['0.76'],
      total: '15.86',
    })
  })
})

describe('rounded on the invoice, every line keeps what it is worth', () => {
  const at104 = (amount = '0.104') => ({ model: 'perUnit' as const, rate: { amount, per: '1' } })
  const buy = { kind: 'buyPack' as const, on: '2026-01-11', pack: 'small', count: 1 }

  test.each<[RoundingPoint, readonly string[], string]>([
    ['line', ['0.10', '0.10'], '0.20'],
    ['invoice', ['0.11', '0.10'], '0.21'], // 0.208; the first of two equal parts takes the cent
  ])('%s: two packs at 0.104, bought at once', (rounding, amounts, total) => {
    const packs = [{ ...PACK, charge: figure(at104()) }]
    const result = fund(
      [{ credits: '0', monthly: '0' }],
      ['0'],
      { changes: [buy, buy], policies: { rounding } },
      packs,
    )
    expect(lineRows(result)).toEqual(amounts.map((amount) => ['pack', '2026-01-11', amount]))
    expect(result.totals).toMatchObject({ packs: total, subscription: '0.00', total })
  })

  /** The second invoice of a plan with an extra seat: overage of 0.104 beside the renewal. */
  const renewal = (rounding: RoundingPoint, monthly: string, seat: string, overage = '0.104') => {
    const pastQuota = postpaid(perThousand(overage))
    const plans = [sellingSeats(planOf({ monthly, pastQuota }), 1, null, at104(seat))]
    const usage = { kind: 'series' as const, credits: ['2100', '0'] }
    return subscribe(plans, 2, { ...OPTED_IN, policies: { rounding }, extraSeats: 1, usage })
  }
  const shown = (result: ReturnType<typeof renewal>) => {
    const { lines, total } = at(result.invoices, 1)
    return [...lines.map(({ kind, amount }) => [kind, amount]), total]
  }

  test('overage of 0.104 and a seat renewed at 0.104 are 0.208', () => {
    expect(shown(renewal('line', '0', '0.104'))).toEqual([['overage', '0.10'], ['seats', '0.10'], '0.20'])
    const result = renewal('invoice', '0', '0.104')
    expect(shown(result)).toEqual([['overage', '0.11'], ['seats', '0.10'], '0.21'])
    // 0.10 for the seat in April, then 0.11 and 0.10
    expect(result.totals).toMatchObject({ overage: '0.11', subscription: '0.20', total: '0.31' })
  })

  test('a plan of 0.104 beside them makes 0.312', () => {
    expect(shown(renewal('invoice', '0.104', '0.104'))).toEqual([
      ['overage', '0.11'],
      ['subscription', '0.10'],
      ['seats', '0.10'],
      '0.31',
    ])
  })

  test('two lines of less than half a cent are a cent together; where each rounds, seats of 0.004 are no line', () => {
    expect(shown(renewal('invoice', '0', '0.004', '0.004'))).toEqual([
      ['overage', '0.01'],
      ['seats', '0.00'],
      '0.01',
    ])
    expect(at(renewal('line', '0', '0.004', '0.004').invoices, 0).lines.map(({ kind }) => kind)).toEqual([
      'overage',
    ])
  })

  test('half off 0.33 is exact too, and so is what comes back of it: 0.586 − 0.0825 = 0.5035', () => {
    const plans = [
      planOf({ id: 'low', monthly: '0.33', offers: [halfOff('monthly')] }),
      planOf({ id: 'high', monthly: '1.172' }),
    ]
    const changes = [
      { kind: 'changePlan' as const, plan: 'high', on: '2026-04-16', mode: 'prorated' as const },
    ]
    const totals = (rounding: RoundingPoint) =>
      subscribe(plans, 1, { offers: true, policies: { rounding }, changes }).invoices.map(
        ({ total }) => total,
      )
    // 0.33 − 0.165 = 0.165 was paid, of which half is left
    expect(totals('invoice')).toEqual(['0.17', '0.50'])
    // line by line 0.33 − 0.17 = 0.16, of which half comes back: 0.59 − 0.08
    expect(totals('line')).toEqual(['0.16', '0.51'])
  })
})
