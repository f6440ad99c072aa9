import { describe, expect, it } from 'vitest'
import { barWidth, monthPlot, monthTicks, stack } from '#renderer/charts/month-plot.ts'
import { monthRows } from '#renderer/charts/month-rows.ts'
import { COST_SERIES, CREDIT_SERIES, present } from '#renderer/charts/month-series.ts'
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

  it('stacks what is used up from zero and what is lost down from it', () => {
    const series = present(CREDIT_SERIES, rows)
    const plot = monthPlot({ width: 600, height: 200 }, rows, series, true)
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
    const plot = monthPlot({ width: 600, height: 200 }, large, CREDIT_SERIES, true)
    expect(plot.most).toBeGreaterThanOrEqual(990_000)
    expect(monthPlot({ width: 600, height: 200 }, large, CREDIT_SERIES, false).most).toBeLessThan(100)
  })

  it('has an axis even where every month is zero', () => {
    const plot = monthPlot({ width: 600, height: 200 }, monthRows([monthCost(1)]), CREDIT_SERIES, false)
    expect(plot).toMatchObject({ least: 0, most: 4, step: 1 })
    expect(present(COST_SERIES, monthRows([monthCost(1, { subscription: '0.00' })]))).toHaveLength(1)
  })

  it('numbers every month while they fit, then fewer', () => {
    expect(monthTicks(12, 600)).toHaveLength(12)
    expect(monthTicks(36, 600)).toEqual([1, ...Array.from({ length: 18 }, (_, index) => 2 * index + 2)])
    expect(monthTicks(120, 600)).toHaveLength(21)
  })

  it('keeps bars slim and gaps open', () => {
    expect(barWidth(100)).toBe(24)
    expect(barWidth(5)).toBeLessThan(5)
  })
})

describe('the title of the months’ chart', () => {
  const months = [monthCost(1), monthCost(2, { overageCredits: '100000' }), monthCost(3)]

  it('says how often a plan runs over, what that costs and what rollover covers', () => {
    const plan = planCost('pro', { overage: '24.00', fromRollover: '120000' })
    expect(monthTitle(plan, months, 'USD')).toBe(
      'Pro runs over in 1 of 3 months for $24.00; rolled-over credits cover 120,000',
    )
  })

  it('says how much is blocked', () => {
    const plan = planCost('free', { blockedCredits: '390000' })
    expect(monthTitle(plan, [monthCost(1, { blockedCredits: '390000' })], 'USD')).toBe(
      'Free blocks 390,000 credits in 1 of 1 month',
    )
  })

  it('leaves out rollover that no month needed', () => {
    const plan = planCost('pro', { fromRollover: '380', expiredCredits: '200' })
    const usage = [monthCost(1, { usage: '400' })]
    expect(monthTitle(plan, usage, 'USD', '500')).toBe('Pro never runs over; 200 credits expire unused')
    expect(monthTitle(plan, usage, 'USD', '300')).toBe('Pro never runs over; rolled-over credits cover 380')
  })

  it('says what becomes of credits nobody needs', () => {
    const quiet = [monthCost(1)]
    expect(monthTitle(planCost('pro', { expiredCredits: '200000' }), quiet, 'USD')).toBe(
      'Pro never runs over; 200,000 credits expire unused',
    )
    expect(monthTitle(planCost('pro', { forfeitedCredits: '5' }), quiet, 'USD')).toBe(
      'Pro never runs over; 5 credits are forfeited unused',
    )
    expect(monthTitle(planCost('pro'), quiet, 'USD')).toBe('Pro never runs over')
  })
})
