import { describe, expect, it } from 'vitest'
import { flatRate, planOf, preset } from './figures.ts'

/** The ladders as the documents print them, copied by hand. */
const ladders = {
  'elevenlabs-2026-04': [
    ['free', '0', null, '10000', 'block'],
    ['starter', '5', '50', '30000', 'block'],
    ['creator', '22', '220', '100000', '0.30 per 1000'],
    ['pro', '99', '990', '500000', '0.24 per 1000'],
    ['scale', '330', '3300', '2000000', '0.18 per 1000'],
    ['business', '1320', '13200', '11000000', '0.12 per 1000'],
    ['enterprise', '2640', '26400', '22000000', '0.12 per 1000'],
  ],
  'dodo-elevenlabs': [
    ['free', '0', null, '10000', 'block'],
    ['starter', '5', '50', '30000', 'block'],
    ['creator', '22', '220', '100000', '0.24 per 1000'],
    ['pro', '99', '990', '500000', '0.15 per 1000'],
    ['scale', '330', '3300', '2000000', '0.10 per 1000'],
    ['enterprise', '660', '6600', '4000000', '0.10 per 1000'],
  ],
  'elevenlabs-2026-10': [
    ['free', '0', null, '10000', 'prepaid'],
    ['starter', '6', '60', '30000', 'prepaid'],
    ['creator', '22', '220', '121000', 'prepaid'],
    ['pro', '99', '990', '600000', 'prepaid'],
    ['scale', '299', '2990', '1800000', 'prepaid'],
    ['business', '990', '9900', '6000000', 'prepaid'],
    ['enterprise', '1980', '19800', '12000000', '0.165 per 1000'],
  ],
}

describe.each(Object.entries(ladders))('the ladder of %s', (id, ladder) => {
  it('has the published prices, credits and overage, in order', () => {
    const found = preset(id).plans.map((plan) => [
      plan.id,
      plan.price.monthly.value,
      plan.price.annual?.value ?? null,
      plan.credits.value,
      flatRate(plan),
    ])
    expect(found).toEqual(ladder)
  })
})

describe('annual prices', () => {
  it.each(Object.keys(ladders))(
    'of %s have two free months of twelve, wherever a plan is sold by the year',
    (id) => {
      const found = preset(id).plans.map(({ price }) => [price.annual !== null, price.freeMonths?.value])
      expect(found).toEqual(found.map(([sold]) => [sold, sold === true ? 2 : undefined]))
    },
  )
})

describe('rollover', () => {
  it.each([
    ['elevenlabs-2026-04', { kind: 'age', periods: 2 }, ['starter', 'creator', 'pro', 'scale', 'business']],
    [
      'dodo-elevenlabs',
      { kind: 'count', carries: 1, percent: '100', validity: 1 },
      ['starter', 'creator', 'pro', 'scale'],
    ],
    ['elevenlabs-2026-10', { kind: 'cap', multiple: 2 }, ['starter', 'creator', 'pro', 'scale', 'business']],
  ])('follows the rule of %s on paid plans and never happens on Free', (id, rule, paid) => {
    const { free, ...others } = Object.fromEntries(
      preset(id).plans.map((plan) => [plan.id, plan.rollover.value]),
    )
    expect(free).toEqual({ kind: 'none' })
    expect(Object.keys(others)).toEqual([...paid, 'enterprise'])
    for (const plan of Object.values(others)) expect(plan).toEqual(rule)
  })
})

describe('past the quota', () => {
  it('raises an early invoice at the published thresholds in April 2026', () => {
    const thresholds = preset('elevenlabs-2026-04').plans.map(({ id, pastQuota }) => [
      id,
      pastQuota.kind === 'postpaid' ? (pastQuota.invoiceThreshold?.value ?? null) : null,
    ])
    expect(thresholds).toEqual([
      ['free', null],
      ['starter', null],
      ['creator', '44'],
      ['pro', '198'],
      ['scale', '660'],
      ['business', '660'],
      ['enterprise', null],
    ])
  })

  it.each([
    ['free', '30000', '6', 'assumed'],
    ['starter', '30000', '6', 'estimated'],
    ['creator', '121000', '22', 'estimated'],
    ['pro', '600000', '99', 'estimated'],
    ['scale', '1800000', '299', 'estimated'],
    ['business', '6000000', '990', 'estimated'],
  ])('values a prepaid balance on %s at %s credits for $%s (%s)', (id, credits, money, basis) => {
    const catalog = preset('elevenlabs-2026-10')
    const { pastQuota } = planOf(catalog, id)
    if (pastQuota.kind !== 'prepaid') throw new Error(`${id} is not prepaid.`)
    expect(pastQuota.value.value).toEqual({ credits, money })
    expect(catalog.sources[pastQuota.value.source]?.basis).toBe(basis)
    expect(pastQuota.minimumTopUp.value).toBe('5')
    expect(pastQuota.autoTopUp.value).toEqual({ amount: '20', below: '10', mustRemain: '5' })
    expect(pastQuota.expiresAfterMonths.value).toBe(12)
  })
})

describe('offers and alerts', () => {
  it('halves the first month of Creator at ElevenLabs and offers nothing else', () => {
    const creator = [['creator', 'firstPeriodPercentOff', '50', ['monthly']]]
    expect(offersOf('elevenlabs-2026-04')).toEqual(creator)
    expect(offersOf('elevenlabs-2026-10')).toEqual(creator)
    expect(offersOf('dodo-elevenlabs')).toEqual([])
  })

  it.each(['elevenlabs-2026-04', 'dodo-elevenlabs', 'elevenlabs-2026-10'])('warns at 10 %% on %s', (id) => {
    expect(new Set(preset(id).plans.map((plan) => plan.lowBalancePercent.value))).toEqual(new Set(['10']))
  })
})

function offersOf(id: string): unknown[] {
  return preset(id).plans.flatMap((plan) =>
    plan.offers.map((offer) => [plan.id, offer.kind, offer.percent.value, offer.billing]),
  )
}
