import { expect, test } from 'vitest'
import { periodsOf } from '#main/engine/ledger/period-of-entry.ts'
import { explain, lookIntoLedger, periodCosts } from '#main/engine/index.ts'
import { endOf, startOf } from '#main/engine/report/period-times.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import { at, catalogOf, planOf, valueOf } from '../engine/support/build.ts'
import { everyAccount } from './support/detailed.ts'
import { micros, sumOf } from './support/sums.ts'

const DAY = 86_400_000

/** What moved out of some accounts into others. */
const movedFrom = (entries: readonly LedgerEntry[], from: RegExp, to: RegExp): bigint =>
  sumOf(entries.filter((entry) => from.test(entry.from) && to.test(entry.to)).map(({ amount }) => amount))

test('periods start and end at the instants they had in the run, at any time of the day', () => {
  let [midnights, others] = [0, 0]
  everyAccount(300, ({ account: { periods }, detail: { shortages } }) => {
    const times = periods.map((period, place) => [startOf(period), endOf(periods, place)].map(Date.parse))
    // The account of a workspace that is linked ends at any time, of which a result tells the day.
    const last = times.length - 1
    expect(times.slice(0, last)).toEqual(shortages.slice(0, last).map(({ start, end }) => [start, end]))
    expect(times[last]?.[0]).toBe(shortages[last]?.start)
    const atMidnight = shortages.filter(({ start }) => start % DAY === 0).length
    midnights += atMidnight
    others += shortages.length - atMidnight
  })
  expect(Math.min(midnights, others)).toBeGreaterThan(20)
})

const CUSTOMER = /money\.customer/
/** All that a customer pays for or is given back; what is kept for them stays theirs. */
const OTHERS = /money\.(?!credits)/

test('entries of the ledger are each of one period, and come to what it used, lost, repaid and was billed', () => {
  everyAccount(400, ({ account, detail }) => {
    const { ledger, periods } = account
    const byPeriod = Map.groupBy(ledger, periodsOf(periods))
    const groups = lookIntoLedger(account, { filter: {}, groupBy: 'period' }).groups
    expect(groups.map(({ key, count }) => [Number(key), count])).toEqual(
      [...byPeriod].map(([period, entries]) => [period, entries.length]),
    )
    const { rows } = periodCosts(account, detail, 'period')
    for (const [place, period] of periods.entries()) {
      const entries = byPeriod.get(period.index) ?? []
      const moved = (from: RegExp, to: RegExp) => movedFrom(entries, from, to)
      expect(moved(/pool/, /used/)).toBe(micros(period.poolCredits))
      expect(moved(/./, /expired/)).toBe(micros(period.expiredCredits))
      expect(moved(/./, /forfeited/)).toBe(micros(period.forfeitedCredits))
      expect(moved(/pool/, /deficit/)).toBe(micros(period.repaidCredits))
      const billed = at(rows, place).billed.total
      expect(moved(CUSTOMER, OTHERS) - moved(OTHERS, CUSTOMER)).toBe(micros(billed))
    }
  })
})

test('an explanation of a balance has the entries of credits that the ledger has for its period', () => {
  const catalog = catalogOf([planOf({})])
  everyAccount(300, ({ account }) => {
    const run = { ...account, scenario: 'Any', start: '2026-01-01' }
    const periodOf = periodsOf(account.periods)
    const numbers = account.ledger.map(periodOf)
    for (const { index } of account.periods)
      expect(valueOf(explain(catalog, run, { kind: 'balance', period: index })).grants).toEqual(
        account.ledger.filter(({ unit }, place) => unit === 'credits' && numbers[place] === index),
      )
  })
})
