import { describe, expect, test } from 'vitest'
import { checkCatalog, checkScenario } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'
import { catalogOf, figure, planOf, prepaid, scenarioOf } from '../support/build.ts'
import { PACK } from '../support/funds.ts'
import { peopleOf, preset } from '../support/people.ts'

type Given = Partial<Omit<z.input<typeof Scenario>, 'usage' | 'months' | 'catalog' | 'plan'>>

const BLOCKING = planOf({})
const PREPAID = planOf({ pastQuota: prepaid('100', '1') })

const problems = (given: Given, plan = PREPAID) => {
  const catalog = Catalog.parse({ ...catalogOf([plan]), packs: [PACK] })
  return checkScenario(catalog, scenarioOf(catalog, ['0', '0'], given)).map(({ code, path }) => [code, path])
}
const grant = { id: 'g', amount: '10', start: '2026-01-05' }
const wallet = { kind: 'wallet' as const }

describe('grants that make no sense are refused with their path', () => {
  test.each([
    ['before the run', { ...grant, start: '2025-12-31' }, 'grants.outside_run', 'grants.0.start'],
    ['at the run’s end', { ...grant, start: '2026-03-01' }, 'grants.outside_run', 'grants.0.start'],
    [
      'expired at once',
      { ...grant, expires: '2026-01-05' },
      'grants.expires_before_start',
      'grants.0.expires',
    ],
    [
      'refilled without end',
      { ...grant, recurrence: { every: 1, unit: 'month' as const } },
      'grants.endless_recurrence',
      'grants.0.recurrence',
    ],
  ])('%s', (_, wrong, code, path) => {
    expect(problems({ grants: [wrong] })).toEqual([[code, path]])
  })

  test('kept at least 5 and at most 4 contradicts nothing: the most holds', () => {
    expect(problems({ grants: [{ ...grant, rollover: { min: '5', max: '4' } }] })).toEqual([])
  })

  test('twice the same id', () => {
    expect(problems({ grants: [grant, grant] })).toEqual([['grants.duplicate_id', 'grants.1.id']])
  })

  test('too many', () => {
    const grants = Array.from({ length: 1001 }, (_, id) => ({ ...grant, id: String(id) }))
    expect(problems({ grants })).toEqual([['grants.too_many', 'grants']])
    expect(problems({ grants: grants.slice(1) })).toEqual([])
    const daily = grants.slice(0, 400).map((each) => ({
      ...each,
      expires: '2030-01-01',
      recurrence: { every: 1, unit: 'day' as const },
    }))
    // 54 refills each within the run: 21,600
    expect(problems({ grants: daily })).toEqual([['grants.too_many', 'grants']])
    expect(problems({ grants: daily.slice(0, 370) })).toEqual([])
  })

  test('what makes sense passes', () => {
    expect(problems({ grants: [{ ...grant, rollover: { min: '4', max: '4' } }] })).toEqual([])
  })
})

test('a pack the catalogue does not have', () => {
  const buy = (pack: string) => ({ kind: 'buyPack' as const, on: '2026-01-05', pack })
  expect(problems({ changes: [buy('small'), buy('huge')] })).toEqual([['packs.unknown', 'changes.1.pack']])
})

describe('a prepaid balance', () => {
  const changes = [{ kind: 'topUp' as const, on: '2026-01-05', amount: '5' }]

  test('on a plan that sells none', () => {
    expect(problems({ prepaid: wallet, changes }, BLOCKING)).toEqual([
      ['prepaid.not_sold', 'prepaid'],
      ['prepaid.not_sold', 'changes.0'],
    ])
    expect(problems({ prepaid: wallet, changes })).toEqual([])
  })

  test('a top-up where there is no wallet', () => {
    expect(problems({ changes })).toEqual([['prepaid.no_wallet', 'changes.0']])
  })

  test('an automatic top-up below the plan’s minimum', () => {
    const autoTopUp = { amount: '4.99' }
    expect(problems({ prepaid: { ...wallet, autoTopUp } })).toEqual([
      ['prepaid.below_minimum', 'prepaid.autoTopUp.amount'],
    ])
  })

  test('an automatic top-up that waits for less than must remain', () => {
    const { pastQuota } = PREPAID
    if (pastQuota.kind !== 'prepaid') throw new Error('not prepaid')
    const autoTopUp = figure({ amount: '20', below: '10', mustRemain: '5' })
    const keeping = { ...PREPAID, pastQuota: { ...pastQuota, autoTopUp } }
    const asked = (below: string) => ({ prepaid: { ...wallet, autoTopUp: { below } } })
    expect(problems(asked('4.99'), keeping)).toEqual([['prepaid.below_remainder', 'prepaid.autoTopUp.below']])
    expect(problems(asked('5'), keeping)).toEqual([])
    // a plan that says nothing lets it fall as far as the customer likes
    expect(problems(asked('4.99'))).toEqual([])
  })

  test('October 2026: while automatic top-up is on, $5 must remain on every plan that sells it', () => {
    const catalog = preset('elevenlabs-2026-10')
    const found = (plan: string, below: string) => {
      const given = { plan, prepaid: { ...wallet, autoTopUp: { below } } }
      return checkScenario(catalog, peopleOf(catalog, given)).map(({ message }) => message)
    }
    for (const plan of ['free', 'starter', 'creator', 'pro', 'scale', 'business']) {
      expect(found(plan, '5')).toEqual([])
      expect(found(plan, '4.99')).toEqual([
        'While automatic top-up is on, at least 5.00 must remain: it cannot wait for less.',
      ])
    }
  })

  test('amounts finer than the minor unit', () => {
    const finer = [
      { kind: 'topUp' as const, on: '2026-01-05', amount: '5.001' },
      { kind: 'autoTopUp' as const, on: '2026-01-05', autoTopUp: { amount: '5.001' } },
    ]
    expect(problems({ prepaid: { ...wallet, autoTopUp: { amount: '5.001' } }, changes: finer })).toEqual([
      ['prepaid.finer_than_minor_unit', 'prepaid.autoTopUp.amount'],
      ['prepaid.finer_than_minor_unit', 'changes.0.amount'],
      ['prepaid.finer_than_minor_unit', 'changes.1.autoTopUp.amount'],
    ])
  })

  test('a spend limit needs no opt-in where there is a wallet', () => {
    const overage = { optIn: false, spendLimit: '5' }
    expect(problems({ prepaid: wallet, overage })).toEqual([])
    expect(problems({ overage })).toEqual([['overage.limit_without_opt_in', 'overage.spendLimit']])
  })
})

test('packs of a catalogue have ids of their own and name sources it lists', () => {
  const catalog = Catalog.parse({
    ...catalogOf([PREPAID]),
    packs: [PACK, { ...PACK, credits: { value: '1', source: 'nowhere' } }],
  })
  expect(checkCatalog(catalog).map(({ code, path }) => [code, path])).toEqual([
    ['catalog.duplicate_id', 'packs.1.id'],
    ['catalog.unknown_source', 'packs.1.credits.source'],
  ])
})
