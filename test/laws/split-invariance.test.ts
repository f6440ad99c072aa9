import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountTerms } from '#main/engine/account/account-terms.ts'
import { DAY, type Instant, parseDate } from '#main/engine/calendar/civil.ts'
import { cycleStart } from '#main/engine/calendar/cycle.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { billAccount } from '#main/engine/report/bill-account.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import { usageOn } from '#main/engine/usage/usage-source.ts'
import { type Account, anyAccount } from './support/arbitrary-account.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { anyInvoiced } from './support/arbitrary-invoicing.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPastQuota } from './support/arbitrary-past-quota.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { micros } from './support/sums.ts'

const RUNS = { numRuns: 1000 }

function termsOf({ catalog, scenario }: Account): AccountTerms {
  const ladder = compileCatalog(catalog, scenario.policies)
  const plan = ladder.find(({ id }) => id === scenario.plan)
  if (plan === undefined) throw new Error('no plan')
  return termsOfScenario(catalog, scenario, ladder, plan)
}

const billedInParts = (account: Account, pauses: readonly Instant[]): BilledAccount =>
  billAccount(account.catalog, account.scenario, termsOf(account), [], pauses)

/** Where a run pauses, as shares of its length: six times at most, at the same instant twice too, or at its ends. */
const anyPauses = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })

function pausesOf({ scenario }: Account, shares: readonly number[], unit: Instant): readonly Instant[] {
  const start = parseDate(scenario.start)
  const length = cycleStart(start, scenario.months) - start
  return shares.map((share) => start + Math.floor((share * length) / unit) * unit).toSorted((a, b) => a - b)
}

/** What the ledger moved: usage is posted where its part begins, so there may be more entries of the same sum. */
function sumsOf(ledger: BilledAccount['ledger']): ReadonlyMap<string, bigint> {
  const moved = new Map<string, bigint>()
  for (const { unit, from, to, reference, amount } of ledger) {
    const key = [unit, from, to, reference].join('|')
    moved.set(key, (moved.get(key) ?? 0n) + micros(amount))
  }
  return moved
}

/**
 * How far a pause may move the instant of an alert: usage flows in whole micro-credits, and where a pause cuts one in
 * two, it comes with the later part.
 */
function timeOfAMicroCredit(account: Account): Instant {
  const { usage, ladder } = termsOf(account)
  const flows = usage.flatMap((source) => ladder.map(({ id }) => usageOn(source, id)))
  const least = Math.min(...flows.flatMap(({ credits }) => credits).filter((credits) => credits > 0))
  const even = (31 * DAY) / least + 1
  // On the least busy day it takes a hundred times as long, and from Sunday to Monday there may be six days without usage.
  return flows.some(({ weekdays }) => weekdays !== null) ? 100 * even + 6 * DAY : even
}

const withoutTime = (alerts: BilledAccount['alerts']) =>
  alerts.map(({ kind, credits, subject, message }) => ({ kind, credits, subject, message }))

const expectSameInParts = (anyAccountOf: fc.Arbitrary<Account>, unit: Instant): void =>
  fc.assert(
    fc.property(anyAccountOf, anyPauses, (account, shares) => {
      const { ledger, alerts, ...whole } = billedInParts(account, [])
      const pauses = pausesOf(account, shares, unit)
      const { ledger: inParts, alerts: toldInParts, ...parts } = billedInParts(account, pauses)
      expect(parts).toEqual(whole)
      expect(sumsOf(inParts)).toEqual(sumsOf(ledger))
      expect(withoutTime(toldInParts)).toEqual(withoutTime(alerts))
      const apart = timeOfAMicroCredit(account)
      for (const [index, { at }] of toldInParts.entries())
        expect(Math.abs(Date.parse(at) - Date.parse(alerts[index]?.at ?? ''))).toBeLessThanOrEqual(apart)
    }),
    RUNS,
  )

describe('one run comes to the same as its parts, however many', () => {
  describe('that end at any instant', () => {
    test('whatever the plan', () => expectSameInParts(anyAccount(), 1))
    test('whatever becomes of a subscription', () => expectSameInParts(anyLife, 1))
    test('whatever is agreed about invoices', () => expectSameInParts(anyInvoiced(), 1))
    test('whatever happens past the quota', () => expectSameInParts(anyPastQuota(), 1))
  })

  describe('that end with days, where usage is taken day by day', () => {
    test('whoever uses it, under whatever seats and limits', () => expectSameInParts(anyPeople, DAY))
    test('whatever grants and packs it has', () => expectSameInParts(anyFundedAccount(false), DAY))
    test('whatever prepaid balance it has', () => expectSameInParts(anyFundedAccount(true), DAY))
  })
})
