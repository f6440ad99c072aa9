import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Account, anyAccount } from './support/arbitrary-account.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { anyInvoiced, anyInvoicing } from './support/arbitrary-invoicing.ts'
import { anyLife } from './support/arbitrary-life.ts'
import { anyPastQuota } from './support/arbitrary-past-quota.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'
import { anyConsolidated } from './support/arbitrary-workspaces.ts'
import type { Run } from './support/law-of.ts'

const RUNS = { numRuns: 200 }

/** The same account looked at for so many more months, in which it uses as much as in its first. */
function longer({ catalog, scenario }: Account, more: number): Account {
  const { usage, months } = scenario
  const goesOn: Scenario['usage'] =
    usage.kind === 'series'
      ? {
          ...usage,
          credits: [
            ...usage.credits,
            ...usage.credits.slice(0, 1).flatMap((of) => Array<string>(more).fill(of)),
          ],
        }
      : usage
  return { catalog, scenario: { ...scenario, months: months + more, usage: goesOn } }
}

/** What the run knows of to its end: a period that the end cuts goes on, and so does what was told of it. */
const closedUntil = ({ periods, end }: Run): string => periods.find(({ isCut }) => isCut)?.start ?? end

const dayOf = (instant: string): string => instant.slice(0, 10)

const before = (end: string, { invoices }: Run): RunResult['invoices'] =>
  invoices.filter(({ date }) => date < end)

/** Of an invoice's split over workspaces, what is over when the shorter run ends. */
function expectSameSplit(short: Run, long: Run): void {
  for (const [index, { invoice, usage, lines, workspaces }] of short.byWorkspace.entries()) {
    const later = long.byWorkspace[index]
    const isIssued = before(short.end, short).some(({ number }) => number === invoice)
    if (!isIssued) continue
    expect(later?.usage).toEqual(usage)
    expect(later?.lines.map(({ line, kind }) => [line, kind])).toEqual(
      lines.map(({ line, kind }) => [line, kind]),
    )
    for (const line of lines.filter(({ isSettled }) => isSettled)) expect(later?.lines).toContainEqual(line)
    if (lines.every(({ isSettled }) => isSettled)) expect(later?.workspaces).toEqual(workspaces)
    for (const { to, isSettled } of lines) if (to === null || to > short.end) expect(isSettled).toBe(false)
  }
}

function expectSameLookingAhead(any: fc.Arbitrary<Account>): void {
  let compared = 0
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 3 }), (account, more) => {
      const runs = [account, longer(account, more)].map(({ catalog, scenario }) => run(catalog, scenario))
      const [short, long] = runs.map((result) => (result.ok ? result.value : null))
      fc.pre(short !== null && long !== null && short !== undefined && long !== undefined)
      compared += before(short.end, short).length
      expect(before(short.end, long)).toEqual(before(short.end, short))
      expectSameSplit(short, long)
      const end = closedUntil(short)
      const closed = short.periods.filter(({ isCut }) => !isCut)
      expect(long.periods.slice(0, closed.length)).toEqual(closed)
      const told = ({ alerts }: Run) => alerts.filter(({ at }) => dayOf(at) < end)
      expect(told(long)).toEqual(told(short))
    }),
    RUNS,
  )
  expect(compared).toBeGreaterThan(RUNS.numRuns / 2)
}

/** An account, mostly with discounts, coupons, a commitment and taxes agreed. */
const agreed = (any: fc.Arbitrary<Account>): fc.Arbitrary<Account> =>
  fc.tuple(any, anyInvoicing, fc.nat(3)).map(([{ catalog, scenario }, invoicing, bare]) => ({
    catalog,
    scenario: bare === 0 ? scenario : { ...scenario, invoicing },
  }))

describe('what was issued never changes with how far ahead one looks', () => {
  test('whatever the plan', () => expectSameLookingAhead(agreed(anyAccount())))
  test('whatever is agreed about invoices, and whatever coupons', () => expectSameLookingAhead(anyInvoiced()))
  test('whatever becomes of a subscription', () => expectSameLookingAhead(agreed(anyLife)))
  test('whatever happens past the quota, thresholds and all', () =>
    expectSameLookingAhead(agreed(anyPastQuota())))
  test('whatever grants and packs it has', () => expectSameLookingAhead(agreed(anyFundedAccount(false))))
  test('whatever prepaid balance it has', () => expectSameLookingAhead(agreed(anyFundedAccount(true))))
  test('whoever uses it', () => expectSameLookingAhead(agreed(anyWholeLife)))
  test('whatever workspaces share it', () => expectSameLookingAhead(anyConsolidated))
})
