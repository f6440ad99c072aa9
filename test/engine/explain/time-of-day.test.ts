import { describe, expect, test } from 'vitest'
import { explain, lookIntoLedger, run } from '#main/engine/index.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { ResultReference } from '#shared/reference.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import { at, catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

/*
 * January 2026, 31 credits a day. Small has 1,000 for $10.00, large 2,000 for $30.00; nothing rolls over, but for what is
 * left at an upgrade. From small to large on the 16th at noon, so that the second period starts then: by then 15 ½ days of
 * 31 credits are used, 480.5, and 519.5 are left.
 */
const CATALOG = catalogOf([planOf({ id: 'small' }), planOf({ id: 'large', monthly: '30', credits: '2000' })])
const NOON = '2026-01-16T12:00:00.000Z'
const RUN = valueOf(
  run(
    CATALOG,
    scenarioOf(CATALOG, ['961'], {
      changes: [{ kind: 'changePlan', on: '2026-01-16T12:00:00Z', plan: 'large' }],
    }),
  ),
)
const why = (reference: ResultReference): Explanation => valueOf(explain(CATALOG, RUN, reference))
const told = (entries: readonly LedgerEntry[]) =>
  entries.map((entry) => [entry.at, entry.from, entry.to, entry.amount])
const entryAt = (when: string, to: LedgerEntry['to']): ResultReference => ({
  kind: 'entry',
  entry: RUN.ledger.findIndex((entry) => entry.at === when && entry.to === to) + 1,
})

describe('a period that starts at noon', () => {
  test('is of the same day as the end of the one before it', () => {
    expect(RUN.periods.map(({ start, end, plans }) => [start, end, plans[0]?.from])).toEqual([
      ['2026-01-01', '2026-01-16', '2026-01-01T00:00:00.000Z'],
      ['2026-01-16', '2026-02-01', NOON],
    ])
  })

  test('has the credits that are granted at noon, and the one before it none of them', () => {
    expect(told(why({ kind: 'balance', period: 1 }).grants)).toEqual([
      ['2026-01-01T00:00:00.000Z', 'credits.issued', 'credits.pool', '1000'],
      ['2026-01-01T00:00:00.000Z', 'credits.pool', 'credits.used', '480.5'],
    ])
    // 519.5 of the older grant are used before any of the newer one; the run wants 480.5 more in all.
    expect(told(why({ kind: 'balance', period: 2 }).grants)).toEqual([
      [NOON, 'credits.issued', 'credits.pool', '2000'],
      [NOON, 'credits.pool', 'credits.used', '480.5'],
    ])
  })

  test('has the fee of noon in the ledger', () => {
    const { groups } = lookIntoLedger(RUN, { filter: { unit: 'money' }, groupBy: 'period' })
    expect(groups.map(({ key, money }) => [key, money])).toEqual([
      ['1', '10.00'],
      ['2', '30.00'],
    ])
  })

  test('tells of what is used in it by its own usage', () => {
    const usageOf = (when: string) => why(entryAt(when, 'credits.used')).usage.map(({ period }) => period)
    expect(usageOf('2026-01-01T00:00:00.000Z')).toEqual([1])
    expect(usageOf(NOON)).toEqual([2])
  })
})

test('an alert in the day on which a period ends is told by the usage of the period it is in', () => {
  const quiet = valueOf(run(CATALOG, scenarioOf(CATALOG, ['0', '0'])))
  const alertAt = (when: string) => ({ ...at(quiet.alerts, 0), at: when })
  const usage = [1, 2].map((period) => ({ ...at(RUN.usage, 0), period }))
  const alerts = ['2026-01-31T10:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-02-01T10:00:00.000Z'].map(
    alertAt,
  )
  const periodsOf = (alert: number) =>
    valueOf(explain(CATALOG, { ...quiet, usage, alerts }, { kind: 'alert', alert })).usage.map(
      ({ period }) => period,
    )
  // At the very instant at which one ends and the next starts it may be of either.
  expect([1, 2, 3].map(periodsOf)).toEqual([[1], [1, 2], [2]])
})
