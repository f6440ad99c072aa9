import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Account } from './support/arbitrary-account.ts'
import { anyThreshold, withoutThresholds } from './support/arbitrary-threshold.ts'
import { billed, type Run } from './support/law-of.ts'
import { micros, sumOf } from './support/sums.ts'

const difference = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

/** Everything but the taxes that come on top. */
const charged = ({ totals }: Run): bigint => micros(totals.total) - micros(totals.taxAdded ?? '0')

/** Every line of the two runs, at a minor unit each: more than all of them can be rounded by together. */
const aUnitALine = (account: Account, ...runs: readonly Run[]): bigint => {
  const minor = account.catalog.currency === 'KWD' ? 1000n : 10_000n
  const lines = runs.flatMap(({ invoices }) => invoices.flatMap((invoice) => invoice.lines))
  return minor * BigInt(lines.length * 4)
}

test('a threshold changes when money falls due, never how much', () => {
  let early = 0
  let discounted = 0
  fc.assert(
    fc.property(anyThreshold(), (account) => {
      const sooner = billed(account)
      const later = billed(withoutThresholds(account))
      const count = sooner.alerts.filter(({ kind }) => kind === 'thresholdReached').length
      early += count
      if (count > 0 && sumOf(sooner.invoices.map(({ discount }) => discount)) > 0n) discounted += 1
      // Rounded to the minor unit are each invoice, where only that is, and each tax of each line or invoice.
      const cents = aUnitALine(account, sooner, later)
      const allowed = account.scenario.policies.rounding === 'invoice' ? cents : 0n
      const overage = difference(micros(sooner.totals.overage), micros(later.totals.overage))
      expect(overage).toBeLessThanOrEqual(allowed)
      expect(difference(charged(sooner), charged(later))).toBeLessThanOrEqual(allowed)
      expect(
        difference(micros(sooner.totals.tax ?? '0'), micros(later.totals.tax ?? '0')),
      ).toBeLessThanOrEqual(cents)
    }),
    { numRuns: 500 },
  )
  expect(early).toBeGreaterThan(100)
  expect(discounted).toBeGreaterThan(100)
})
