import { describe, expect, test } from 'vitest'
import { explain, run } from '#main/engine/index.ts'
import type { Plan } from '#shared/catalog.ts'
import { catalogOf, figure, planOf, scenarioOf, valueOf } from '../support/build.ts'
import { use, workspaceOf } from '../support/people.ts'
import { BASIC, PRO, type Given, to } from '../subscription/support/subscribe.ts'

/*
 * Two plans whose figures come from different pages, so that an explanation shows which of them it went by. From
 * 1 April 2026; on the 16th, half of April is left.
 */

const SOURCES = {
  low: { title: 'The page of the low plan', date: '2026-01-01', basis: 'measured' as const },
  high: { title: 'The page of the high plan', date: '2026-01-01', basis: 'measured' as const },
}

const from = (source: keyof typeof SOURCES, plan: Plan): Plan => ({
  ...plan,
  credits: { ...plan.credits, source },
  rollover: { ...plan.rollover, source },
  lowBalancePercent: { ...figure('10'), source },
})

const low = from('low', planOf(BASIC))
const high = from('high', planOf({ ...PRO, rollover: { kind: 'age', periods: 2 } }))
const CATALOG = { ...catalogOf([low, high]), sources: { ...catalogOf([low]).sources, ...SOURCES } }

const billed = (usage: readonly string[], given: Given) =>
  valueOf(run(CATALOG, scenarioOf(CATALOG, usage, { start: '2026-04-01', ...(given as object) })))

const balance = (result: ReturnType<typeof billed>, period: number) =>
  valueOf(explain(CATALOG, result, { kind: 'balance', period }))

const plans = (result: ReturnType<typeof billed>) =>
  result.periods.map((period) => period.plans.map(({ plan, from: since }) => [plan, since.slice(0, 10)]))

describe('a period names the plans that were in force in it', () => {
  test('an upgrade that restarts the cycle: the old plan until that day, the new one from it', () => {
    const result = billed(['0', '0'], { changes: [to('pro', '2026-04-16')] })
    expect(plans(result)).toEqual([
      [['basic', '2026-04-01']],
      [['pro', '2026-04-16']],
      [['pro', '2026-05-16']],
    ])
  })

  test('an upgrade that keeps the cycle: both, each from its day', () => {
    const result = billed(['0', '0'], { changes: [to('pro', '2026-04-16', { mode: 'prorated' })] })
    expect(plans(result)).toEqual([
      [
        ['basic', '2026-04-01'],
        ['pro', '2026-04-16'],
      ],
      [['pro', '2026-05-01']],
    ])
  })

  test('a downgrade waits: the new plan from the next term on', () => {
    const result = billed(['0', '0'], { plan: 'pro', changes: [to('basic', '2026-04-16')] })
    expect(plans(result)).toEqual([[['pro', '2026-04-01']], [['basic', '2026-05-01']]])
  })

  test('of two changes at one instant only the last was ever in force', () => {
    const changes = [to('pro', '2026-05-01'), to('basic', '2026-05-01')]
    expect(plans(billed(['0', '0'], { changes }))).toEqual([
      [['basic', '2026-04-01']],
      [['basic', '2026-05-01']],
    ])
  })
})

describe('an explanation goes by the plan in force, whatever the run started on', () => {
  const result = billed(['500', '0'], { changes: [to('pro', '2026-04-16')] })

  test('a balance before the upgrade by the old plan’s rollover and page, and says what the change did', () => {
    const told = balance(result, 1)
    expect(told.rule).toMatch(/^Unused credits expire with their period\. Then the plan changed/)
    expect(told.sources).toEqual([SOURCES.low])
  })

  test('a balance after it by the new plan’s', () => {
    const told = balance(result, 2)
    expect(told.title).toBe('Credits on 2026-05-16, on pro')
    expect(told.rule).toBe(
      'Unused credits live for 2 further periods, then expire. The oldest are used first.',
    )
    expect(told.sources).toEqual([SOURCES.high])
  })

  test('a period of two plans names both, and ends by the rule of the later one', () => {
    const both = billed(['0', '0'], { changes: [to('pro', '2026-04-16', { mode: 'prorated' })] })
    const told = balance(both, 1)
    expect(told.title).toBe('Credits on 2026-05-01, on basic, then pro')
    expect(told.rule).toMatch(/2 further periods/)
    expect(told.sources).toEqual([SOURCES.low, SOURCES.high])
  })

  test('an alert cites the threshold of its own time', () => {
    // 3,000 + 1,000 in the period from the 16th; nine tenths of May’s 4,000 fall in it by its end.
    const used = billed(['0', '8000'], { changes: [to('pro', '2026-04-16')] })
    const place = used.alerts.findIndex(({ kind }) => kind === 'lowBalance')
    const told = valueOf(explain(CATALOG, used, { kind: 'alert', alert: place + 1 }))
    expect([told.steps[0]?.amount, told.sources]).toEqual(['300', [SOURCES.high]])
  })

  test('an alert at the very instant of the upgrade is the new plan’s: the change comes before the usage', () => {
    const { products, burnRates } = workspaceOf()
    const selling = { ...CATALOG, products, burnRates }
    // At midnight 3,800 of Pro’s 3,000 and the 1,000 that Basic left: 200 are no more than a tenth of 3,000.
    const usageEvents = [{ ...use('2026-04-16', null, 'api', 3800), at: '2026-04-16T00:00:00Z' }]
    const given = { start: '2026-04-01', usageEvents, changes: [to('pro', '2026-04-16')] }
    const used = valueOf(run(selling, scenarioOf(selling, ['0'], given)))
    const place = used.alerts.findIndex(({ kind }) => kind === 'lowBalance')
    expect(used.alerts[place]?.at).toBe('2026-04-16T00:00:00.000Z')
    const told = valueOf(explain(selling, used, { kind: 'alert', alert: place + 1 }))
    expect(told.sources).toEqual([SOURCES.high])
  })

  test('what expired at a period’s end is the rule of the plan that ended', () => {
    const place = billed(['500', '0'], {}).alerts.findIndex(({ kind }) => kind === 'expired')
    const told = valueOf(explain(CATALOG, billed(['500', '0'], {}), { kind: 'alert', alert: place + 1 }))
    expect(told.sources).toEqual([SOURCES.low])
  })
})

test('a true-up cites the terms of the scenario', () => {
  const invoicing = { commitment: { per: 'month' as const, minimum: '50' } }
  const result = billed(['0'], { invoicing })
  const invoice = result.invoices.find(({ lines }) => lines.some(({ kind }) => kind === 'trueUp'))
  const line = (invoice?.lines.findIndex(({ kind }) => kind === 'trueUp') ?? 0) + 1
  const told = valueOf(explain(CATALOG, result, { kind: 'line', invoice: invoice?.number ?? '', line }))
  expect(told.steps.map(({ amount }) => amount)).toEqual(['50.00', '-30.00', '20.00'])
  expect(told.sources).toEqual([
    { title: 'Terms agreed in the scenario “Test”', date: '2026-04-01', basis: 'assumed' },
  ])
})

test('what is lost as a period ends at noon is the doing of the plan that ends with it', () => {
  const down = to('basic', '2026-04-16T12:00:00Z', { timing: 'now', mode: 'restartCycle' })
  const result = billed(['0', '0'], { plan: 'pro', changes: [down] })
  const lost = result.alerts.findIndex(({ kind, at: when }) => kind === 'expired' && when.includes('T12'))
  const { sources } = valueOf(explain(CATALOG, result, { kind: 'alert', alert: lost + 1 }))
  expect(sources.map(({ title }) => title)).toEqual(['The page of the high plan'])
})
