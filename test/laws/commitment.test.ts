import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'
import { micros, sumOf } from './support/sums.ts'

/** An annual price of twelve times a whole number of cents, from any day of common and leap years. */
const annual = fc.record({
  start: fc
    .date({ min: new Date('2023-01-01'), max: new Date('2033-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  cents: fc.integer({ min: 1, max: 500_000 }),
  months: fc.integer({ min: 1, max: 30 }),
  more: fc.integer({ min: 0, max: 10_000 }),
})

type Terms = Readonly<Record<'minimum', string>> & {
  readonly maximum?: string
  readonly per?: 'month' | 'year'
}

function billed({ start, cents, months }: { start: string; cents: number; months: number }, terms: Terms) {
  const catalog = catalogOf([planOf({ monthly: '1', annual: text(cents * 12) })])
  const usage = Array.from({ length: months }, () => '0')
  const scenario = scenarioOf(catalog, usage, {
    start,
    billing: 'annual',
    invoicing: { commitment: { per: 'month', ...terms } },
  })
  return valueOf(run(catalog, scenario))
}

const text = (cents: number): string => (cents / 100).toFixed(2)

describe('a commitment of a month on an annual price', () => {
  test('of just a twelfth settles nothing, on whatever day the year begins', () => {
    fc.assert(
      fc.property(annual, (given) => {
        const twelfth = text(given.cents)
        expect(billed(given, { minimum: twelfth, maximum: twelfth }).totals.trueUp).toBe('0.00')
      }),
      { numRuns: 500 },
    )
  })

  test('of more is trued up by as much every month, and of a year by twelve times that', () => {
    fc.assert(
      fc.property(annual, ({ more, ...given }) => {
        const month = billed(given, { minimum: text(given.cents + more) })
        expect(micros(month.totals.trueUp ?? '')).toBe(BigInt(more * given.months) * 10_000n)
        const year = billed(given, { per: 'year', minimum: text((given.cents + more) * 12) })
        expect(micros(year.totals.trueUp ?? '')).toBe(
          BigInt(more * 12 * Math.floor(given.months / 12)) * 10_000n,
        )
      }),
      { numRuns: 500 },
    )
  })
})

test('the steps of a true-up or a cap come to it, to the cent', () => {
  fc.assert(
    fc.property(
      annual,
      fc.integer({ min: 0, max: 900_000 }),
      fc.integer({ min: 1, max: 27 }),
      (given, minimum, later) => {
        const from = new Date(Date.parse(given.start) + later * 86_400_000).toISOString().slice(0, 10)
        const catalog = catalogOf([planOf({ monthly: text(given.cents) })])
        const scenario = scenarioOf(catalog, ['0', '0', '0'], {
          start: given.start,
          invoicing: {
            commitment: { per: 'month', from, minimum: text(minimum), maximum: text(minimum + given.more) },
          },
        })
        const settled = valueOf(run(catalog, scenario)).invoices.flatMap(({ lines }) =>
          lines.filter(({ kind }) => kind === 'trueUp' || kind === 'cap'),
        )
        for (const { amount, working } of settled)
          expect(sumOf(working.map((step) => step.amount))).toBe(micros(amount))
      },
    ),
    { numRuns: 500 },
  )
})
