import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { AccountChange } from '#shared/account.ts'
import type { Offer } from '#shared/catalog.ts'
import { RunResult } from '#shared/run-result.ts'
import { RoundingPoint } from '#shared/policies.ts'
import { Scenario } from '#shared/scenario.ts'
import { percentOff } from '../engine/invoice/support.ts'
import { sellingSeats } from '../engine/subscription/support/subscribe.ts'
import { catalogOf, figure, halfOff, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyInvoicing } from './support/arbitrary-invoicing.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { lawOf } from './support/law-of.ts'
import { micros } from './support/sums.ts'

/** Accounts whose subscription changes, under any terms of invoicing; coupons are redeemed at the start and later. */
const anyLifeInvoiced: fc.Arbitrary<Account> = fc
  .record({
    // Prices of these accounts are in hundredths, which the yen has not.
    life: anyLife.filter(({ catalog }) => catalog.currency === 'USD'),
    invoicing: anyInvoicing,
    rounding: fc.constantFrom(...RoundingPoint.options),
    redeemed: fc.array(fc.tuple(fc.constantFrom('c0', 'c1'), fc.nat(3)), { maxLength: 3 }),
  })
  .map(({ life: { catalog, scenario }, invoicing, rounding, redeemed }) => ({
    catalog,
    scenario: Scenario.parse({
      ...scenario,
      // What a maximum gives back is by the time a line is for, no part of what was paid for a term.
      invoicing: {
        ...invoicing,
        commitment: invoicing.commitment && { ...invoicing.commitment, maximum: undefined },
      },
      policies: { ...scenario.policies, rounding },
      changes: [
        ...redeemed.map(([coupon, later]) =>
          AccountChange.parse({ kind: 'redeemCoupon', coupon, on: onDay(scenario.start, later * 9) }),
        ),
        ...scenario.changes,
      ],
    }),
  }))

const onDay = (start: string, day: number): string =>
  new Date(Date.parse(start) + day * 86_400_000).toISOString()

describe('nobody gets back more than was paid', () => {
  test(
    'whatever offers, discounts and changes come together: invoices so far never sum to less than nothing',
    lawOf(anyLifeInvoiced)((result) => {
      let paid = 0n
      for (const { total } of result.invoices) {
        paid += micros(total)
        expect(paid >= 0n).toBe(true)
      }
      expect(RunResult.safeParse({ ...result, inputHash: '' }).error).toBeUndefined()
    }),
  )
})

const CENT = 10_000n

/** A first month of 30 days at so many per cent off, changed in the middle of it. */
const reduced = fc.record({
  // a coupon that finds nothing to take waits for the next invoice: no price whose percentage is less than a cent
  old: fc.integer({ min: 100, max: 50_000 }),
  next: fc.integer({ min: 0, max: 50_000 }),
  percent: fc.integer({ min: 0, max: 100 }),
  day: fc.integer({ min: 2, max: 30 }),
})

const moneyOf = (cents: number) => (cents / 100).toFixed(2)

type Reduced = typeof reduced extends fc.Arbitrary<infer T> ? T : never
type By = readonly ('offer' | 'coupon')[]
const oneWay = fc.constantFrom('offer' as const, 'coupon' as const)

/** What the first invoice and the change come to, the price reduced by an offer, a coupon of as much, or both. */
function billed(mode: 'prorated' | 'difference', given: Reduced, ...by: By): readonly bigint[] {
  const percent = String(given.percent)
  const offer: Offer = {
    id: 'off',
    name: 'Off',
    kind: 'firstPeriodPercentOff',
    percent: figure(percent),
    billing: ['monthly'],
  }
  const catalog = catalogOf([
    planOf({ id: 'old', monthly: moneyOf(given.old), offers: [offer] }),
    planOf({ id: 'next', monthly: moneyOf(given.next) }),
  ])
  const coupon = { ...percentOff(percent, { duration: { kind: 'once' } }), id: 'off' }
  const redeem: AccountChange[] = [{ kind: 'redeemCoupon', on: '2026-04-01', coupon: 'off' }]
  const on = `2026-04-${String(given.day).padStart(2, '0')}`
  const scenario = scenarioOf(catalog, ['0'], {
    start: '2026-04-01',
    offers: by.includes('offer'),
    invoicing: { coupons: [coupon] },
    changes: [
      ...(by.includes('coupon') ? redeem : []),
      { kind: 'changePlan', on, plan: 'next', timing: 'now', mode },
    ],
  })
  return valueOf(run(catalog, scenario)).invoices.map(({ total }) => micros(total))
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** Half-up to the cent, of micros. */
const cents = (amount: bigint, parts: bigint): bigint =>
  ((amount * 2n + parts * CENT) / (2n * parts * CENT)) * CENT

describe('a reduced first month that is changed in the middle', () => {
  test('prorated: the unused share of what was paid is credited, to the cent', () => {
    fc.assert(
      fc.property(reduced, (given) => {
        const [paid = 0n, change = 0n] = billed('prorated', given, 'offer')
        const left = BigInt(31 - given.day)
        expect(change).toBe(cents(BigInt(given.next) * CENT * left, 30n) - cents(paid * left, 30n))
      }),
      { numRuns: 2000 },
    )
  })

  test('prorated, by an offer and a coupon together: so it is, but for a cent that a rounding may be apart', () => {
    fc.assert(
      fc.property(reduced, (given) => {
        const [paid = 0n, change = 0n] = billed('prorated', { ...given, next: 0 }, 'offer', 'coupon')
        const apart = change + cents(paid * BigInt(31 - given.day), 30n)
        expect(apart >= -CENT && apart <= CENT).toBe(true)
        expect(paid + change >= 0n).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('by the difference: a higher price costs the difference of the two, whatever was taken off the old one', () => {
    fc.assert(
      fc.property(reduced, oneWay, ({ next, ...given }, by) => {
        const [, change = 0n] = billed('difference', { ...given, next: given.old + next }, by)
        expect(change).toBe(BigInt(next) * CENT)
      }),
      { numRuns: 1000 },
    )
  })

  test('by the difference: a lower price is what the month has cost, where as much was paid', () => {
    fc.assert(
      fc.property(reduced, oneWay, (given, by) => {
        const next = Math.floor((given.old * (100 - given.percent) * given.next) / 5_000_000)
        expect(sum(billed('difference', { ...given, next }, by))).toBe(BigInt(next) * CENT)
      }),
      { numRuns: 1000 },
    )
  })

  test('prorated, an offer and a coupon of as much are the same money', () => {
    fc.assert(
      fc.property(reduced, (given) => {
        const apart = sum(billed('prorated', given, 'offer')) - sum(billed('prorated', given, 'coupon'))
        expect(apart >= -CENT && apart <= CENT).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

/** Basic with seats for sale, paid monthly or annually, changed or not, and given back on the tenth. */
const refunded = fc
  .record({
    invoicing: anyInvoicing,
    rounding: fc.constantFrom(...RoundingPoint.options),
    billing: fc.constantFrom('monthly' as const, 'annual' as const),
    offers: fc.boolean(),
    // of a price whose parts are less than a cent nothing may be left to give back
    price: fc.integer({ min: 100, max: 50_000 }),
    bought: fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { maxLength: 2 }),
    mode: fc.option(fc.constantFrom('prorated' as const, 'difference' as const, 'doNotBill' as const)),
    redeemed: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ invoicing, price: inCents, bought, mode, redeemed, rounding, ...terms }) => {
    const offers = [halfOff('monthly', 'annual')]
    const sold = (id: string, price: number) =>
      sellingSeats(planOf({ id, monthly: moneyOf(price), annual: moneyOf(price * 10), offers }), 2)
    const plans = [planOf({ id: 'free', monthly: '0' }), sold('basic', inCents), sold('pro', inCents * 3)]
    const catalog = { ...catalogOf(plans), refundDays: figure(14) }
    const onDate = (day: number) => `2026-04-${String(day).padStart(2, '0')}`
    const changes: AccountChange[] = [
      ...(redeemed === null ? [] : [{ kind: 'redeemCoupon' as const, on: onDate(redeemed), coupon: 'c0' }]),
      ...bought.map((day) => ({ kind: 'buySeats' as const, on: onDate(day), count: 1 })),
      ...(mode === null
        ? []
        : [{ kind: 'changePlan' as const, on: onDate(5), plan: 'pro', timing: 'now' as const, mode }]),
      { kind: 'refund', on: onDate(10) },
    ]
    const scenario = Scenario.parse({
      ...scenarioOf(catalog, ['0', '0']),
      plan: 'basic',
      start: '2026-04-01',
      policies: { rounding },
      invoicing: { ...invoicing, commitment: undefined },
      changes,
      ...terms,
    })
    return { catalog, scenario }
  })

test('a refund leaves nothing of its term, tax and all, to the cent', () => {
  fc.assert(
    fc.property(refunded, ({ catalog, scenario }) => {
      const { invoices, refusals } = valueOf(run(catalog, scenario))
      expect(sum(invoices.map(({ total }) => micros(total)))).toBe(0n)
      expect(refusals.filter(({ path }) => path === `changes.${scenario.changes.length - 1}`)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
