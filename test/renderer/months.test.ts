import { describe, expect, it } from 'vitest'
import type { MonthCost, PlanCost } from '#shared/comparison.ts'
import { type MonthRow, monthRows } from '#renderer/charts/month-rows.ts'
import { COST_SERIES, CREDIT_SERIES, type MonthSeries, present } from '#renderer/charts/month-series.ts'
import { barPaths, barWidth, evenSlots, monthTicks, stack, stackPlot } from '#renderer/charts/stack-plot.ts'
import { monthTitle } from '#renderer/finding/month-title.ts'
import { monthCost, planCost } from './support/samples.ts'

const rows = monthRows([
  monthCost(1, { usage: '400000', fromGrant: '400000', closingCredits: '100000' }),
  monthCost(2, {
    usage: '700000',
    fromGrant: '500000',
    fromRollover: '100000',
    overageCredits: '100000',
    overage: '24.00',
    expiredCredits: '50000',
  }),
])

const SIZE = { width: 600, height: 200 }
const plotOf = (shown: readonly MonthRow[], series: readonly MonthSeries[], line: readonly number[] = []) =>
  stackPlot(SIZE, evenSlots(shown.length, SIZE.width), shown, series, line)

describe('the months’ chart', () => {
  it('shows only what happens in some month', () => {
    expect(present(COST_SERIES, rows).map(({ id }) => id)).toEqual(['subscription', 'overage'])
    expect(present(CREDIT_SERIES, rows).map(({ id }) => id)).toEqual([
      'fromGrant',
      'fromRollover',
      'overageCredits',
      'expired',
    ])
  })

  it('names each credit by what it was used from, or lost to', () => {
    expect(CREDIT_SERIES.map(({ label }) => label)).toEqual([
      'This month’s',
      'Rolled over',
      'Overage',
      'Blocked',
      'Expired',
      'Forfeited',
    ])
  })

  it('stacks what is used up from zero and what is lost down from it', () => {
    const series = present(CREDIT_SERIES, rows)
    const plot = plotOf(rows, series)
    const second = rows[1]
    const pieces = second ? stack(second, series, plot) : []
    const zero = plot.y(0)
    expect(pieces.map(({ id }) => id)).toEqual(['fromGrant', 'fromRollover', 'overageCredits', 'expired'])
    expect(pieces[0]?.top).toBeCloseTo(plot.y(500_000))
    expect(pieces[2]?.top).toBeCloseTo(plot.y(700_000))
    expect(pieces[3]?.top).toBeCloseTo(zero)
    for (const piece of pieces) expect(piece.height).toBeGreaterThan(0)
  })

  it('holds the tallest bar and the largest balance', () => {
    const large = monthRows([monthCost(1, { fromGrant: '10', closingCredits: '990000' })])
    const plot = plotOf(large, CREDIT_SERIES, [990_000])
    expect(plot.most).toBeGreaterThanOrEqual(990_000)
    expect(plotOf(large, CREDIT_SERIES).most).toBeLessThan(100)
  })

  it('has an axis even where every month is zero', () => {
    const plot = plotOf(monthRows([monthCost(1)]), CREDIT_SERIES)
    expect(plot).toMatchObject({ least: 0, most: 4, step: 1 })
    expect(present(COST_SERIES, monthRows([monthCost(1, { subscription: '0.00' })]))).toHaveLength(1)
  })

  it('numbers every month while they fit, then fewer', () => {
    expect(monthTicks(12, 600)).toHaveLength(12)
    expect(monthTicks(36, 600)).toEqual([1, ...Array.from({ length: 18 }, (_, index) => 2 * index + 2)])
    expect(monthTicks(120, 600)).toHaveLength(21)
  })

  it('draws the bars of one part as one outline, each in the middle of its own room', () => {
    const series = present(CREDIT_SERIES, rows)
    const plot = plotOf(rows, series)
    const paths = barPaths(rows, series, plot)
    // 600 less 60 of axis leave 270 a month; a bar is 24 wide.
    expect(paths.get('fromGrant')?.match(/M[\d.]+/g)).toEqual(['M175.00', 'M445.00'])
    expect(paths.get('fromRollover')?.match(/M[\d.]+/g)).toEqual(['M445.00'])
    expect(paths.get('blocked')).toBeUndefined()
  })

  it('keeps bars slim and gaps open', () => {
    expect(barWidth(100)).toBe(24)
    expect(barWidth(5)).toBeLessThan(5)
  })
})

describe('the title of the months’ chart', () => {
  const title = (plan: PlanCost, months: readonly MonthCost[], aboveQuotaCredits = '0') =>
    monthTitle(plan, { months: [...months], aboveQuotaCredits }, 'USD')

  it('says how often a plan runs over, what that costs and what rollover covers', () => {
    const months = [monthCost(1), monthCost(2, { usage: '130000', overageCredits: '10000' })]
    const plan = planCost('creator', { overage: '3.00', fromRollover: '20000' })
    expect(title(plan, months, '20000')).toBe(
      'Creator runs over in 1 of 2 months for $3.00; rollover covers 20,000 more',
    )
  })

  it('says how much is blocked', () => {
    const plan = planCost('free', { blockedCredits: '390000' })
    const months = [monthCost(1, { fromGrant: '10000', blockedCredits: '390000' })]
    expect(title(plan, months)).toBe('Free blocks 390,000 credits in 1 of 1 month')
  })

  it('counts of rollover what months went above their quota, not what they burned of older credits', () => {
    const plan = planCost('creator', { fromRollover: '20000', expiredCredits: '200' })
    const second = monthCost(2, { usage: '105000', fromGrant: '85000', fromRollover: '20000' })
    expect(title(plan, [monthCost(1), second], '5000')).toBe(
      'Creator never runs over; rollover covers 5,000 above the quota',
    )
    expect(title(plan, [monthCost(1), second])).toBe('Creator never runs over; 200 credits expire unused')
  })

  it('says what becomes of credits nobody needs', () => {
    const quiet = [monthCost(1)]
    expect(title(planCost('pro', { expiredCredits: '200000' }), quiet)).toBe(
      'Pro never runs over; 200,000 credits expire unused',
    )
    expect(title(planCost('pro', { forfeitedCredits: '1' }), quiet)).toBe(
      'Pro never runs over; 1 credit is forfeited unused',
    )
    expect(title(planCost('pro', { expiredCredits: '1' }), quiet)).toBe(
      'Pro never runs over; 1 credit expires unused',
    )
    expect(title(planCost('pro'), quiet)).toBe('Pro never runs over')
  })
})
