import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountOfRun,
  alertWindow,
  type LedgerAsked,
  ledgerWindow,
  lookIntoAlerts,
  lookIntoLedger,
  rowsIn,
  usageWindow,
} from '#main/engine/index.ts'
import { LedgerAccount, LedgerEntry } from '#shared/ledger.ts'
import { LedgerGrouping } from '#shared/ledger-filter.ts'
import { valueOf } from '../engine/support/build.ts'
import { anyAccount } from './support/arbitrary-account.ts'
import { anyConsolidated } from './support/arbitrary-workspaces.ts'
import { billed, type Run } from './support/law-of.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 300 }

const anyRun = fc.oneof(anyAccount(), anyConsolidated).map(billed)

const anyDay = fc
  .integer({ min: 0, max: 120 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10))

const anyFilter: fc.Arbitrary<LedgerAsked['filter']> = fc.record(
  {
    unit: fc.constantFrom(...LedgerEntry.shape.unit.options),
    account: fc.constantFrom(...LedgerAccount.options),
    reference: fc.constantFrom('grant 1', 'grant 2', 'period 1'),
    from: anyDay,
    to: anyDay,
  },
  { requiredKeys: [] },
)

const anyLimits = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 })

/** All rows, so many at a time, and then as many as the last time until there are no more. */
function inWindows<T>(
  limits: readonly number[],
  windowOf: (offset: number, limit: number) => readonly T[],
): T[] {
  const rows: T[] = []
  for (let time = 0; ; time += 1) {
    const limit = limits[Math.min(time, limits.length - 1)] ?? 1
    const window = windowOf(rows.length, limit)
    expect(window.length).toBeLessThanOrEqual(limit)
    if (window.length === 0) return rows
    rows.push(...window)
  }
}

const numbered = <T>(list: readonly T[]) => list.map((item, index) => ({ number: index + 1, ...item }))

const accountsOf = (run: Run) => [null, ...new Set(run.separateAccounts.map(({ workspace }) => workspace))]

describe('windows add up to the whole', () => {
  test('of every account’s ledger, alerts, grants and usage', () => {
    fc.assert(
      fc.property(anyRun, anyLimits, (run, limits) => {
        for (const name of accountsOf(run)) {
          const account = valueOf(accountOfRun(run, name))
          const look = lookIntoLedger(account, { filter: {}, groupBy: null })
          const alertLook = lookIntoAlerts(account, {})
          const whole = run.separateAccounts.find(({ workspace }) => workspace === name) ?? run
          expect(inWindows(limits, (offset, limit) => ledgerWindow(look, { offset, limit }).rows)).toEqual(
            numbered(whole.ledger),
          )
          expect(
            inWindows(limits, (offset, limit) => alertWindow(alertLook, { offset, limit }).rows),
          ).toEqual(numbered(whole.alerts))
          expect(
            inWindows(limits, (offset, limit) => rowsIn(account.grants, { offset, limit }).rows),
          ).toEqual(whole.grants)
          expect(inWindows(limits, (offset, limit) => usageWindow(account, { offset, limit }).rows)).toEqual(
            whole.usage,
          )
        }
      }),
      RUNS,
    )
  })

  test('of the entries that are as a filter says', () => {
    fc.assert(
      fc.property(anyRun, anyFilter, anyLimits, (run, filter, limits) => {
        const { unit, account, reference, from = '', to = '9999' } = filter
        const look = lookIntoLedger(run, { filter, groupBy: null })
        expect(inWindows(limits, (offset, limit) => ledgerWindow(look, { offset, limit }).rows)).toEqual(
          numbered(run.ledger).filter(
            (entry) =>
              [entry.unit, undefined].includes(unit) &&
              [entry.from, entry.to, undefined].includes(account) &&
              [entry.reference, undefined].includes(reference) &&
              entry.at.slice(0, 10) >= from &&
              entry.at.slice(0, 10) < to,
          ),
        )
      }),
      RUNS,
    )
  })
})

describe('what the entries of a filter come to', () => {
  const everyLook = (hold: (rows: readonly LedgerEntry[], look: ReturnType<typeof lookIntoLedger>) => void) =>
    fc.assert(
      fc.property(anyRun, anyFilter, fc.constantFrom(...LedgerGrouping.options), (run, filter, groupBy) => {
        const look = lookIntoLedger(run, { filter, groupBy })
        hold(ledgerWindow(look, { offset: 0, limit: Infinity }).rows, look)
      }),
      RUNS,
    )

  test('by account: what entered and what left, which are equal in each unit', () => {
    everyLook((rows, { totals }) => {
      for (const total of totals) {
        expect(micros(total.in)).toBe(
          sumOf(rows.flatMap((row) => (row.to === total.account ? row.amount : []))),
        )
        expect(micros(total.out)).toBe(
          sumOf(rows.flatMap((row) => (row.from === total.account ? row.amount : []))),
        )
      }
      for (const unit of LedgerEntry.shape.unit.options) {
        const moved = sumOf(rows.flatMap((row) => (row.unit === unit ? row.amount : [])))
        const ofUnit = totals.filter((total) => total.unit === unit)
        expect(sumOf(ofUnit.map((total) => total.in))).toBe(moved)
        expect(sumOf(ofUnit.map((total) => total.out))).toBe(moved)
      }
    })
  })

  test('by group: all that moved, or nothing together where what left is taken off what entered', () => {
    everyLook((rows, { groups }) => {
      expect(groups.length).toBe(new Set(groups.map(({ key }) => key)).size)
      const isByAccount = groups.some(({ key }) => LedgerAccount.safeParse(key).success)
      for (const unit of LedgerEntry.shape.unit.options) {
        const moved = sumOf(rows.flatMap((row) => (row.unit === unit ? row.amount : [])))
        expect(sumOf(groups.map((group) => group[unit]))).toBe(isByAccount ? 0n : moved)
      }
      const counted = groups.reduce((sum, { count }) => sum + count, 0)
      const within = rows.filter(({ from, to }) => from === to).length
      expect(counted).toBe(isByAccount ? 2 * rows.length - within : rows.length)
    })
  })

  test('by period: credits are those of the period as it is told', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const { index, poolCredits, graceCredits, overageCredits, expiredCredits } of run.periods) {
          const movedAt = (account: LedgerAccount) =>
            lookIntoLedger(run, { filter: { account }, groupBy: 'period' }).groups.find(
              ({ key }) => key === String(index),
            )?.credits ?? '0'
          expect(micros(movedAt('credits.expired'))).toBe(micros(expiredCredits))
          expect(micros(movedAt('credits.used'))).toBe(sumOf([poolCredits, graceCredits, overageCredits]))
        }
      }),
      RUNS,
    )
  })
})
