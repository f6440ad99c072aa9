import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import type { Input } from '#shared/api.ts'
import { MOST_PLANS } from '#shared/bounds.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import { succeed } from '#shared/problem.ts'
import type { UsageEvent, UsageStream } from '#shared/usage.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

/** What a call gives to a thread, where it could. */
async function threadedBy(method: string, input: unknown): Promise<readonly unknown[]> {
  const threaded: unknown[] = []
  const call = createApi({
    host: 'test',
    answerInThread: (...asked) => {
      threaded.push(asked)
      return Promise.resolve(succeed('in a thread'))
    },
  })
  await call(method, input)
  return threaded
}

const streams = (count: number, months = 1): Input<'scenarios.run'> => ({
  ...SCENARIO,
  months,
  usage: {
    kind: 'streams',
    streams: Array.from({ length: count }, (_, index): UsageStream => ({
      id: `stream ${String(index)}`,
      product: 'agents',
      model: 'Voice call',
      monthly: '1',
      pattern: { kind: 'flat' },
    })),
  },
})

const events = (count: number): Input<'scenarios.run'> => ({
  ...SCENARIO,
  usageEvents: Array.from({ length: count }, (_, index): UsageEvent => ({
    id: `event ${String(index)}`,
    at: '2026-02-01T00:00:00Z',
    product: 'agents',
    model: 'Voice call',
    quantity: '1',
  })),
})

const daily = (months: number): Input<'scenarios.run'> => ({
  ...SCENARIO,
  months,
  usage: { kind: 'series', credits: ['1'] },
  grants: [
    {
      id: 'gift',
      amount: '1',
      start: '2026-01-31',
      expires: '2036-01-01',
      recurrence: { every: 1, unit: 'day' },
    },
  ],
})

const curves = (change: Partial<Input<'analysis.curves'>>): Input<'analysis.curves'> => ({
  catalog: 'elevenlabs-2026-04',
  upTo: '1000000',
  ...change,
})

const many = (change: Partial<Input<'analysis.compareMany'>>): Input<'analysis.compareMany'> => ({
  catalog: 'elevenlabs-2026-04',
  usages: Array.from({ length: 16 }, (_, index) => String(index)),
  ...change,
})

const list = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index))

const long = (change: Partial<Input<'scenarios.run'>>): Input<'scenarios.run'> => ({
  ...SCENARIO,
  months: 120,
  usage: { kind: 'pattern', monthly: '300000', pattern: { kind: 'flat' } },
  ...change,
})

const discounts = list(1000, (index) => ({
  id: `discount-${index}`,
  name: 'Less',
  value: { kind: 'percent' as const, percent: '0.1' },
}))

const taxes = list(1000, (index) => ({ name: `Tax ${index}`, percent: '0.01' }))

const using = (monthly: string, months: number, catalog: Input<'scenarios.run'>['catalog']) =>
  long({ months, catalog, usage: { kind: 'pattern', monthly, pattern: { kind: 'flat' } } })

const charging = (charge: (index: number) => Charge, threshold: string): Catalog => ({
  ...WRITTEN_OUT,
  plans: WRITTEN_OUT.plans.map((plan, index) => ({
    ...plan,
    pastQuota: {
      kind: 'postpaid',
      charge: { value: charge(index), source: 'article' },
      invoiceThreshold: { value: threshold, source: 'article' },
    },
  })),
})

const tiered = (index: number): Charge => ({
  model: 'graduated',
  tiers: list(300, (tier) => ({
    upTo: tier === 299 ? null : String((tier + 1) * 1000 + index),
    rate: { amount: '1', per: '1000' },
  })),
})

const inBlocks = (index: number): Charge => ({
  model: 'package',
  amount: '0.30',
  size: `1000.00000${index + 1}`,
})

const WALLET = { kind: 'wallet', autoTopUp: { amount: '5', below: '5' } } as const

const GROWTH = { kind: 'growth', percent: '1' } as const
/** A move of work among so many streams. */
const moving = (count: number) => ({
  usage: streams(count).usage,
  move: { product: 'agents', from: 'Voice call', to: 'Chat', share: '50' },
})

const BALANCE = { kind: 'balance', period: 1 } as const

describe('what the main thread answers itself', () => {
  it.each<[string, string, unknown]>([
    ['a small run', 'scenarios.run', SCENARIO],
    ['a run of ten streams over a year', 'scenarios.run', streams(10, 12)],
    ['a run of 400 events', 'scenarios.run', events(400)],
    ['why a small run came to something', 'scenarios.explain', { scenario: SCENARIO, reference: BALANCE }],
    ['the events of a small run', 'scenarios.events', SCENARIO],
    ['what a thousand streams come to in a month', 'scenarios.monthlyUsage', streams(1000)],
    ["a preset's curves over a year", 'analysis.curves', curves({ months: 12, pattern: GROWTH })],
    ["a preset's curves of flat usage over four years", 'analysis.curves', curves({ months: 48 })],
    ['a comparison on a catalogue of its own', 'analysis.compare', { catalog: WRITTEN_OUT, usage: '1' }],
    ['sixteen comparisons over a year', 'analysis.compareMany', many({ months: 12 })],
    ['work of a hundred streams that moves', 'scenarios.moveWork', moving(100)],
    ['what is said of a preset', 'documents.validate', { document: WRITTEN_OUT }],
    ['what is said of a scenario', 'documents.validate', { document: SCENARIO }],
    ['what is said of anything else', 'documents.validate', { document: { plans: [null, 7], catalog: [] } }],
    ['a call that is wrong', 'analysis.variants', { scenario: SCENARIO, variants: [] }],
  ])('%s', async (_what, method, input) => {
    expect(await threadedBy(method, input)).toEqual([])
  })
})

describe('what would hold the main thread is answered in another', () => {
  it.each<[string, string, unknown]>([
    ['a run of many streams', 'scenarios.run', streams(100, 24)],
    ['a run of many events', 'scenarios.run', events(1000)],
    ['a run of grants that are often refilled', 'scenarios.run', daily(24)],
    [
      'why a large run came to something',
      'scenarios.explain',
      { scenario: streams(600), reference: BALANCE },
    ],
    ['the events of a large run', 'scenarios.events', streams(600)],
    ['what a thousand streams come to in ten years', 'scenarios.monthlyUsage', streams(1000, 120)],
    [
      "a preset's curves of a pattern over ten years",
      'analysis.curves',
      curves({ months: 120, pattern: GROWTH }),
    ],
    ['the curves of a catalogue of its own', 'analysis.curves', curves({ catalog: WRITTEN_OUT })],
    ['the crossovers of a catalogue of its own', 'analysis.crossovers', { catalog: WRITTEN_OUT }],
    ['sixteen comparisons over ten years', 'analysis.compareMany', many({ months: 120 })],
    ['work of two thousand streams that moves', 'scenarios.moveWork', moving(2000)],
    ['a run of a thousand discounts', 'scenarios.run', long({ invoicing: { discounts } })],
    ['a run of a thousand taxes', 'scenarios.run', long({ invoicing: { taxes } })],
    ['a run of fifty million credits a month', 'scenarios.run', using('50000000', 120, 'elevenlabs-2026-04')],
    ['a run of more money than there can be', 'scenarios.run', using('800000000', 120, 'elevenlabs-2026-04')],
    [
      'a run whose wallet is topped up every day',
      'scenarios.run',
      long({ catalog: 'elevenlabs-2026-10', plan: 'free', prepaid: WALLET }),
    ],
    [
      'a run with a wallet that is to be topped up by itself later',
      'scenarios.run',
      long({
        catalog: 'elevenlabs-2026-10',
        plan: 'free',
        prepaid: { kind: 'wallet' },
        changes: [{ kind: 'autoTopUp', on: '2026-02-01', autoTopUp: WALLET.autoTopUp }],
      }),
    ],
    [
      'a run whose overage is invoiced cent by cent',
      'scenarios.run',
      using(
        '300000',
        12,
        charging(() => ({ model: 'perUnit', rate: { amount: '1', per: '1000' } }), '0.01'),
      ),
    ],
    ['what is said of plans with many tiers', 'documents.validate', { document: charging(tiered, '100') }],
    [
      'what is said of a scenario with such plans',
      'documents.validate',
      { document: long({ catalog: charging(tiered, '100') }) },
    ],
    [
      'what is said of plans sold in blocks of different sizes',
      'documents.validate',
      { document: { ...charging(inBlocks, '100'), policies: { packageRates: 'startedBlocks' } } },
    ],
    [
      'comparisons of plans with many tiers',
      'analysis.compareMany',
      { catalog: charging(tiered, '100'), months: 12, usages: list(32, String) },
    ],
    ['variants of an account', 'analysis.variants', { scenario: SCENARIO, variants: [{ name: 'stay' }] }],
    ['the best day for an upgrade', 'analysis.bestUpgrade', { scenario: SCENARIO, plan: 'pro' }],
  ])('%s', async (_what, method, input) => {
    expect(await threadedBy(method, input)).toEqual([[method, input, undefined]])
  })
})

describe('a catalogue of many plans', () => {
  const another = (index: number) => ({ ...WRITTEN_OUT.plans[0], id: `plan-${String(index)}` })
  const ladder = (count: number) => ({
    ...WRITTEN_OUT,
    plans: Array.from({ length: count }, (_, index) => WRITTEN_OUT.plans[index] ?? another(index)),
  })
  const ask = (count: number) =>
    createApi({ host: 'test' })('analysis.compare', { catalog: ladder(count), usage: '1', months: 1 })

  it('is compared up to fifty of them, and refused beyond', async () => {
    expect(await ask(MOST_PLANS)).toMatchObject({ ok: true })
    expect(await ask(MOST_PLANS + 1)).toMatchObject({
      ok: false,
      problems: [{ code: 'input.invalid', message: 'Expected at most 50 plans.', path: 'catalog.plans' }],
    })
  })
})
