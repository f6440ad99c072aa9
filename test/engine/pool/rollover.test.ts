import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { run } from '#main/engine/index.ts'
import type { Rollover } from '#shared/catalog.ts'
import { Scenario } from '#shared/scenario.ts'
import { bill, valueOf } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'

/** 1,000 credits a month under `rollover`; rows of opening, granted, used, expired, forfeited, closing. */
const rows = (rollover: Rollover, usage: readonly string[]) => creditRows(bill({ rollover }, usage).periods)

describe('none', () => {
  test('what is left at the period’s end expires', () => {
    expect(rows({ kind: 'none' }, ['400', '1000', '0'])).toEqual([
      [0, 1000, 400, 600, 0, 0],
      [0, 1000, 1000, 0, 0, 0],
      [0, 1000, 0, 1000, 0, 0],
    ])
  })
})

describe('age: a grant lives N further periods', () => {
  test('two further periods, 400 used a month, oldest first', () => {
    expect(rows({ kind: 'age', periods: 2 }, ['400', '400', '400', '400', '400'])).toEqual([
      [0, 1000, 400, 0, 0, 600], //       January's 1,000: 600 left
      [600, 1000, 400, 0, 0, 1200], //    January 200, February 1,000
      [1200, 1000, 400, 0, 0, 1800], //   January used up in its last period; February 800, March 1,000
      [1800, 1000, 400, 400, 0, 2000], // February's last period: 400 used, 400 expire
      [2000, 1000, 400, 600, 0, 2000], // March's last period: 400 used, 600 expire
    ])
  })

  test('one further period', () => {
    expect(rows({ kind: 'age', periods: 1 }, ['0', '0', '1500'])).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 1000, 0, 1000, 0, 1000],
      [1000, 1000, 1500, 0, 0, 500],
    ])
  })
})

describe('cap: the renewal adds only what keeps the balance within k × quota + quota', () => {
  test('k = 2: never more than 3 × quota on hand, and what the renewal cannot add is forfeited', () => {
    expect(rows({ kind: 'cap', multiple: 2 }, ['0', '0', '0', '0', '300', '0'])).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 1000, 0, 0, 0, 2000],
      [2000, 1000, 0, 0, 0, 3000],
      [3000, 1000, 0, 0, 1000, 3000], // full: nothing of the renewal fits
      [3000, 1000, 300, 0, 1000, 2700],
      [2700, 1000, 0, 0, 700, 3000], //  300 fit
    ])
  })

  test('Scale: 2,000,000 a month, at most 6,000,000 on hand', () => {
    const { periods } = bill(
      { credits: '2000000', rollover: { kind: 'cap', multiple: 2 } },
      Array(6).fill('0'),
    )
    expect(periods.map((period) => period.closingCredits)).toEqual([
      '2000000',
      '4000000',
      '6000000',
      '6000000',
      '6000000',
      '6000000',
    ])
  })
})

describe('count: a share is carried so many times, each carry living so many periods; the rest is forfeited', () => {
  test('200 left at 75 %: 150 carried, 50 forfeited', () => {
    expect(rows({ kind: 'count', carries: 1, percent: '75', validity: 1 }, ['800', '0'])).toEqual([
      [0, 1000, 800, 0, 50, 150],
      // the 150 cannot be carried again; of the new 1,000, 750 are carried and 250 forfeited
      [150, 1000, 0, 0, 400, 750],
    ])
  })

  test('once in full (Dodo): never more than 2 × quota on hand', () => {
    expect(rows({ kind: 'count', carries: 1, percent: '100', validity: 1 }, ['400', '100', '1500'])).toEqual([
      [0, 1000, 400, 0, 0, 600],
      [600, 1000, 100, 0, 500, 1000], // the carried 600 burn first: 500 of them are left and lost
      [1000, 1000, 1500, 0, 0, 500], //  1,000 carried, 500 new; the other 500 go on
    ])
  })

  test('twice by half', () => {
    expect(rows({ kind: 'count', carries: 2, percent: '50', validity: 1 }, ['0', '0', '0'])).toEqual([
      [0, 1000, 0, 0, 500, 500],
      [500, 1000, 0, 0, 750, 750], //  500 → 250 (second carry), 1,000 → 500
      [750, 1000, 0, 0, 1000, 750], // 250 lost, 500 → 250, 1,000 → 500
    ])
  })

  test('a carry may live longer than one period', () => {
    expect(rows({ kind: 'count', carries: 1, percent: '100', validity: 2 }, ['0', '0', '0'])).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 1000, 0, 0, 0, 2000],
      [2000, 1000, 0, 0, 1000, 2000], // January's carry ends after March
    ])
  })

  test('a share of a credit is carried to the micro-credit, and the rest of it forfeited', () => {
    // 0.000003 left, a third of it: 0.00000099… carried as nothing
    const { totals } = bill({ rollover: { kind: 'count', carries: 1, percent: '33', validity: 1 } }, [
      '999.999997',
    ])
    expect([totals.forfeitedCredits, totals.remainingCredits]).toEqual(['0.000003', '0'])
  })
})

test.each(['elevenlabs-2026-04', 'dodo-elevenlabs', 'elevenlabs-2026-10'])(
  'Free never rolls over (%s)',
  (id) => {
    const catalog = findPreset(id)
    if (catalog === undefined) throw new Error(`no preset ${id}`)
    const scenario = Scenario.parse({
      schemaVersion: 1,
      name: 'Idle',
      catalog: id,
      plan: 'free',
      start: '2026-01-01',
      months: 3,
      usage: { kind: 'series', credits: ['0', '4000', '0'] },
    })
    expect(creditRows(valueOf(run(catalog, scenario)).periods)).toEqual([
      [0, 10000, 0, 10000, 0, 0],
      [0, 10000, 4000, 6000, 0, 0],
      [0, 10000, 0, 10000, 0, 0],
    ])
  },
)
