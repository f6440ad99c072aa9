import { describe, expect, test } from 'vitest'
import { at, halfOff, planOf, prepaid } from '../support/build.ts'
import { fund } from '../support/funds.ts'
import { billPeople, preset } from '../support/people.ts'
import { BASIC, PRO, sellingSeats, subscribe } from '../subscription/support/subscribe.ts'
import { amountOff, invoiced, linesOf, onLadder, percentOff, PLAN, type Terms, totalsOf } from './support.ts'

describe('a discount', () => {
  test('by percentage takes its share of every line it applies to', () => {
    // February: overage 5.00 + subscription 10.00; 20 % of 15.00 is 3.00, split 1.00 and 2.00
    const result = invoiced(['1500', '0'], { discounts: [percentOff('20')] })
    expect(totalsOf(result)).toEqual(['8.00', '12.00'])
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '5.00', '1.00'],
      ['subscription', '10.00', '2.00'],
    ])
    expect(at(result.invoices, 1)).toMatchObject({ subtotal: '15.00', discount: '3.00', net: '12.00' })
    expect(result.totals).toMatchObject({
      total: '20.00',
      subscription: '20.00',
      overage: '5.00',
      discount: '5.00',
      net: '20.00',
      tax: '0.00',
    })
  })

  test('is rounded once, and its parts sum to it', () => {
    // 10 % of 10.00 + 0.05 is 1.005, so 1.01: 0.005 of a cent decides, 1.00 and 0.01 are its parts
    const result = invoiced(['1005', '0'], { discounts: [percentOff('10')] })
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '0.05', '0.01'],
      ['subscription', '10.00', '1.00'],
    ])
  })

  test('of an amount is split by the lines, and takes no more than there is', () => {
    const result = invoiced(['1500', '0'], { discounts: [amountOff('12')] })
    // January: 10.00, of which 12.00 cannot be taken; February: 12.00 of 15.00, 4.00 and 8.00
    expect(totalsOf(result)).toEqual(['0.00', '3.00'])
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['overage', '5.00', '4.00'],
      ['subscription', '10.00', '8.00'],
    ])
  })

  test('on the subscription leaves overage alone, and on overage the subscription', () => {
    const on = (family: 'subscription' | 'overage') =>
      totalsOf(invoiced(['1500', '0'], { discounts: [percentOff('50', { appliesTo: [family] })] }))
    expect(on('subscription')).toEqual(['5.00', '10.00'])
    expect(on('overage')).toEqual(['10.00', '12.50'])
  })

  test.each([
    ['overage', '8.00'],
    ['other', '4.00'],
  ] as const)('on %s: a top-up of 8.00, which buys money and is no overage, costs %s', (family, due) => {
    const result = fund([{ pastQuota: prepaid('100', '1') }], ['0'], {
      prepaid: { kind: 'wallet' },
      changes: [{ kind: 'topUp', on: '2026-01-02', amount: '8' }],
      invoicing: { discounts: [percentOff('50', { appliesTo: [family] })] },
    })
    expect(totalsOf(result)).toEqual(['10.00', due])
  })

  test('on seats leaves everything else alone', () => {
    expect(totalsOf(invoiced(['0'], { discounts: [percentOff('50', { appliesTo: ['seats'] })] }))).toEqual([
      '10.00',
    ])
  })

  test('on what an offer has reduced already takes its share of the rest', () => {
    const offer = halfOff('monthly')
    const terms = { discounts: [percentOff('20')] }
    const result = invoiced(['0'], terms, { offers: true }, { ...PLAN, monthly: '22', offers: [offer] })
    // 22.00 − 11.00 = 11.00, less 2.20
    expect(totalsOf(result)).toEqual(['8.80'])
  })
})

describe('how long', () => {
  const three = ['0', '0', '0']

  test('once, on n invoices, or for ever', () => {
    const off = (duration: object) =>
      totalsOf(invoiced(three, { discounts: [percentOff('50', { duration })] }))
    expect(off({ kind: 'once' })).toEqual(['5.00', '10.00', '10.00'])
    expect(off({ kind: 'invoices', count: 2 })).toEqual(['5.00', '5.00', '10.00'])
    expect(off({ kind: 'forever' })).toEqual(['5.00', '5.00', '5.00'])
  })

  test('an invoice with nothing to take it from does not use it up', () => {
    // the only overage is of January, invoiced with February
    const discounts = [percentOff('50', { duration: { kind: 'once' }, appliesTo: ['overage'] })]
    expect(totalsOf(invoiced(['1500', '0', '0'], { discounts }))).toEqual(['10.00', '12.50', '10.00'])
  })

  test('from a date on, that day’s invoice included', () => {
    expect(totalsOf(invoiced(three, { discounts: [percentOff('50', { from: '2026-02-01' })] }))).toEqual([
      '10.00',
      '5.00',
      '5.00',
    ])
    expect(totalsOf(invoiced(three, { discounts: [percentOff('50', { from: '2026-02-02' })] }))).toEqual([
      '10.00',
      '10.00',
      '5.00',
    ])
  })
})

describe('several discounts', () => {
  test('are taken in their order, each off what those before it left', () => {
    const [half, two] = [percentOff('50'), amountOff('2')]
    // 10.00 − 5.00 − 2.00, or (10.00 − 2.00) ÷ 2
    expect(totalsOf(invoiced(['0'], { discounts: [half, two] }))).toEqual(['3.00'])
    expect(totalsOf(invoiced(['0'], { discounts: [two, half] }))).toEqual(['4.00'])
  })

  test('never go below zero together', () => {
    const result = invoiced(['0'], { discounts: [amountOff('8'), amountOff('7'), percentOff('50')] })
    expect(linesOf(at(result.invoices, 0))).toEqual([['subscription', '10.00', '8.00', '2.00']])
    expect(totalsOf(result)).toEqual(['0.00'])
  })
})

describe('a change of plan under a discount', () => {
  const change = (plan: string, mode: 'restartCycle' | 'prorated' | 'difference') => ({
    kind: 'changePlan' as const,
    on: '2026-04-16',
    plan,
    mode,
    timing: 'now' as const,
  })

  test('gives back what was paid, not the list price: Basic 30 → Pro 80 at half price is +12.50', () => {
    const result = onLadder({ basic: '30', pro: '80' }, 2, {
      changes: [change('pro', 'prorated')],
      invoicing: { discounts: [percentOff('50')] },
    })
    // paid 15.00; credited 15.00 less half, charged 40.00 less half
    expect(totalsOf(result)).toEqual(['15.00', '12.50', '40.00'])
    expect(linesOf(at(result.invoices, 1))).toEqual([
      ['proration', '-15.00', '-7.50'],
      ['proration', '40.00', '20.00'],
    ])
  })

  test('once, on the first term: the credit is of the discounted price, the new plan is at list', () => {
    const result = onLadder({ basic: '30', pro: '80' }, 1, {
      changes: [change('pro', 'prorated')],
      invoicing: { discounts: [amountOff('10', { duration: { kind: 'once' } })] },
    })
    // 20.00 paid for 30.00; half of it, 10.00, comes back: −15.00 + 5.00 + 40.00
    expect(totalsOf(result)).toEqual(['20.00', '30.00'])
  })

  test('an amount makes no credit note larger, and waits for an invoice that has something to pay', () => {
    const result = onLadder({ pro: '80', starter: '20' }, 2, {
      changes: [change('starter', 'prorated')],
      invoicing: { discounts: [amountOff('5', { from: '2026-04-16', duration: { kind: 'once' } })] },
    })
    // −40.00 + 10.00; the next 20.00 less 5.00 is paid from it
    expect(totalsOf(result)).toEqual(['80.00', '-30.00', '15.00'])
    expect(at(result.invoices, 2)).toMatchObject({ creditApplied: '15.00', amountDue: '0.00' })
  })

  test('a downgrade’s credit note is of what was paid: half of 40.00, less half of 10.00 now due', () => {
    const result = onLadder({ pro: '80', starter: '20' }, 2, {
      changes: [change('starter', 'prorated')],
      invoicing: { discounts: [percentOff('50')] },
    })
    expect(
      result.invoices.map(({ kind, total, creditApplied, amountDue }) => [
        kind,
        total,
        creditApplied,
        amountDue,
      ]),
    ).toEqual([
      ['invoice', '40.00', '0.00', '40.00'],
      ['creditNote', '-15.00', '0.00', '0.00'],
      ['invoice', '10.00', '10.00', '0.00'],
    ])
  })

  test('a new term that ends in the instant it was charged gives all of it back: its discount was of the old one', () => {
    const result = onLadder({ basic: '30', pro: '80', max: '200' }, 1, {
      changes: [change('pro', 'restartCycle'), change('max', 'prorated')],
      invoicing: { discounts: [percentOff('50', { duration: { kind: 'once' } })] },
    })
    // Half of 30.00; then 80.00 − 80.00 + 200.00, and nothing of the 15.00 that Basic was cheaper by.
    expect(totalsOf(result)).toEqual(['15.00', '200.00'])
  })

  describe('and an offer: what was paid is less by both', () => {
    const creator = (on: string, mode: 'prorated' | 'difference', plan: string, invoicing: Terms) => {
      const changes = [
        ...(invoicing.coupons ?? []).map(({ id }) => redeem(id)),
        { ...change(plan, mode), on },
      ]
      const given = { plan: 'creator', start: '2026-04-01', offers: true, changes, invoicing }
      return billPeople(preset('elevenlabs-2026-04'), given)
    }
    const redeem = (coupon: string) => ({ kind: 'redeemCoupon' as const, on: '2026-04-01', coupon })
    const coupons = [percentOff('50', { duration: { kind: 'once' } })]

    test('11.00 less 10 % is 9.90; with 29 of 30 days left 9.57 come back', () => {
      const result = creator('2026-04-02', 'prorated', 'free', { discounts: [percentOff('10')] })
      expect(totalsOf(result)).toEqual(['9.90', '-9.57']) // 9.90 × 29 ÷ 30
      expect(linesOf(at(result.invoices, 0))).toEqual([
        ['subscription', '22.00', '1.10'],
        ['offer', '-11.00'],
      ])
      expect(linesOf(at(result.invoices, 1))).toEqual([['proration', '-10.63', '-1.06']])
      expect(result.totals.total).toBe('0.33')
    })

    test('11.00 at half price is 5.50, of which half comes back: 49.50 − 2.75', () => {
      expect(totalsOf(creator('2026-04-16', 'prorated', 'pro', { coupons }))).toEqual(['5.50', '46.75'])
    })

    test('the difference of two prices is theirs, whatever was taken off the old one', () => {
      expect(totalsOf(creator('2026-04-16', 'difference', 'pro', { coupons }))).toEqual(['5.50', '77.00'])
    })

    test('and to another plan after that: of 99.00 less 16.50 the unused half comes back', () => {
      const changes = [
        redeem('off-50'),
        { ...change('pro', 'difference'), on: '2026-04-06' },
        { ...change('scale', 'prorated'), on: '2026-04-16' },
      ]
      const given = { plan: 'creator', start: '2026-04-01', offers: true, changes, invoicing: { coupons } }
      const result = billPeople(preset('elevenlabs-2026-04'), given)
      // 165.00 − 82.50 ÷ 2
      expect(totalsOf(result)).toEqual(['5.50', '77.00', '123.75'])
    })

    test('twice in an instant: what was charged and credited there was never discounted before', () => {
      const changes = [
        redeem('off-50'),
        change('pro', 'difference'),
        { ...change('free', 'prorated'), on: '2026-04-16' },
      ]
      const given = { plan: 'creator', start: '2026-04-01', offers: true, changes, invoicing: { coupons } }
      const result = billPeople(preset('elevenlabs-2026-04'), given)
      // 77.00, and half of the 82.50 that are then paid comes back
      expect(totalsOf(result)).toEqual(['5.50', '35.75'])
    })
  })

  describe('with extra seats', () => {
    const plans = [
      sellingSeats(planOf({ ...BASIC, offers: [halfOff('monthly')] }), 1),
      sellingSeats(planOf(PRO), 3),
    ]
    const withSeats = (invoicing: Terms, offers: boolean) =>
      subscribe(plans, 1, {
        extraSeats: 2,
        offers,
        invoicing,
        changes: [{ ...change('pro', 'prorated') }],
      })

    test('a discount on the seats lowers what comes back of them, and nothing else', () => {
      const off = percentOff('50', { appliesTo: ['seats'], duration: { kind: 'once' } })
      const result = withSeats({ discounts: [off] }, false)
      expect(linesOf(at(result.invoices, 1))).toEqual([
        ['proration', '-15.00'],
        ['seats', '-10.00', '-5.00'],
        ['proration', '40.00'],
      ])
    })

    test('an amount is split by what the offer left of the plan’s price: 15.00, and the seats’ 20.00', () => {
      const off = amountOff('7', { duration: { kind: 'once' } })
      const result = withSeats({ discounts: [off] }, true)
      expect(linesOf(at(result.invoices, 0))).toEqual([
        ['subscription', '30.00', '3.00'],
        ['seats', '20.00', '4.00'],
        ['offer', '-15.00'],
      ])
      expect(linesOf(at(result.invoices, 1))).toEqual([
        ['proration', '-7.50', '-1.50'],
        ['seats', '-10.00', '-2.00'],
        ['proration', '40.00'],
      ])
    })
  })
})
