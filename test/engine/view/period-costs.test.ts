import { describe, expect, test } from 'vitest'
import { periodCosts, runWithDetail } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { at, catalogOf, figure, OPTED_IN, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'
import { enterpriseOf, eu, hq } from '../support/consolidation.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'
import { april2026, dayOf, kindsOf, viewsOf } from './support.ts'

const OVERAGE = { pastQuota: postpaid(perThousand('10')) }

describe('overage', () => {
  // 1,500 a month are 500 beyond the credits: $5.00, charged as the next month starts, for the one that ended.
  const { costs, result } = viewsOf(catalogOf([planOf(OVERAGE)]), ['1500', '1500'], OPTED_IN)

  test('is billed in the period its invoice is dated in, and attributed to the one it was used in', () => {
    const { rows, afterRun, kinds } = costs('period')
    expect(kinds).toEqual(['subscription', 'overage'])
    expect(rows.map(({ period, start, end }) => [period, dayOf(start), dayOf(end)])).toEqual([
      [1, '2026-04-01', '2026-05-01'],
      [2, '2026-05-01', '2026-06-01'],
    ])
    // The run ends with the invoice of 1 June, which is the last period's.
    expect(rows.map(({ billed }) => kindsOf(billed))).toEqual([
      { subscription: '10.00' },
      { subscription: '10.00', overage: '10.00' },
    ])
    expect(rows.map(({ attributable }) => kindsOf(attributable))).toEqual([
      { subscription: '10.00', overage: '5.00' },
      { subscription: '10.00', overage: '5.00' },
    ])
    expect(afterRun).toEqual({ kinds: [], total: '0.00' })
  })

  test('adds up, period by period', () => {
    const { rows, total } = costs('period')
    expect(rows.map(({ billed, cumulativeBilled }) => [billed.total, cumulativeBilled])).toEqual([
      ['10.00', '10.00'],
      ['20.00', '30.00'],
    ])
    expect(
      rows.map(({ attributable, cumulativeAttributable }) => [attributable.total, cumulativeAttributable]),
    ).toEqual([
      ['15.00', '15.00'],
      ['15.00', '30.00'],
    ])
    expect([total, result.totals.total]).toEqual(['30.00', '30.00'])
  })

  test('comes after the credits have run out', () => {
    // 50 a day in April: 20 days. 1,500 ÷ 31 a day in May: two thirds of the month, 20 days and 16 hours.
    expect(costs('period').rows.map(({ ranOutAt }) => ranOutAt)).toEqual([
      '2026-04-21T00:00:00.000Z',
      '2026-05-21T16:00:00.000Z',
    ])
  })
})

describe('an annual fee', () => {
  const yearly = { billing: 'annual' as const }
  const catalog = catalogOf([planOf({ annual: '365' })])

  test('is billed once and spread by its days, what is left of it for the time after the run', () => {
    const { rows, afterRun } = viewsOf(catalog, ['0', '0', '0'], yearly).costs('period')
    expect(rows.map(({ billed }) => billed.total)).toEqual(['365.00', '0.00', '0.00'])
    // A dollar a day: April has thirty days, May thirty-one, June thirty.
    expect(rows.map(({ attributable }) => attributable.total)).toEqual(['30.00', '31.00', '30.00'])
    expect(kindsOf(afterRun)).toEqual({ subscription: '274.00' })
    expect(rows.map(({ cumulativeAttributable }) => cumulativeAttributable)).toEqual([
      '30.00',
      '61.00',
      '91.00',
    ])
  })

  test('is split to the cent, so that the parts sum', () => {
    // $100.00 ÷ 365 a day: 8.219…, 8.493…, 8.219… and 75.068…; rounded down that is a cent too little, which goes to the
    // largest remainder.
    const hundred = catalogOf([planOf({ annual: '100' })])
    const { rows, afterRun } = viewsOf(hundred, ['0', '0', '0'], yearly).costs('period')
    expect([...rows.map(({ attributable }) => attributable.total), afterRun.total]).toEqual([
      '8.22',
      '8.49',
      '8.22',
      '75.07',
    ])
  })

  test('by calendar month, where the run starts on the 15th', () => {
    const { rows, by } = viewsOf(catalog, ['0', '0'], { ...yearly, start: '2026-04-15' }).costs(
      'calendarMonth',
    )
    expect(by).toBe('calendarMonth')
    expect(rows.map(({ period, start, end }) => [period, dayOf(start), dayOf(end)])).toEqual([
      [null, '2026-04-15', '2026-05-01'],
      [null, '2026-05-01', '2026-06-01'],
      [null, '2026-06-01', '2026-06-15'],
    ])
    expect(rows.map(({ attributable }) => attributable.total)).toEqual(['16.00', '31.00', '14.00'])
  })

  test('of a preset: Creator for a year', () => {
    const { rows, total } = viewsOf(april2026(), ['0', '0'], { ...yearly, plan: 'creator' }).costs('period')
    // Ten months of $22.00: $220.00, of which thirty days of 365 are 18.082…, thirty-one 18.684… and the rest 183.232…;
    // the cent that is over goes to the largest remainder.
    expect(total).toBe('220.00')
    expect(rows.map(({ attributable }) => attributable.total)).toEqual(['18.08', '18.69'])
  })
})

test('a term that an upgrade restarts paid for its time until then', () => {
  const plans = [planOf({ id: 'small' }), planOf({ id: 'large', monthly: '30' })]
  const changes = [
    { kind: 'changePlan' as const, on: '2026-04-16', plan: 'large', mode: 'restartCycle' as const },
  ]
  const { rows, afterRun } = viewsOf(catalogOf(plans), ['0'], { changes }).costs('period')
  expect(rows.map(({ start, billed }) => [dayOf(start), billed.total])).toEqual([
    ['2026-04-01', '10.00'],
    ['2026-04-16', '30.00'],
  ])
  // The $10.00 were for April until the 16th; the $30.00 are for thirty days, of which the run has fifteen.
  expect(rows.map(({ attributable }) => attributable.total)).toEqual(['10.00', '15.00'])
  expect(afterRun.total).toBe('15.00')
})

test('what is billed at noon, as a period starts, is of that period; of the next one where months meet at midnight', () => {
  const plans = [planOf({ id: 'small' }), planOf({ id: 'large', monthly: '30' })]
  const changes = [{ kind: 'changePlan' as const, on: '2026-04-30T12:00:00Z', plan: 'large' }]
  const { costs } = viewsOf(catalogOf(plans), ['0', '0'], { changes })
  const billed = (by: 'period' | 'calendarMonth') =>
    costs(by).rows.map(({ start, billed: { total } }) => [dayOf(start), total])
  expect(billed('period')).toEqual([
    ['2026-04-01', '10.00'],
    ['2026-04-30T12:00:00.000Z', '30.00'],
    ['2026-05-30T12:00:00.000Z', '30.00'],
  ])
  expect(billed('calendarMonth')).toEqual([
    ['2026-04-01', '40.00'],
    ['2026-05-01', '30.00'],
  ])
})

test('a year that another of no price takes the place of, where two periods meet, paid for its time until then', () => {
  const plans = [planOf({ id: 'small', annual: '120' }), planOf({ id: 'given', monthly: '0', annual: '0' })]
  const changes = [
    { kind: 'changePlan' as const, on: '2026-05-01', plan: 'given', timing: 'now' as const },
    { kind: 'changePlan' as const, on: '2026-05-16', plan: 'small', timing: 'now' as const },
  ]
  const terms = { billing: 'annual' as const, changes }
  const { rows, afterRun } = viewsOf(catalogOf(plans), ['0', '0'], terms).costs('period')
  expect(rows.map(({ start, billed }) => [dayOf(start), billed.total])).toEqual([
    ['2026-04-01', '120.00'],
    ['2026-05-01', '-110.00'],
    ['2026-05-16', '120.00'],
  ])
  // One month of the first year, 10.00, was begun; of the second, 16 of 365 days: 5.26.
  expect(rows.map(({ attributable }) => attributable.total)).toEqual(['10.00', '0.00', '5.26'])
  expect(afterRun.total).toBe('114.74')
})

test('seats that were bought within a term that an upgrade cuts short paid for their time until then', () => {
  const small = sellingSeats(planOf({ id: 'small', monthly: '25' }), 1)
  const changes = [
    { kind: 'buySeats' as const, on: '2026-04-25', count: 1 },
    { kind: 'changePlan' as const, on: '2026-05-10', plan: 'large' },
  ]
  const catalog = catalogOf([small, planOf({ id: 'large', monthly: '31' })])
  const { rows, afterRun } = viewsOf(catalog, ['0'], { start: '2026-04-15', changes }).costs('calendarMonth')
  // The plan is a dollar a day for the 25 it was in force. A seat for twenty of thirty days is 6.67, for the 15 it was had,
  // six of them in April.
  expect(rows.map(({ attributable }) => kindsOf(attributable))).toEqual([
    { subscription: '16.00', seats: '2.67' },
    { subscription: '14.00', seats: '4.00' },
  ])
  expect(afterRun.total).toBe('26.00')
})

test('a change that keeps the term gives back and charges the time that is left of it', () => {
  const plans = [planOf({ id: 'small', annual: '365' }), planOf({ id: 'large', annual: '730' })]
  const changes = [
    { kind: 'changePlan' as const, on: '2026-05-01', plan: 'large', mode: 'prorated' as const },
  ]
  const terms = { billing: 'annual' as const, changes }
  const { rows, afterRun } = viewsOf(catalogOf(plans), ['0', '0'], terms).costs('period')
  expect(rows.map(({ billed }) => kindsOf(billed))).toEqual([
    { subscription: '365.00' },
    { proration: '335.00' }, // 335 of 365 days, at a dollar more each
  ])
  expect(rows.map(({ attributable }) => kindsOf(attributable))).toEqual([
    { subscription: '30.00' },
    { subscription: '31.00', proration: '31.00' },
  ])
  expect(kindsOf(afterRun)).toEqual({ subscription: '304.00', proration: '304.00' })
})

test('what comes after the run is the same by billing period and by month', () => {
  // The run has 61 of 365 days of 100.07: 16.724…, so 83.35 is left, which its two periods or three months sum up to.
  const yearly = { billing: 'annual' as const, start: '2026-04-15' }
  const { costs } = viewsOf(catalogOf([planOf({ annual: '100.07' })]), ['0', '0'], yearly)
  const after = (['period', 'calendarMonth'] as const).map((by) => costs(by).afterRun.total)
  expect(after).toEqual(['83.35', '83.35'])
})

test('an account of its own that ends with a link paid for its time until then', () => {
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Apart',
    catalog: enterpriseOf(),
    plan: 'enterprise',
    start: '2026-01-01',
    months: 2,
    usage: { kind: 'series', credits: ['0', '0'] },
    workspaces: [hq, eu],
    changes: [
      {
        kind: 'unlinkWorkspace',
        on: '2026-01-11',
        workspace: 'eu',
        afterwards: { kind: 'newSubscription', plan: 'small' },
      },
      { kind: 'linkWorkspace', on: '2026-01-21', workspace: 'eu' },
    ],
  })
  const { result, apart } = valueOf(runWithDetail(enterpriseOf(), scenario))
  const { rows, afterRun } = periodCosts(at(result.separateAccounts, 0), at(apart, 0), 'period')
  expect(rows.map(({ end, attributable }) => [dayOf(end), attributable.total])).toEqual([
    ['2026-01-21', '1.00'],
  ])
  expect(afterRun.total).toBe('0.00')
})

test('discounts, tax that is added and tax that is contained', () => {
  const invoicing = {
    discounts: [{ id: 'd', name: 'Half', value: { kind: 'percent' as const, percent: '50' } }],
    taxes: [
      { name: 'VAT', percent: '20' },
      { name: 'Inside', percent: '25', inclusive: true },
    ],
  }
  const { rows, kinds } = viewsOf(catalogOf([planOf({})]), ['0'], { invoicing }).costs('period')
  // $10.00 less half are $5.00, of which a fifth is the tax inside: 1.00. 20 % of the other 4.00 are 0.80.
  expect(kinds).toEqual(['subscription', 'discount', 'tax'])
  expect(kindsOf(at(rows, 0).billed)).toEqual({ subscription: '10.00', discount: '-5.00', tax: '0.80' })
  expect([at(rows, 0).billed.total, at(rows, 0).containedTax]).toEqual(['5.80', '1.00'])
})

test('what a refund gives back is of the period it comes in, and takes back what was attributed', () => {
  const catalog = { ...catalogOf([planOf({ id: 'free', monthly: '0' }), planOf({})]), refundDays: figure(14) }
  const given = { plan: 'plan', changes: [{ kind: 'refund' as const, on: '2026-04-05' }] }
  const { rows } = viewsOf(catalog, ['0'], given).costs('period')
  expect(rows.map(({ billed }) => kindsOf(billed))).toEqual([{ subscription: '10.00' }, { refund: '-10.00' }])
  expect(rows.map(({ attributable }) => attributable.total)).toEqual(['0.00', '0.00'])
})

describe('packs', () => {
  const pack = (months: number | null) => ({
    id: 'extra',
    name: 'Extra',
    credits: figure('500'),
    charge: figure({ model: 'perUnit' as const, rate: { amount: '61', per: '1' } }),
    expiresAfterMonths: figure(months),
  })
  const bought = { changes: [{ kind: 'buyPack' as const, on: '2026-04-16', pack: 'extra', count: 1 }] }
  const packs = (months: number | null) => {
    const catalog = { ...catalogOf([planOf({})]), packs: [pack(months)] }
    return viewsOf(catalog, ['0', '0'], bought)
      .costs('period')
      .rows.map(({ attributable }) => kindsOf(attributable)['pack'])
  }

  test('are for the time until they expire: two months of 61 days, a dollar a day', () => {
    expect(packs(2)).toEqual(['15.00', '31.00'])
  })

  test('are for all of it, where a change cuts the term short', () => {
    const catalog = { ...catalogOf([planOf({}), planOf({ id: 'large', monthly: '30' })]), packs: [pack(2)] }
    const changes = [...bought.changes, { kind: 'changePlan' as const, on: '2026-04-21', plan: 'large' }]
    const { rows } = viewsOf(catalog, ['0', '0'], { changes }).costs('calendarMonth')
    expect(rows.map(({ attributable }) => kindsOf(attributable)['pack'])).toEqual(['15.00', '31.00'])
  })

  test('are for the time they are bought in, where they never do', () => {
    expect(packs(null)).toEqual(['61.00', undefined])
  })
})

describe('lost and blocked credits', () => {
  const { costs } = viewsOf(catalogOf([planOf({})]), ['1500', '0'], { start: '2026-04-15' })

  test('of billing periods', () => {
    // 50 a day for thirty days: the credits last for twenty, until 5 May, and 500 are blocked. Then 1,000 expire unused.
    expect(costs('period').rows.map((row) => [row.ranOutAt, row.blockedBecause, row.expiredCredits])).toEqual(
      [
        ['2026-05-05T00:00:00.000Z', [{ cause: 'poolEmpty', credits: '500' }], '0'],
        [null, [], '1000'],
      ],
    )
  })

  test('of calendar months', () => {
    expect(
      costs('calendarMonth').rows.map((row) => [
        row.ranOutAt,
        row.blockedCredits,
        row.blockedBecause,
        row.expiredCredits,
      ]),
    ).toEqual([
      [null, '0', [], '0'],
      ['2026-05-05T00:00:00.000Z', '500', [{ cause: 'poolEmpty', credits: '500' }], '0'],
      [null, '0', [], '1000'],
    ])
  })

  test('credits that last to the very end of a period run out as it comes, in the period that used them', () => {
    const even = viewsOf(catalogOf([planOf({})]), ['1000', '0']).costs('period')
    expect(even.rows.map(({ ranOutAt }) => ranOutAt)).toEqual(['2026-05-01T00:00:00.000Z', null])
  })

  test('of several times in a period that credits run out it is the first', () => {
    // 100 a day: a grant on the 20th lasts for a day more.
    const grants = [{ id: 'more', amount: '100', start: '2026-04-20' }]
    const { rows } = viewsOf(catalogOf([planOf({})]), ['3000'], { grants }).costs('period')
    expect(rows.map(({ ranOutAt }) => ranOutAt)).toEqual(['2026-04-11T00:00:00.000Z'])
  })

  test('credits that last to the very end of a month run out in that month', () => {
    const even = viewsOf(catalogOf([planOf({})]), ['1000', '0']).costs('calendarMonth')
    expect(even.rows.map(({ ranOutAt }) => ranOutAt)).toEqual(['2026-05-01T00:00:00.000Z', null])
  })

  test('credits that the first moment of a month takes run out in it', () => {
    // A millionth of a credit, of a million that are wanted in May: less than a millisecond's worth.
    const next = catalogOf([planOf({ credits: '0.000001' })])
    const { rows } = viewsOf(next, ['0', '1000000']).costs('calendarMonth')
    expect(rows.map(({ ranOutAt }) => ranOutAt)).toEqual([null, '2026-05-01T00:00:00.000Z'])
  })

  test('what a rollover forfeits', () => {
    const half = catalogOf([planOf({ rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 } })])
    const { rows } = viewsOf(half, ['0', '0']).costs('calendarMonth')
    // 500 of April's 1,000; in June those of May, and the 500 that were carried before.
    expect(rows.map(({ forfeitedCredits }) => forfeitedCredits)).toEqual(['500', '1000'])
  })
})
