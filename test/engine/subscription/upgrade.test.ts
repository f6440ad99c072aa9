import { describe, expect, test } from 'vitest'
import type { Rollover } from '#shared/catalog.ts'
import { perThousand, planOf, postpaid } from '../support/build.ts'
import { creditRows, usageRows } from '../support/period-rows.ts'
import { BASIC, bills, linesOf, PRO, refusals, spans, subscribe, to, using } from './support/subscribe.ts'

const ladder = (rollover: Rollover) => [planOf({ ...BASIC, rollover }), planOf({ ...PRO, rollover })]
const UPGRADE = { changes: [to('pro', '2026-04-16')] }

describe('an upgrade happens now', () => {
  test('the cycle restarts at the full new price, nothing of the old one is given back', () => {
    const result = subscribe(ladder({ kind: 'none' }), 2, UPGRADE)
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-16', 'subscription', '80.00'],
      ['2026-05-16', 'subscription', '80.00'],
    ])
    expect(spans(result)).toEqual([
      ['2026-04-01', '2026-04-16'],
      ['2026-04-16', '2026-05-16'],
      ['2026-05-16', '2026-06-01'],
    ])
  })

  test('at the hour it is asked for', () => {
    const result = subscribe(ladder({ kind: 'none' }), 1, { changes: [to('pro', '2026-04-16T18:30:00Z')] })
    expect(result.ledger.map(({ at, amount }) => [at, amount])).toEqual([
      ['2026-04-01T00:00:00.000Z', '30.00'],
      ['2026-04-01T00:00:00.000Z', '1000'],
      ['2026-04-16T18:30:00.000Z', '80.00'],
      ['2026-04-16T18:30:00.000Z', '3000'],
    ])
  })

  test('outstanding overage is charged with it, at the old rate, and the new rate holds from then on', () => {
    const plans = [
      planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) }),
      planOf({ ...PRO, pastQuota: postpaid(perThousand('4')) }),
    ]
    // 3,000 in April are 100 a day: 1,500 until the 16th, 500 of them beyond: 500 × 10 ÷ 1,000 = 5.00.
    // 1,500 on Pro in April, then 310 a day from 1 to 16 May: 4,650, in all 6,150: 3,150 × 4 ÷ 1,000 = 12.60.
    // The rest of May is 16 × 310 = 4,960: 1,960 beyond the quota: 7.84 at the run's end.
    const result = subscribe(plans, 2, { ...UPGRADE, ...using('3000', '9610'), overage: { optIn: true } })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-16', 'overage', '5.00'],
      ['2026-04-16', 'subscription', '80.00'],
      ['2026-05-16', 'overage', '12.60'],
      ['2026-05-16', 'subscription', '80.00'],
      ['2026-06-01', 'overage', '7.84'],
    ])
    expect(usageRows(result.periods)).toEqual([
      [1500, 1000, 500, 0, null],
      [6150, 3000, 3150, 0, null],
      [4960, 3000, 1960, 0, null],
    ])
  })

  test('a period that is open when the run ends is told up to there, with the overage it has so far', () => {
    const plans = [planOf(BASIC), planOf({ ...PRO, pastQuota: postpaid(perThousand('4')) })]
    const result = subscribe(plans, 1, {
      ...using('12000'),
      changes: [to('pro', '2026-04-16'), { kind: 'setOverage', on: '2026-04-16', optIn: true }],
    })
    // 400 a day: 6,000 from the 16th on, 3,000 beyond the quota: 12.00
    expect(spans(result).at(-1)).toEqual(['2026-04-16', '2026-05-01'])
    expect(bills(result).at(-1)).toEqual(['2026-05-01', '12.00'])
    expect(result.invoices.at(-1)?.lines.map((line) => [line.periodStart, line.periodEnd])).toEqual([
      ['2026-04-16', '2026-05-01'],
    ])
  })

  test('to the plan one is on is refused', () => {
    const result = subscribe(ladder({ kind: 'none' }), 1, {
      changes: [to('basic', '2026-04-16')],
    })
    expect(refusals(result)).toEqual(['changes.0'])
    expect(bills(result)).toEqual([['2026-04-01', '30.00']])
  })
})

/** Opening, granted, used, expired, forfeited, closing. */
describe('unused credits are added to the new quota', () => {
  test('none: they live as long as the new period, longer than they would have', () => {
    expect(creditRows(subscribe(ladder({ kind: 'none' }), 2, UPGRADE).periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 3000, 0, 4000, 0, 0],
      [0, 3000, 0, 0, 0, 3000],
    ])
  })

  test('age: they keep their age, and are over at the end of the period in which they would have been', () => {
    const { periods } = subscribe(ladder({ kind: 'age', periods: 1 }), 3, UPGRADE)
    // Basic's 1,000 live until 1 June and go with the next settlement, 16 June; Pro's first 3,000 go then too
    expect(creditRows(periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 3000, 0, 0, 0, 4000],
      [4000, 3000, 0, 4000, 0, 3000],
      [3000, 3000, 0, 0, 0, 6000],
    ])
  })

  test('cap: no test of what is on hand at the upgrade; the next renewal is held to it again', () => {
    const rollover = { kind: 'cap', multiple: 1 } as const
    const plans = [planOf({ ...BASIC, rollover }), planOf({ ...PRO, credits: '1000', rollover })]
    const { periods } = subscribe(plans, 3, { changes: [to('pro', '2026-05-16')] })
    // 2,000 on hand and 1,000 more make 3,000, past the 2 × 1,000 of a renewal, which on 16 June adds nothing
    expect(creditRows(periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 1000, 0, 0, 0, 2000],
      [2000, 1000, 0, 0, 0, 3000],
      [3000, 1000, 0, 0, 1000, 3000],
    ])
  })

  test('count: the upgrade uses up no carry', () => {
    const { periods } = subscribe(
      ladder({ kind: 'count', carries: 1, percent: '50', validity: 1 }),
      2,
      UPGRADE,
    )
    // on 16 May half of 1,000 and half of 3,000 are carried
    expect(creditRows(periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 3000, 0, 0, 2000, 2000],
      [2000, 3000, 0, 0, 0, 5000],
    ])
  })

  test('they are used before the new ones', () => {
    const { ledger } = subscribe(ladder({ kind: 'none' }), 1, {
      ...UPGRADE,
      usageEvents: [],
      ...using('60'),
    })
    const used = ledger.filter(({ to: account }) => account === 'credits.used')
    expect(used.map(({ amount, reference }) => [amount, reference])).toEqual([
      ['30', 'grant 1'],
      ['30', 'grant 1'],
    ])
  })
})

test('unused credits have as many periods left as they had, and end with periods of the new cycle', () => {
  // Granted on 1 April for two further months, in the second of three periods when the cycle restarts on 16 May
  const plans = ladder({ kind: 'age', periods: 2 })
  const { grants } = subscribe(plans, 4, { changes: [to('pro', '2026-05-16')] })
  expect(grants.map(({ start, expires }) => [start, expires].map((at) => at?.slice(0, 10)))).toEqual([
    ['2026-04-01', '2026-07-16'],
    ['2026-05-01', '2026-08-16'],
    ['2026-05-16', '2026-08-16'],
    ['2026-06-16', '2026-09-16'],
    ['2026-07-16', '2026-10-16'],
  ])
})
