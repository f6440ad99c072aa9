import { describe, expect, test } from 'vitest'
import { checkScenario, explain, run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import {
  catalogOf,
  figure,
  halfOff,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { percentOff } from '../invoice/support.ts'
import { PACK } from '../support/funds.ts'
import { preset } from '../support/people.ts'
import { creditRows } from '../support/period-rows.ts'
import {
  BASIC,
  bills,
  dues,
  FREE,
  type Given,
  linesOf,
  PRO,
  type Run,
  sellingSeats,
  subscribe,
  to,
  using,
} from './support/subscribe.ts'

const LADDER = [FREE, planOf(BASIC), planOf(PRO)]
const GIVES_BACK = { refundDays: figure(14), packs: [PACK] }
const refund = (on: string) => ({ kind: 'refund' as const, on })

/** Two months on Basic, $30.00 a month for 1,000 credits; a price is given back for 14 days. */
const onBasic = (given: Given, plans = LADDER): Run =>
  subscribe(plans, 2, { plan: 'basic', ...given }, GIVES_BACK)

/** Why it was refused, without the date each refusal begins with. */
const why = ({ refusals }: Run) => refusals.map(({ message }) => message.replace(/^Refused on [\d-]+: /, ''))

describe('the price of the running term is given back', () => {
  test('until 14 days after it was paid; the account goes on with Free, and what was unused is lost', () => {
    const result = onBasic({ changes: [refund('2026-04-15')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-15', '-30.00'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 1000, 0, 1000, 0, 0],
      [0, 100, 0, 100, 0, 0],
      [0, 100, 0, 0, 0, 100],
    ])
    expect(why(result)).toEqual([])
  })

  test('not a second later', () => {
    const result = onBasic({ changes: [refund('2026-04-15T00:00:01Z')] })
    expect(why(result)).toEqual(['The term was paid more than 14 days ago, so its price is not given back.'])
    expect(result.totals.total).toBe('60.00')
  })

  test('not once any credit of the term was used, however few', () => {
    const result = onBasic({ ...using('1', '0'), changes: [refund('2026-04-10')] })
    expect(why(result)).toEqual(['Credits of the term were used, so its price is not given back.'])
    expect(result.totals.total).toBe('60.00')
  })

  test('again after a renewal, whose month was not used: 30.00 for April stay paid', () => {
    const result = onBasic({ ...using('500', '0'), changes: [refund('2026-05-01')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-05-01', '0.00'],
    ])
    expect(linesOf(result).slice(1)).toEqual([
      ['2026-05-01', 'subscription', '30.00'],
      ['2026-05-01', 'refund', '-30.00'],
    ])
  })

  test('of a year, all of it, though its months are renewed one by one', () => {
    const changes = [refund('2026-05-05')]
    const given = { plan: 'basic', billing: 'annual' as const, changes }
    const result = subscribe(LADDER, 3, given, { refundDays: figure(60) })
    expect(bills(result)).toEqual([
      ['2026-04-01', '300.00'],
      ['2026-05-05', '-300.00'],
    ])
    const used = subscribe(LADDER, 3, { ...given, ...using('10', '0', '0') }, { refundDays: figure(60) })
    expect(why(used)).toEqual(['Credits of the term were used, so its price is not given back.'])
  })
})

describe('no more is given back than was paid', () => {
  test('half a price for half a price', () => {
    const plans = [FREE, planOf({ ...BASIC, offers: [halfOff('monthly')] })]
    const result = onBasic({ offers: true, changes: [refund('2026-04-10')] }, plans)
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-01', 'offer', '-15.00'],
      ['2026-04-10', 'refund', '-15.00'],
    ])
  })

  test('what a coupon left to pay: 10 % off 30.00', () => {
    const invoicing = { coupons: [{ ...percentOff('10', { duration: { kind: 'once' } }), id: 'ten' }] }
    const changes = [{ kind: 'redeemCoupon' as const, on: '2026-04-01', coupon: 'ten' }, refund('2026-04-10')]
    expect(bills(onBasic({ invoicing, changes }))).toEqual([
      ['2026-04-01', '27.00'],
      ['2026-04-10', '-27.00'],
    ])
  })

  test('the tax with it: 20 % on 30.00', () => {
    const invoicing = { taxes: [{ name: 'VAT', percent: '20', inclusive: false }] }
    expect(bills(onBasic({ invoicing, changes: [refund('2026-04-10')] }))).toEqual([
      ['2026-04-01', '36.00'],
      ['2026-04-10', '-36.00'],
    ])
  })

  test('of the same time as it was paid for: a commitment counts +15.00 and −15.00 of its half of April', () => {
    const commitment = { minimum: '20.00', from: '2026-04-16', per: 'month' as const }
    const result = onBasic({ invoicing: { commitment }, changes: [refund('2026-04-10')] })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-10', 'refund', '-30.00'],
      ['2026-05-16', 'trueUp', '20.00'],
    ])
  })

  test('extra seats by what was paid for the rest of the term: 2 × 10.00 × 25 ÷ 30 = 16.67', () => {
    const plans = [FREE, sellingSeats(planOf(BASIC), 2)]
    const changes = [{ kind: 'buySeats' as const, on: '2026-04-06', count: 2 }, refund('2026-04-10')]
    expect(linesOf(onBasic({ changes }, plans))).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-06', 'seats', '16.67'],
      ['2026-04-10', 'refund', '-30.00'],
      ['2026-04-10', 'seats', '-16.67'],
    ])
  })

  test('an upgrade’s term, not the one it ended', () => {
    const result = onBasic({ changes: [to('pro', '2026-04-06'), refund('2026-04-10')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-06', '80.00'],
      ['2026-04-10', '-80.00'],
    ])
  })

  test.each([
    // 30.00 − 30.00 × 25 ÷ 30 + 80.00 × 25 ÷ 30 = 71.67
    ['up', 'basic', 'pro', ['30.00', '-25.00', '66.67'], '-71.67'],
    // 80.00 − 80.00 × 25 ÷ 30 + 30.00 × 25 ÷ 30 = 38.33
    ['down', 'pro', 'basic', ['80.00', '-66.67', '25.00'], '-38.33'],
  ])('all of a term that was prorated %s on the way, the days before it too', (_, from, into, paid, back) => {
    const change = to(into, '2026-04-06', { mode: 'prorated', timing: 'now' })
    const result = onBasic({ plan: from, changes: [change, refund('2026-04-10')] })
    const amounts = linesOf(result).map(([, , amount]) => amount)
    expect(amounts).toEqual([...paid, back])
    expect(result.totals.total).toBe('0.00')
  })

  test('nor less, where cents are rounded on the invoice: 55.00 for 54.995 paid, and 55.00 back', () => {
    const plans = [FREE, planOf({ ...BASIC, monthly: '109.99', offers: [halfOff('monthly')] })]
    const given = { offers: true, policies: { rounding: 'invoice' as const } }
    expect(bills(onBasic({ ...given, changes: [refund('2026-04-10')] }, plans))).toEqual([
      ['2026-04-01', '55.00'],
      ['2026-04-10', '-55.00'],
    ])
  })

  test('nothing of packs, whose credits stay', () => {
    const changes = [{ kind: 'buyPack' as const, on: '2026-04-02', pack: 'small' }, refund('2026-04-10')]
    const result = onBasic({ changes })
    expect(result.totals.total).toBe('5.00')
    // The pack's 100 go on, beside the 100 of Free.
    expect(creditRows(result.periods)[1]).toEqual([100, 100, 0, 100, 0, 100])
  })
})

describe('the 14 days are those since the term was first paid for', () => {
  test('Free until the 14th, then Pro for 80.00 × 17 ÷ 30 = 45.33: two days later all of that comes back', () => {
    const change = to('pro', '2026-04-14', { mode: 'prorated', timing: 'now' })
    const result = onBasic({ plan: 'free', changes: [change, refund('2026-04-16')] })
    expect(bills(result)).toEqual([
      ['2026-04-14', '45.33'],
      ['2026-04-16', '-45.33'],
    ])
  })

  test('the difference of a later upgrade is no payment of its own', () => {
    const change = to('pro', '2026-04-13', { mode: 'difference', timing: 'now' })
    const result = onBasic({ changes: [change, refund('2026-04-20')] })
    expect(why(result)).toEqual(['The term was paid more than 14 days ago, so its price is not given back.'])
  })
})

test('credits that repaid what was owed were used', () => {
  const plans = [FREE, planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) })]
  const given = {
    ...using('1600', '0'),
    overage: { optIn: true },
    policies: { overageAtPeriodEnd: 'carryAndRepay' as const },
  }
  // 600 of May's 1,000 repay what April owed.
  const result = onBasic({ ...given, changes: [refund('2026-05-05')] }, plans)
  expect(why(result)).toEqual(['Credits of the term were used, so its price is not given back.'])
})

describe('a refund is paid out', () => {
  const paidOut = ({ invoices }: Run) => invoices.map((invoice) => invoice.paidOut)

  test('and pays no later invoice', () => {
    const result = onBasic({ changes: [refund('2026-04-10'), to('pro', '2026-04-20')] })
    expect(dues(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-10', '0.00'],
      ['2026-04-20', '80.00'],
      ['2026-05-20', '80.00'],
    ])
    expect(paidOut(result)).toEqual(['0.00', '30.00', '0.00', '0.00'])
  })

  test('but for what an earlier credit note had paid of the term, which is credit again', () => {
    // April on Pro gives 40.00 back for half of it and takes 15.00: 25.00 of credit pay as much of May's 30.00.
    const down = to('basic', '2026-04-16', { mode: 'prorated', timing: 'now' })
    const result = onBasic({ plan: 'pro', changes: [down, refund('2026-05-02'), to('pro', '2026-05-04')] })
    expect(result.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-04-16', '-25.00'],
      ['2026-05-01', '30.00'],
      ['2026-05-02', '-30.00'],
      ['2026-05-04', '80.00'],
    ])
    expect(paidOut(result)).toEqual(['0.00', '0.00', '0.00', '5.00', '0.00'])
    expect(dues(result).map(([, due]) => due)).toEqual(['80.00', '0.00', '5.00', '0.00', '55.00'])
  })
})

describe('there is nothing to give back', () => {
  test('on Free, and in a trial', () => {
    const trial = { days: 20, credits: '50', creditsExpire: true }
    expect(why(onBasic({ plan: 'free', changes: [refund('2026-04-10')] }))).toEqual([
      'Nothing was paid for the running term.',
    ])
    expect(why(onBasic({ trial, changes: [refund('2026-04-10')] }))).toEqual([
      'Nothing was paid for the running term.',
    ])
  })

  test('twice', () => {
    const result = onBasic({ changes: [refund('2026-04-05'), refund('2026-04-06')] })
    expect(why(result)).toEqual(['Nothing was paid for the running term.'])
    expect(result.totals.total).toBe('0.00')
  })

  test('where there is no free plan to go on with', () => {
    const result = onBasic({ changes: [refund('2026-04-05')] }, [planOf(BASIC), planOf(PRO)])
    expect(why(result)).toEqual(['The catalogue has no free plan to go on with.'])
  })

  test('where the catalogue does not say so: refused before anything is billed', () => {
    const catalog = catalogOf(LADDER)
    const scenario = scenarioOf(catalog, ['0'], { changes: [refund('2026-01-02')] })
    expect(checkScenario(catalog, scenario)).toEqual([
      { code: 'refund.not_offered', message: 'Test gives no price back on request.', path: 'changes.0' },
    ])
  })
})

test('what waited for the end of the term goes with it', () => {
  const changes = [to('free', '2026-04-03'), refund('2026-04-05'), to('pro', '2026-04-08')]
  const result = onBasic({ changes })
  expect(bills(result).slice(2)).toEqual([
    ['2026-04-08', '80.00'],
    ['2026-05-08', '80.00'],
  ])
})

test('a downgrade that waited for the end of the term does not come after all: Free stays Free', () => {
  const changes = [to('basic', '2026-04-03'), refund('2026-04-05')]
  expect(bills(onBasic({ plan: 'pro', changes }))).toEqual([
    ['2026-04-01', '80.00'],
    ['2026-04-05', '-80.00'],
  ])
})

test('its line is explained by the rule, the price’s source and the rule’s', () => {
  const catalog = preset('elevenlabs-2026-10')
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Creator',
    catalog: catalog.id,
    plan: 'creator',
    start: '2026-10-03',
    months: 1,
    changes: [refund('2026-10-10')],
    usage: { kind: 'series', credits: ['0'] },
  })
  const told = valueOf(
    explain(catalog, valueOf(run(catalog, scenario)), { kind: 'line', invoice: '0002', line: 1 }),
  )
  expect(told.title).toBe('Refund of Creator, invoice 0002')
  expect(told.rule).toMatch(/^What was paid for the running term is given back on request/)
  expect(told.steps.map(({ text, amount }) => [text, amount])).toContainEqual([
    '22.00 paid for the term',
    '-22.00',
  ])
  expect(told.sources.map(({ title }) => title)).toEqual([
    catalog.sources['pricing-note']?.title,
    catalog.sources['refunds']?.title,
  ])
})
