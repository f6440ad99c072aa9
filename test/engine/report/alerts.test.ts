import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { run, webhookEvents } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { bill, OPTED_IN, perThousand, type PlanTerms, postpaid, valueOf } from '../support/build.ts'
import { fund } from '../support/funds.ts'

/** January has 31 days: with 3,100 credits wanted, 100 a day. */
const alertsOf = (plan: PlanTerms, usage: readonly string[], terms = {}) =>
  bill({ credits: '3100', ...plan }, usage, terms).alerts.map(({ kind, at, credits }) => [kind, at, credits])

describe('alerts', () => {
  test('Pro is told at 50,000 credits, when nine tenths of the month’s evenly spread usage are done', () => {
    const catalog = findPreset('elevenlabs-2026-04')
    if (catalog === undefined) throw new Error('no preset')
    const scenario = Scenario.parse({
      schemaVersion: 1,
      name: 'Pro to the brim',
      catalog: catalog.id,
      plan: 'pro',
      start: '2026-01-01',
      months: 1,
      usage: { kind: 'pattern', monthly: '500000', pattern: { kind: 'flat' } },
    })
    const { alerts } = valueOf(run(catalog, scenario))
    expect(alerts.map(({ kind, at, credits }) => [kind, at, credits])).toEqual([
      // 450,000 of 500,000 used: 0.9 × 31 days = 27 days 21:36
      ['lowBalance', '2026-01-28T21:36:00.000Z', '50000'],
      ['depleted', '2026-02-01T00:00:00.000Z', '500000'],
    ])
  })

  test('a balance that ends at the threshold has not fallen below it', () => {
    // 10 % of 3,100 = 310; 2,790 used leaves exactly that
    const kinds = (usage: string) => alertsOf({}, [usage]).map(([kind]) => kind)
    expect(kinds('2790')).not.toContain('lowBalance')
    expect(kinds('2790.000001')).toContain('lowBalance')
  })

  test('with a threshold of nothing the balance cannot fall below it', () => {
    expect(alertsOf({ lowBalance: '0' }, ['6200']).map(([kind]) => kind)).toEqual(['depleted', 'blocked'])
  })

  test('blocked: told when the last credit is gone, with how much was not served', () => {
    // 6,200 wanted in 31 days: 200 a day, 3,100 gone after 15.5 days; 2,790 of them after 13.95 days
    expect(alertsOf({}, ['6200'])).toEqual([
      ['lowBalance', '2026-01-14T22:48:00.000Z', '310'],
      ['depleted', '2026-01-16T12:00:00.000Z', '3100'],
      ['blocked', '2026-01-16T12:00:00.000Z', '3100'],
    ])
  })

  test('overage is told when it is charged; a spend limit when it is reached', () => {
    const sells = { pastQuota: postpaid(perThousand('10')), lowBalance: '0' }
    expect(alertsOf(sells, ['6200'], OPTED_IN).filter(([kind]) => kind !== 'lowBalance')).toEqual([
      ['depleted', '2026-01-16T12:00:00.000Z', '3100'],
      ['overageCharged', '2026-02-01T00:00:00.000Z', '3100'],
    ])
    // 15.50 pays for 1,550 more: 4,650 of 6,200 = three quarters of 31 days = 23.25 days
    const limited = alertsOf(sells, ['6200'], { overage: { optIn: true, spendLimit: '15.50' } })
    expect(limited.filter(([kind]) => kind !== 'lowBalance')).toEqual([
      ['depleted', '2026-01-16T12:00:00.000Z', '3100'],
      ['spendLimitReached', '2026-01-24T06:00:00.000Z', '1550'],
      ['overageCharged', '2026-02-01T00:00:00.000Z', '1550'],
    ])
  })

  test('credits that expire, are forfeited or carried are told at the period’s end', () => {
    expect(alertsOf({}, ['3000', '3100'])).toContainEqual(['expired', '2026-02-01T00:00:00.000Z', '100'])
    const half = { rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 } } as const
    expect(alertsOf(half, ['1100']).slice(-2)).toEqual([
      ['forfeited', '2026-02-01T00:00:00.000Z', '1000'],
      ['rolledOver', '2026-02-01T00:00:00.000Z', '1000'],
    ])
  })

  test('what a capped renewal does not add is told at the renewal', () => {
    const capped = { rollover: { kind: 'cap', multiple: 1 } } as const
    expect(alertsOf(capped, ['0', '1000', '0']).filter(([kind]) => kind === 'forfeited')).toEqual([
      // 6,200 on hand is the most: 5,200 left, so 900 of the third renewal fit and 2,200 do not
      ['forfeited', '2026-03-01T00:00:00.000Z', '2100'],
    ])
  })
})

describe('rolled over is what comes with the subscription and goes on', () => {
  const bought = (plan: PlanTerms, given = {}) =>
    fund([plan], ['0', '0'], { changes: [{ kind: 'buyPack', on: '2026-01-10', pack: 'small' }], ...given })
  const rolled = ({ alerts }: ReturnType<typeof bought>) =>
    alerts.flatMap(({ kind, at, credits }) => (kind === 'rolledOver' ? [[at.slice(0, 10), credits]] : []))

  test('on a plan without rollover nothing, though a pack lives on', () => {
    // 1,000 of the plan expire each month; the pack's 100, bought on the 10th, end on 10 March
    const result = bought({})
    expect(result.periods.map(({ closingCredits }) => closingCredits)).toEqual(['100', '100'])
    expect(rolled(result)).toEqual([])
    expect(webhookEvents(result).map(({ type }) => type)).not.toContain('credit.rolled_over')
  })

  test('on a plan with rollover its own credits, beside a pack and a gift', () => {
    const gift = { id: 'welcome', source: 'gift' as const, amount: '7', start: '2026-01-01' }
    const result = bought({ rollover: { kind: 'age', periods: 2 } }, { grants: [gift] })
    expect(result.periods.map(({ closingCredits }) => closingCredits)).toEqual(['1107', '2107'])
    expect(rolled(result)).toEqual([
      ['2026-02-01', '1000'],
      ['2026-03-01', '2000'],
    ])
  })

  test('nor do the credits of a trial that outlive it', () => {
    // the trial ends on 15 January, the first term a month later
    const trial = { days: 14, credits: '50', creditsExpire: false }
    const result = bill({ rollover: { kind: 'age', periods: 2 } }, ['0', '0'], { trial })
    expect(rolled(result)).toEqual([['2026-02-15', '1000']])
  })
})
