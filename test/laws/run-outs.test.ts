import { expect, test } from 'vitest'
import { instantText } from '#main/engine/calendar/civil.ts'
import { periodCosts } from '#main/engine/index.ts'
import { at } from '../engine/support/build.ts'
import { everyAccount } from './support/detailed.ts'

test('credits run out where alerts say so, in the period whose usage took the last of them', () => {
  everyAccount(500, ({ account, detail }) => {
    const { alerts, periods } = account
    const depleted = alerts.filter(({ kind }) => kind === 'depleted').map((alert) => alert.at)
    const told = detail.shortages.flatMap((shortage) => shortage.runOuts.map((brought) => brought.at))
    expect(told.map(instantText).toSorted()).toEqual(depleted.toSorted())
    const { rows } = periodCosts(account, detail, 'period')
    expect(rows.map(({ period }) => period)).toEqual(periods.map(({ index }) => index))
    expect(rows.map(({ start }) => start)).toEqual(periods.map(({ plans }) => at(plans, 0).from))
    expect(rows.map(({ ranOutAt }) => ranOutAt)).toEqual(
      detail.shortages.map(({ runOuts: [first] }) => (first === undefined ? null : instantText(first.at))),
    )
  })
})
