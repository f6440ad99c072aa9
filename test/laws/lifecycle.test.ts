import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkScenario } from '#main/engine/index.ts'
import { DAY } from '#main/engine/calendar/civil.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { remainingShares } from '#main/engine/subscription/proration.ts'
import { ChangeDay, ProrationUnit } from '#shared/policies.ts'
import { proratedCost } from '../engine/subscription/support/prorated-cost.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { billed, lawOf, type Run } from './support/law-of.ts'
import { micros, sumOf } from './support/sums.ts'

const law = lawOf(anyLife)

describe('whatever becomes of a subscription', () => {
  test(
    'every account made here can be billed, and lives through changes',
    law(({ refusals }, { catalog, scenario }) => {
      expect(checkScenario(catalog, scenario)).toEqual([])
      expect(refusals.length).toBeLessThanOrEqual(scenario.changes.length)
    }),
  )

  test(
    'periods follow one another from the start of the run to its end, credits conserved in each and in all',
    law(({ periods, totals, start, end }) => {
      let [last, carried] = [start, '0']
      for (const period of periods) {
        expect([period.start, period.openingCredits]).toEqual([last, carried])
        expect(sumOf([period.openingCredits, period.grantedCredits])).toBe(
          sumOf([period.poolCredits, period.expiredCredits, period.forfeitedCredits, period.closingCredits]),
        )
        const parts = [period.poolCredits, period.graceCredits, period.overageCredits, period.blockedCredits]
        expect(micros(period.usage)).toBe(sumOf(parts))
        for (const part of parts) expect(micros(part) >= 0n).toBe(true)
        last = period.end
        carried = period.closingCredits
      }
      expect([last, carried]).toEqual([end, totals.remainingCredits])
      const granted = ['grantedCredits', 'expiredCredits', 'forfeitedCredits'] as const
      const used = ['usage', 'poolCredits', 'graceCredits', 'overageCredits', 'blockedCredits'] as const
      for (const field of [...granted, ...used])
        expect(sumOf(periods.map((period) => period[field]))).toBe(micros(totals[field]))
    }),
  )

  test(
    'a period’s grace buffer is no larger than the largest of the plans it was on, and is never negative',
    law(({ periods, usage }, { catalog }) => {
      for (const { plans, graceCredits } of periods) {
        const buffers = catalog.plans
          .filter(({ id }) => plans.some(({ plan }) => plan === id))
          .map((plan) => micros(plan.graceCredits?.value ?? '0'))
        expect(buffers.some((buffer) => buffer >= micros(graceCredits))).toBe(true)
      }
      for (const row of usage) expect(micros(row.graceCredits) >= 0n).toBe(true)
    }),
  )

  test(
    'lines sum to invoices and invoices to the totals; what is due, less what is paid out and the credit that is left, is the total',
    law(({ invoices, totals }) => {
      for (const { lines, total, kind } of invoices) {
        expect(sumOf(lines.map((line) => line.amount))).toBe(micros(total))
        expect(kind).toBe(micros(total) < 0n ? 'creditNote' : 'invoice')
      }
      expect(sumOf(invoices.map(({ total }) => total))).toBe(micros(totals.total))
      const notes = invoices.filter(({ kind }) => kind === 'creditNote')
      const given = -sumOf(notes.map(({ total }) => total))
      const paidOut = sumOf(invoices.map((invoice) => invoice.paidOut))
      const creditLeft = given - paidOut - sumOf(invoices.map(({ creditApplied }) => creditApplied))
      expect(creditLeft >= 0n).toBe(true)
      const paid = sumOf(invoices.map(({ amountDue }) => amountDue)) - paidOut
      expect(paid - creditLeft).toBe(micros(totals.total))
      expect(paid >= 0n).toBe(true)
    }),
  )

  test(
    'the ledger sums to the invoices and to the balance',
    law(({ ledger, totals }) => {
      const balance = (account: string) =>
        sumOf(ledger.filter(({ to }) => to === account).map(({ amount }) => amount)) -
        sumOf(ledger.filter(({ from }) => from === account).map(({ amount }) => amount))
      // what credit notes left to use is the customer’s
      expect(-balance('money.customer') - balance('money.credits')).toBe(micros(totals.total))
      expect(-balance('credits.issued')).toBe(micros(totals.grantedCredits))
      expect(balance('credits.pool')).toBe(micros(totals.remainingCredits))
      expect(balance('credits.expired')).toBe(micros(totals.expiredCredits))
      expect(balance('credits.forfeited')).toBe(micros(totals.forfeitedCredits))
      expect(balance('credits.used')).toBe(
        sumOf([totals.poolCredits, totals.graceCredits, totals.overageCredits]),
      )
      const times = ledger.map(({ at }) => at)
      expect(times).toEqual(times.toSorted())
    }),
  )

  test(
    'no time is charged for overage twice: each line is for the time after the one before',
    law(({ invoices, start }) => {
      const overage = invoices.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'overage'))
      let until = start
      for (const { periodStart, periodEnd } of overage) {
        expect(periodStart >= until && periodEnd >= periodStart).toBe(true)
        until = periodEnd
      }
    }),
  )

  test(
    'a lean run comes to the same',
    law(({ totals }, { catalog, scenario }) => {
      const ladder = compileCatalog(catalog, scenario.policies)
      const plan = ladder.find(({ id }) => id === scenario.plan)
      if (plan === undefined) throw new Error('no plan')
      const lean = simulate(termsOfScenario(catalog, scenario, ladder, plan))
      expect(
        [lean.subscription, lean.overage, lean.grantedCredits, lean.pooledCredits, lean.blockedCredits].map(
          BigInt,
        ),
      ).toEqual(
        [
          totals.subscription,
          totals.overage,
          totals.grantedCredits,
          totals.poolCredits,
          totals.blockedCredits,
        ].map(micros),
      )
      expect([lean.expiredCredits, lean.forfeitedCredits, lean.remainingCredits].map(BigInt)).toEqual(
        [totals.expiredCredits, totals.forfeitedCredits, totals.remainingCredits].map(micros),
      )
    }),
  )

  test(
    'once more gives the same bytes, and so do changes in any order',
    law((result, { catalog, scenario }) => {
      const told = ({ refusals, ...rest }: Run) =>
        // Paths say where a change stands, which is what is being changed here
        JSON.stringify([rest, refusals.map(({ message }) => message)])
      expect(told(billed(structuredClone({ catalog, scenario })))).toBe(told(result))
      const { changes } = scenario
      const shuffled = [...changes.slice(2).toReversed(), ...changes.slice(0, 2)]
      expect(told(billed({ catalog, scenario: { ...scenario, changes: shuffled } }))).toBe(told(result))
    }),
  )
})

const CENT = 10_000

/** A term of a month or a year, an instant in it, and two prices in whole cents. */
const change = fc.record({
  // a cycle that was restarted starts at any hour
  start: fc
    .tuple(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(0, 0, 6, 18, 23))
    .map(([day, hour]) => day * DAY + (hour * DAY) / 24),
  days: fc.constantFrom(28, 29, 30, 31, 365, 366),
  into: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  prices: fc.tuple(fc.nat(500_000), fc.nat(500_000)),
  day: fc.constantFrom(...ChangeDay.options),
  unit: fc.constantFrom(...ProrationUnit.options),
})

const half = ({ start, days, into }: { start: number; days: number; into: number }) => ({
  term: { anchor: start, start, end: start + days * DAY },
  at: start + Math.floor((into * days * DAY) / 1000) * 1000,
})

const midnightOf = (instant: number): number => Date.parse(new Date(instant).toISOString().slice(0, 10))

describe('proration never loses or invents a cent', () => {
  test('nothing below zero is credited or charged, and nothing beyond the price', () => {
    fc.assert(
      fc.property(change, ({ prices: [a, b], day, unit, ...when }) => {
        const { term, at } = half(when)
        const cost = proratedCost(a, b, remainingShares(term, at, unit, day))
        expect(cost.credit >= 0 && cost.credit <= a * CENT && cost.credit % CENT === 0).toBe(true)
        expect(cost.charge >= 0 && cost.charge <= b * CENT && cost.charge % CENT === 0).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('by the second and by the day, what was used and what was not are the whole', () => {
    fc.assert(
      fc.property(change, ({ prices: [price], ...when }) => {
        const { term, at } = half(when)
        for (const [unit, used] of [
          ['second', (at - term.start) / 1000],
          ['day', (midnightOf(at) - midnightOf(term.start)) / DAY],
        ] as const) {
          const { unused, due } = remainingShares(term, at, unit, 'newPlan')
          expect(used + unused.part).toBe(unused.whole)
          // to a plan of the same price, and back: nothing is to pay
          const cost = proratedCost(price, price, { unused, due })
          expect(cost.charge - cost.credit).toBe(0)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
