import { expect, test } from 'vitest'
import { instantText } from '#main/engine/calendar/civil.ts'
import { runOuts } from '#main/engine/index.ts'
import { RunOut } from '#shared/run-outs.ts'
import { at } from '../engine/support/build.ts'
import { everyAccount } from './support/detailed.ts'

test('credits run out where alerts say so, in the period whose usage took the last of them', () => {
  everyAccount(500, ({ account: { alerts, periods }, detail }) => {
    const depleted = alerts.filter(({ kind }) => kind === 'depleted').map((alert) => alert.at)
    const told = detail.shortages.flatMap((shortage) => shortage.runOuts.map((brought) => brought.at))
    expect(told.map(instantText).toSorted()).toEqual(depleted.toSorted())
    const rows = runOuts(detail)
    expect(rows.map(({ period }) => period)).toEqual(periods.map(({ index }) => index))
    expect(rows.map(({ start }) => start)).toEqual(periods.map(({ plans }) => at(plans, 0).from))
    expect(rows.map(({ ranOutAt }) => ranOutAt)).toEqual(
      detail.shortages.map(({ runOuts: [first] }) => (first === undefined ? null : instantText(first.at))),
    )
  })
})

test('the spend limit is reached where the alert says so', () => {
  let reached = 0
  everyAccount(500, ({ account, detail }) => {
    const alerts = account.alerts.filter(({ kind }) => kind === 'spendLimitReached').map((alert) => alert.at)
    const told = runOuts(detail).flatMap(({ spendLimitAt }) => spendLimitAt ?? [])
    expect(told.toSorted()).toEqual(alerts.toSorted())
    reached += told.length
  })
  expect(reached).toBeGreaterThan(50)
})

test('a period in which anything was blocked says when and by which of its causes, and no other does', () => {
  everyAccount(500, ({ account, detail }) => {
    for (const [index, row] of runOuts(detail).entries()) {
      const { blockedBecause } = at(account.periods, index)
      const causes = blockedBecause.map(({ cause }) => cause)
      expect(RunOut.safeParse(row).error).toBeUndefined()
      expect(row.blockedAt === null).toBe(causes.length === 0)
      expect(row.blockedBecause ?? null).toBe(causes[0] ?? null)
    }
  })
})
