import { describe, expect, test } from 'vitest'
import { onEveryPlan } from '#main/engine/analysis/on-every-plan.ts'
import { whatToBuy } from '#main/engine/analysis/what-to-buy.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf } from '../support/build.ts'

/*
 * April and May 2026, as of the best upgrade to one of several plans. Small: $30.00 for 1,000 credits, then $100.00 per
 * 1,000. Large: $61.00 for 10,000. 1,200 credits in April and 1,240 in May, 40 a day.
 */
const CATALOG = catalogOf([
  planOf({ id: 'tiny', monthly: '5', credits: '100' }),
  planOf({ id: 'small', monthly: '30', credits: '1000', pastQuota: postpaid(perThousand('100')) }),
  planOf({ id: 'large', monthly: '61', credits: '10000' }),
])
const scenario = (usage: readonly string[], plan: string): Scenario => ({
  ...scenarioOf(CATALOG, usage, { start: '2026-04-01', overage: { optIn: true } }),
  plan,
})

function bought(usage: readonly string[], plan: string) {
  const [best, ...others] = onEveryPlan(CATALOG, scenario(usage, plan), CATALOG.plans).billed
  if (best === undefined) throw new Error('Some plan holds the account.')
  const { begin, move, trial, days } = whatToBuy(CATALOG, plan, [best, ...others])
  return { begin: begin.plan.id, move: move && [move.plan.id, move.on], cost: trial.attributable / 1e6, days }
}

describe('what to buy, and when', () => {
  test('is a move up on its best day', () => {
    // Large on 26 May, when May's 1,000 are just used: 30 + 20, 25 of 31 days of 30.00, and 6 of 31 of 61.00
    expect(bought(['1200', '1240'], 'small')).toMatchObject({
      begin: 'small',
      move: ['large', '2026-05-26'],
      cost: 91.81,
    })
  })

  test('is today’s plan where nothing is better', () => {
    // 2 × 30.00; Large is 122.00
    expect(bought(['900', '900'], 'small')).toEqual({ begin: 'small', move: null, cost: 60, days: [] })
  })

  test('is another plan from the first day where that serves more, and then moves up from there', () => {
    // Tiny blocks 1,100 and 1,140 of them
    expect(bought(['1200', '1240'], 'tiny')).toMatchObject({ begin: 'small', move: ['large', '2026-05-26'] })
  })

  test('is the plan below the best one for as long as it lasts', () => {
    // Large is 122.00 from the first day. Small's 1,000 are just used on 26 April: 30, and 36 days of Large, 61 + 6/31 of 61
    expect(bought(['1200', '4000'], 'tiny')).toMatchObject({
      begin: 'small',
      move: ['large', '2026-04-26'],
      cost: 102.81,
    })
  })

  test('is the better plan from the first day rather than a move to it later', () => {
    // Tiny would block what it lacks until the day of the move.
    expect(bought(['900', '900'], 'tiny')).toMatchObject({ begin: 'small', move: null, cost: 60 })
  })

  test('of equals is the plan of today', () => {
    const twins = catalogOf(['one', 'two'].map((id) => planOf({ id })))
    const account: Scenario = { ...scenarioOf(twins, ['1']), plan: 'two' }
    const [best, ...others] = onEveryPlan(twins, account, twins.plans).billed
    if (best === undefined) throw new Error('Both hold the account.')
    expect(best.plan.id).toBe('one')
    expect(whatToBuy(twins, 'two', [best, ...others]).begin.plan.id).toBe('two')
  })

  test('is a step down for good, and never one to step up again', () => {
    expect(bought(['900', '900'], 'large')).toMatchObject({ begin: 'small', move: null, cost: 60 })
    // Small until 26 April would be 102.81
    expect(bought(['1200', '4000'], 'large')).toMatchObject({ begin: 'large', move: null, cost: 122 })
  })
})
