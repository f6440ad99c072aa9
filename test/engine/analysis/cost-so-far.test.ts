import { expect, test } from 'vitest'
import { costSoFar } from '#main/engine/analysis/cost-so-far.ts'
import { parseDate } from '#main/engine/calendar/civil.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, figure, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

const PLAN = planOf({ id: 'small', pastQuota: postpaid(perThousand('40')), annual: '120' })

const until = (scenario: Scenario, ...dates: readonly string[]) => {
  const catalog = catalogOf([PLAN])
  return valueOf(costSoFar({ ...catalog, ...PACKS }, scenario, dates.map(parseDate))).map(({ cost }) => cost)
}

const PACKS = {
  packs: [
    {
      id: 'extra',
      name: 'Extra',
      credits: figure('1000'),
      charge: figure({ model: 'perUnit' as const, rate: { amount: '7', per: '1' } }),
      expiresAfterMonths: figure(null),
    },
  ],
}

test('is the part of each month’s fee and overage whose days have gone by', () => {
  const scenario = scenarioOf(catalogOf([PLAN]), ['1500', '1000'], { overage: { optIn: true } })
  // 10.00 and 20.00 of overage in January, 10.00 in February; 11 January: 10 of 31 days of 30.00
  expect(until(scenario, '2026-01-01', '2026-01-11', '2026-02-01', '2026-02-15', '2026-03-01')).toEqual([
    '0.00',
    '9.68',
    '30.00',
    '35.00',
    '40.00',
  ])
})

test('has a year that was paid at once only as its days go by', () => {
  const scenario = { ...scenarioOf(catalogOf([PLAN]), ['0', '0']), billing: 'annual' as const }
  // 73 of 365 days of 120.00
  expect(until(scenario, '2026-03-15')).toEqual(['24.00'])
})

test('has what was bought on a day from that day on', () => {
  const scenario = scenarioOf(catalogOf([PLAN]), ['0'], {
    changes: [{ kind: 'buyPack', on: '2026-01-11', pack: 'extra' }],
  })
  expect(until({ ...scenario, catalog: 'x' }, '2026-01-10', '2026-02-01')).toEqual(['2.90', '17.00'])
})

test('takes money as it was invoiced, after discounts', () => {
  const scenario = scenarioOf(catalogOf([PLAN]), ['0'], {
    invoicing: {
      discounts: [{ id: 'half', name: 'Half', value: { kind: 'percent', percent: '50' } }],
    },
  })
  expect(until(scenario, '2026-02-01')).toEqual(['5.00'])
})
