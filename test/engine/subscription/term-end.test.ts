import { describe, expect, test } from 'vitest'
import type { PlanChangeMode } from '#shared/account.ts'
import { planOf } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'
import { BASIC, bills, FREE, type Given, PRO, refusals, subscribe, to } from './support/subscribe.ts'

const rollover = { kind: 'age', periods: 2 } as const
const BASICS = planOf({ ...BASIC, rollover })
const PROS = planOf({ ...PRO, rollover })
const LADDER = [FREE, BASICS, PROS]
const ON_PRO = { plan: 'pro' }
const cancel = (on: string) => ({ kind: 'cancel' as const, on })
const resume = (on: string) => ({ kind: 'resume' as const, on })

describe('a downgrade waits for the end of the paid term', () => {
  test('the old plan holds until then, and what is unused is lost with it', () => {
    const result = subscribe(LADDER, 2, { ...ON_PRO, changes: [to('basic', '2026-04-10')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-05-01', '30.00'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 3000, 0, 3000, 0, 0],
      [0, 1000, 0, 0, 0, 1000],
    ])
  })

  test('rolled-over credits are lost too', () => {
    const { periods } = subscribe(LADDER, 3, { ...ON_PRO, changes: [to('basic', '2026-05-10')] })
    expect(creditRows(periods)).toEqual([
      [0, 3000, 0, 0, 0, 3000],
      [3000, 3000, 0, 6000, 0, 0],
      [0, 1000, 0, 0, 0, 1000],
    ])
  })

  test('their grants say when it was', () => {
    const { grants } = subscribe(LADDER, 3, { ...ON_PRO, changes: [to('basic', '2026-05-10')] })
    expect(grants.map(({ expires, expiredCredits }) => [expires?.slice(0, 10), expiredCredits])).toEqual([
      ['2026-06-01', '3000'],
      ['2026-06-01', '3000'],
      ['2026-09-01', '0'],
    ])
  })

  test('an upgrade that is asked to wait keeps what is unused', () => {
    const given = { plan: 'basic', changes: [to('pro', '2026-04-10', { timing: 'termEnd' })] }
    const result = subscribe(LADDER, 2, given)
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-05-01', '80.00'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 1000, 0, 0, 0, 1000],
      [1000, 3000, 0, 0, 0, 4000],
    ])
  })
})

describe('a downgrade that is asked for at once', () => {
  const now = (mode: PlanChangeMode) => [to('basic', '2026-05-16', { timing: 'now', mode })]

  test('ends the period there, and what is unused is lost with it', () => {
    const result = subscribe(LADDER, 3, { ...ON_PRO, changes: now('restartCycle') })
    expect(creditRows(result.periods)).toEqual([
      [0, 3000, 0, 0, 0, 3000],
      [3000, 3000, 0, 6000, 0, 0],
      [0, 1000, 0, 0, 0, 1000],
      [1000, 1000, 0, 0, 0, 2000],
    ])
  })

  test.each(['prorated', 'difference', 'doNotBill'] as const)(
    'keeps what is unused until the period ends where the cycle stays: %s',
    (mode) => {
      const result = subscribe(LADDER, 3, { ...ON_PRO, changes: now(mode) })
      expect(creditRows(result.periods)).toEqual([
        [0, 3000, 0, 0, 0, 3000],
        [3000, 3000, 0, 6000, 0, 0],
        [0, 1000, 0, 0, 0, 1000],
      ])
    },
  )

  test('to Free: paid credits never go on there', () => {
    const changes = [to('free', '2026-04-16', { timing: 'now' })]
    expect(creditRows(subscribe(LADDER, 1, { ...ON_PRO, changes }).periods)).toEqual([
      [0, 3000, 0, 3000, 0, 0],
      [0, 100, 0, 0, 0, 100],
    ])
  })

  test('taken back within the period by a step up, it loses nothing', () => {
    const changes = [...now('prorated'), to('pro', '2026-05-20', { mode: 'prorated' })]
    const { periods } = subscribe(LADDER, 2, { ...ON_PRO, changes })
    // The period was granted Pro's 3,000 already: the step up has nothing to add.
    expect(creditRows(periods)[1]).toEqual([3000, 3000, 0, 0, 0, 6000])
  })
})

describe('a cancellation', () => {
  test('ends the subscription with the paid term: Free goes on, unused credits are lost', () => {
    const result = subscribe(LADDER, 3, { ...ON_PRO, changes: [cancel('2026-05-10')] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-05-01', '80.00'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 3000, 0, 0, 0, 3000],
      [3000, 3000, 0, 6000, 0, 0],
      [0, 100, 0, 100, 0, 0], // Free’s own never roll over
    ])
  })

  test('asked for when a term has just begun, it runs to the end of that one', () => {
    const result = subscribe(LADDER, 3, { ...ON_PRO, changes: [cancel('2026-05-01')] })
    expect(bills(result).map(([date]) => date)).toEqual(['2026-04-01', '2026-05-01'])
  })

  test('of an annual plan waits for the end of the paid year, with credits every month until then', () => {
    const given = { ...ON_PRO, billing: 'annual' as const, changes: [cancel('2026-05-10')] }
    const result = subscribe(LADDER, 13, given)
    expect(bills(result)).toEqual([['2026-04-01', '800.00']])
    expect(result.periods.map(({ grantedCredits }) => grantedCredits)).toEqual([
      ...Array.from({ length: 12 }, () => '3000'),
      '100',
    ])
  })

  test('is refused where there is no free plan to go on with', () => {
    expect(refusals(subscribe([BASICS], 1, { changes: [cancel('2026-04-10')] }))).toEqual(['changes.0'])
  })
})

describe('what waits for the end of the term', () => {
  test.each([
    ['a cancellation', cancel('2026-04-10')],
    ['a downgrade', to('basic', '2026-04-10')],
  ])('%s is taken back by resuming: plan and credits stay', (_, change) => {
    const result = subscribe(LADDER, 2, { ...ON_PRO, changes: [change, resume('2026-04-30T23:59:59Z')] })
    expect(bills(result).at(-1)).toEqual(['2026-05-01', '80.00'])
    expect(creditRows(result.periods).at(-1)).toEqual([3000, 3000, 0, 0, 0, 6000])
  })

  test('cannot be taken back once it happened, nor where nothing waits', () => {
    const changes = [resume('2026-04-02'), cancel('2026-04-10'), resume('2026-05-01')]
    const result = subscribe(LADDER, 2, { ...ON_PRO, changes })
    expect(refusals(result)).toEqual(['changes.0', 'changes.2'])
    expect(bills(result)).toEqual([['2026-04-01', '80.00']])
  })

  test('is replaced by what is asked for later', () => {
    const later = (...changes: NonNullable<Given['changes']>) =>
      bills(subscribe(LADDER, 2, { ...ON_PRO, changes })).slice(1)
    expect(later(to('basic', '2026-04-10'), cancel('2026-04-11'))).toEqual([])
    expect(later(cancel('2026-04-10'), to('basic', '2026-04-11'))).toEqual([['2026-05-01', '30.00']])
  })

  test('is given up by an upgrade', () => {
    const changes = [cancel('2026-04-10'), to('pro', '2026-04-11')]
    const result = subscribe(LADDER, 2, { plan: 'basic', changes })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-11', '80.00'],
      ['2026-05-11', '80.00'],
    ])
  })
})
