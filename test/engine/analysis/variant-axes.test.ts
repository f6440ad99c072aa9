import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { compareVariants, withCustomTerms } from '#main/engine/index.ts'
import { Variant, type VariantCost } from '#shared/analysis.ts'
import { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import {
  at,
  catalogOf,
  figure,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  prepaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

type Said = Omit<z.input<typeof Variant>, 'name'>
type Billed = Extract<VariantCost, { kind: 'billed' }>

/** The scenario as it is, and a variant of it. */
function both(catalog: Catalog, scenario: Scenario, said: Said): readonly [VariantCost, VariantCost] {
  const variants = [Variant.parse({ name: 'as it is' }), Variant.parse({ name: 'other', ...said })]
  const rows = valueOf(compareVariants(catalog, scenario, variants))
  return [at(rows, 0), at(rows, 1)]
}

function billed(row: VariantCost): Billed {
  if (row.kind === 'refused') throw new Error(JSON.stringify(row.problems))
  return row
}

/** The totals of both, and what differs in money. */
function costs(catalog: Catalog, scenario: Scenario, said: Said) {
  const [first, other] = both(catalog, scenario, said).map(billed)
  return [
    first?.cost.total,
    other?.cost.total,
    other?.differences.money.map(({ kind, amount }) => `${kind} ${amount}`),
  ]
}

/** Code and path of each reason why the variant cannot be billed. */
function refusals(catalog: Catalog, scenario: Scenario, said: Said) {
  const [, row] = both(catalog, scenario, said)
  return row.kind === 'refused' ? row.problems.map(({ code, path }) => [code, path]) : 'billed'
}

const APRIL = preset('elevenlabs-2026-04')

/** Creator of April 2026: $22.00 for 100,000 credits, then $0.30 for every 1,000. */
const onCreator = (given: Partial<z.input<typeof Scenario>>) =>
  peopleOf(APRIL, { plan: 'creator', ...OPTED_IN, ...given })

const flat = (monthly: string) => ({
  usage: { kind: 'pattern' as const, monthly, pattern: { kind: 'flat' as const } },
})

const stream = (model: string, monthly: string, product = 'text-to-speech') => ({
  usage: { kind: 'streams' as const, streams: [{ id: 'a', product, model, monthly }] },
})

const toFlash = (share: string, from = 'Multilingual v2', to = 'Flash v2.5') => ({
  modelMix: [{ product: 'text-to-speech', from, to, share }],
})

describe('a usage factor', () => {
  test('takes 100,000 credits on Creator to 108,000: 8,000 of overage at 0.30 for every 1,000 are 2.40', () => {
    const scenario = onCreator(flat('100000'))
    expect(costs(APRIL, scenario, { usageFactor: '1.08' })).toEqual(['22.00', '24.40', ['overage 2.40']])
  })

  test('holds for months written out, for streams and for events alike', () => {
    const series = scenarioOf(APRIL, ['100000', '50000'], { ...OPTED_IN })
    const onSecond = { ...series, plan: 'creator' }
    // 150,000 and 75,000 of 100,000: 50,000 beyond are 15.00
    expect(costs(APRIL, onSecond, { usageFactor: '1.5' })).toEqual(['44.00', '59.00', ['overage 15.00']])
    // 120,000 characters at half a credit are 60,000, times two 120,000
    expect(costs(APRIL, onCreator(stream('Flash v2.5', '120000')), { usageFactor: '2' })).toEqual([
      '22.00',
      '28.00',
      ['overage 6.00'],
    ])
    const event = use(3, null, 'text-to-speech', 90_000, { model: 'Multilingual v2' })
    const events = onCreator({ usageEvents: [event] })
    // 90,000 × 1.2 = 108,000
    expect(costs(APRIL, events, { usageFactor: '1.2' })).toEqual(['22.00', '24.40', ['overage 2.40']])
  })

  test('of nothing leaves nothing to bill but the plan', () => {
    expect(costs(APRIL, onCreator(flat('200000')), { usageFactor: '0' })).toEqual([
      '52.00',
      '22.00',
      ['overage -30.00'],
    ])
  })

  test('that makes usage larger than a figure can be is to blame for it', () => {
    const scenario = onCreator(flat('100000'))
    expect(refusals(APRIL, scenario, { usageFactor: '1000000' })).toEqual([
      ['amount.out_of_bounds', 'usageFactor'],
    ])
  })
})

describe('a mix of models', () => {
  // 200,000 characters with Multilingual v2 are 200,000 credits: 22.00 and 100,000 beyond for 30.00
  const scenario = onCreator(stream('Multilingual v2', '200000'))

  test('moves half of Multilingual to Flash at half the rate: 100,000 and 50,000 credits', () => {
    // 50,000 beyond for 15.00
    expect(costs(APRIL, scenario, toFlash('50'))).toEqual(['52.00', '37.00', ['overage -15.00']])
  })

  test('moves the whole of it, to several models too', () => {
    expect(costs(APRIL, scenario, toFlash('100'))).toEqual(['52.00', '22.00', ['overage -30.00']])
    const modelMix = [...toFlash('25').modelMix, ...toFlash('75', 'Multilingual v2', 'Eleven v3').modelMix]
    // 50,000 characters at half a credit, and 150,000 at one: 175,000, 75,000 beyond for 22.50
    expect(costs(APRIL, scenario, { modelMix })).toEqual(['52.00', '44.50', ['overage -7.50']])
  })

  test('of what a factor made of the usage', () => {
    // 400,000 characters, half of them at half a credit: 300,000, 200,000 beyond for 60.00
    expect(costs(APRIL, scenario, { ...toFlash('50'), usageFactor: '2' })).toEqual([
      '52.00',
      '82.00',
      ['overage 30.00'],
    ])
  })

  test('moves the work of events', () => {
    const event = use(3, null, 'text-to-speech', 200_000, { model: 'Multilingual v2' })
    expect(costs(APRIL, onCreator({ usageEvents: [event] }), toFlash('50'))).toEqual([
      '52.00',
      '37.00',
      ['overage -15.00'],
    ])
  })

  test('is refused where usage names no model, or not this one', () => {
    const code = 'variant.nothing_to_move'
    expect(refusals(APRIL, onCreator(flat('100000')), toFlash('50'))).toEqual([[code, 'modelMix.0']])
    expect(refusals(APRIL, scenario, toFlash('50', 'Eleven v3'))).toEqual([[code, 'modelMix.0.from']])
  })

  test('is refused for a model that is not to be had, at the move and once', () => {
    const nowhere = [['usage.unknown_model', 'modelMix.0.to']]
    expect(refusals(APRIL, scenario, toFlash('50', 'Multilingual v2', 'Own'))).toEqual(nowhere)
    expect(refusals(APRIL, scenario, toFlash('100', 'Multilingual v2', 'Own'))).toEqual(nowhere)
    const event = use(3, null, 'text-to-speech', 9, { model: 'Multilingual v2' })
    const events = onCreator({ usageEvents: [event] })
    expect(refusals(APRIL, events, toFlash('50', 'Multilingual v2', 'Own'))).toEqual(nowhere)
  })

  test('leaves what is wrong with the usage itself where it is, told once', () => {
    const streams = [
      { id: 'a', member: 'nobody', product: 'text-to-speech', model: 'Multilingual v2', monthly: '9' },
    ]
    expect(refusals(APRIL, onCreator({ usage: { kind: 'streams', streams } }), toFlash('50'))).toEqual([
      ['usage.unknown_member', 'usage.streams.0.member'],
    ])
  })
})

describe('another catalogue', () => {
  const OCTOBER = preset('elevenlabs-2026-10')
  // Scale was 330.00 in April and is 299.00 in October
  const onScale = peopleOf(APRIL, { plan: 'scale' })

  test('bills the same account on its prices', () => {
    const [, row] = both(APRIL, onScale, { catalog: OCTOBER })
    expect(row).toMatchObject({ catalog: OCTOBER.id, plan: 'scale', difference: '-31.00' })
  })

  test('has to have the plan, and be one there is', () => {
    expect(refusals(APRIL, onScale, { catalog: OCTOBER, plan: 'gold' })).toEqual([['plan.unknown', 'plan']])
    expect(refusals(APRIL, onScale, { catalog: 'nowhere' })).toEqual([['catalog.unknown', 'catalog']])
  })

  test('in another currency is not compared', () => {
    const euros = { ...APRIL, currency: 'EUR' }
    expect(both(APRIL, onScale, { catalog: euros })[1]).toMatchObject({
      kind: 'refused',
      problems: [
        {
          code: 'variant.other_currency',
          message: 'It is billed in EUR, and "as it is" in USD: what they cost cannot be compared.',
          path: 'catalog',
        },
      ],
    })
  })
})

describe('agreed terms', () => {
  const quoted = { enterprise: { monthly: '2000' } }
  const scenario = peopleOf(APRIL, { plan: 'enterprise', customTerms: quoted })
  const agreed = valueOf(withCustomTerms(APRIL, quoted))

  test('take the place of those of the scenario', () => {
    const said = { customTerms: { enterprise: { monthly: '1800' } } }
    expect(costs(agreed, { ...scenario, catalog: APRIL }, said)).toEqual([
      '2000.00',
      '1800.00',
      ['subscription -200.00'],
    ])
  })

  test('go with the account to another catalogue', () => {
    const [, row] = both(agreed, scenario, { catalog: preset('elevenlabs-2026-10') })
    expect(row).toMatchObject({ cost: { total: '2000.00' }, difference: '0.00' })
  })

  test('for a plan that is sold at list price are refused', () => {
    const said = { customTerms: { creator: { monthly: '1' } } }
    expect(refusals(agreed, scenario, said)).toEqual([['plan.not_custom', 'customTerms.creator']])
  })
})

describe('what an account has', () => {
  test('offers: half of the first 22.00', () => {
    const [, row] = both(APRIL, onCreator(flat('0')), { offers: true })
    expect(billed(row).byKind).toEqual([
      { kind: 'subscription', amount: '22.00' },
      { kind: 'offer', amount: '-11.00' },
    ])
    expect(billed(row).differences.money).toEqual([{ kind: 'offer', amount: '-11.00', share: '100' }])
  })

  test('grants: a gift of 4,000 credits takes 1.20 off the overage of 10,000', () => {
    const gift = { id: 'gift', amount: '4000', start: '2026-01-01' }
    const grants = [Variant.shape.grants.unwrap().element.parse(gift)]
    expect(costs(APRIL, onCreator(flat('110000')), { grants })).toEqual(['25.00', '23.80', ['overage -1.20']])
  })

  test('a prepaid balance: 2.00 on hand serve what 2.00 would have been charged for', () => {
    const catalog = catalogOf([planOf({ pastQuota: prepaid('1000', '1') })])
    // 10.00 for 1,000 of 3,000 credits, the rest at 1,000 for 1.00
    const scenario = scenarioOf(catalog, ['3000'], OPTED_IN)
    const said = { prepaid: { kind: 'wallet' as const, balance: '2' } }
    expect(costs(catalog, scenario, said)).toEqual(['12.00', '10.00', ['prepaidUsage -2.00']])
  })
})

describe('seats of members', () => {
  const workspace = workspaceOf({ ceiling: '100', full: 2, basic: 2, credits: '1000' })
  const usageEvents = [use(3, 'bea', 'create', 90), use(4, 'bea', 'create', 60)]

  test('a Full seat lifts the ceiling off what is blocked', () => {
    const scenario = peopleOf(workspace, { members: [full('ann'), basic('bea')], usageEvents })
    const [first, other] = both(workspace, scenario, { seats: [{ member: 'bea', seat: 'full' }] }).map(billed)
    expect(first?.lost).toEqual([
      { kind: 'ceiling', credits: '60' },
      { kind: 'expired', credits: '910' },
    ])
    expect(other?.differences.lost).toEqual([
      { kind: 'ceiling', credits: '-60' },
      { kind: 'expired', credits: '-60' },
    ])
    expect([first?.rank, other?.rank, first?.blockedPeriods, other?.blockedPeriods]).toEqual([2, 1, 1, 0])
  })

  test('of somebody who is invited later count from then on', () => {
    const changes = [{ kind: 'inviteMember' as const, on: '2026-01-02', member: basic('bea') }]
    const scenario = peopleOf(workspace, { members: [full('ann')], changes, usageEvents })
    const [, other] = both(workspace, scenario, { seats: [{ member: 'bea', seat: 'full' }] }).map(billed)
    expect(other?.cost.blockedCredits).toBe('0')
    const added = { addedChanges: changes, changes: [], seats: [{ member: 'bea', seat: 'full' as const }] }
    expect(billed(both(workspace, scenario, added)[1]).cost.blockedCredits).toBe('0')
  })

  test('of nobody are refused', () => {
    const scenario = peopleOf(workspace, { members: [full('ann')] })
    const seats = [
      { member: 'ann', seat: 'full' as const },
      { member: 'bea', seat: 'full' as const },
    ]
    expect(refusals(workspace, scenario, { seats })).toEqual([['people.unknown_member', 'seats.1.member']])
  })
})

describe('added changes', () => {
  const catalog = catalogOf([
    planOf({ id: 'small', monthly: '30', pastQuota: postpaid(perThousand('10')) }),
    planOf({ id: 'large', monthly: '80', credits: '3000' }),
  ])
  const optIn = { kind: 'setOverage' as const, on: '2026-01-01', optIn: true }
  const upgrade = { kind: 'changePlan' as const, on: '2026-02-01', plan: 'large' }
  const scenario = scenarioOf(catalog, ['2000', '2000'], { changes: [optIn] })

  test('come on top of those of the scenario', () => {
    // 2 × 30.00 and 2 × 10.00; with the upgrade 30.00, 10.00 and 80.00
    expect(costs(catalog, scenario, { addedChanges: [upgrade] })).toEqual([
      '80.00',
      '120.00',
      ['subscription 50.00', 'overage -10.00'],
    ])
  })

  test('come on top of those of the variant, which take the place of the scenario’s', () => {
    // 2 × 30.00 and nothing beyond; 30.00 and 80.00 with the upgrade
    expect(billed(both(catalog, scenario, { changes: [], addedChanges: [upgrade] })[1]).cost.total).toBe(
      '110.00',
    )
  })

  test('are refused where they stand in the variant', () => {
    const gold = { ...upgrade, plan: 'gold' }
    expect(refusals(catalog, scenario, { addedChanges: [upgrade, gold] })).toEqual([
      ['plan.unknown', 'addedChanges.1.plan'],
    ])
    expect(refusals(catalog, scenario, { changes: [gold], addedChanges: [upgrade] })).toEqual([
      ['plan.unknown', 'changes.0.plan'],
    ])
  })

  test('that cannot be made when their time comes are told', () => {
    const resume = { kind: 'resume' as const, on: '2026-01-09' }
    const [first, other] = both(catalog, scenario, { addedChanges: [resume] }).map(billed)
    expect(first?.refusals).toEqual([])
    expect(other?.refusals).toMatchObject([{ code: 'change.refused', path: 'addedChanges.0' }])
  })
})

describe('money by kind', () => {
  const catalog = catalogOf([planOf({ monthly: '30', pastQuota: postpaid(perThousand('10')) })])
  const taxed = (inclusive: boolean) =>
    scenarioOf(catalog, ['1500'], {
      ...OPTED_IN,
      invoicing: {
        discounts: [{ id: 'a', name: 'A tenth', value: { kind: 'percent', percent: '10' } }],
        taxes: [{ name: 'VAT', percent: '20', inclusive }],
      },
    })
  const kindsOf = (scenario: Scenario) =>
    billed(both(catalog, scenario, {})[0]).byKind.map(({ kind, amount }) => `${kind} ${amount}`)

  test('has lines as they are before discounts, what is taken off, and the tax that is added', () => {
    // 30.00 and 5.00, a tenth of it off, 20 % of 31.50 on top
    expect(kindsOf(taxed(false))).toEqual([
      'subscription 30.00',
      'overage 5.00',
      'discount -3.50',
      'tax 6.30',
    ])
  })

  test('has no tax where prices contain it', () => {
    expect(kindsOf(taxed(true))).toEqual(['subscription 30.00', 'overage 5.00', 'discount -3.50'])
  })

  test('for each month of the run, rounded once', () => {
    const scenario = scenarioOf(catalog, ['1500', '0', '0'], OPTED_IN)
    const [first, other] = both(catalog, scenario, { usageFactor: '0' }).map(billed)
    // 95.00 ÷ 3; 5.00 ÷ 3 less
    expect([first?.monthly, other?.differences.monthly]).toEqual(['31.67', '-1.67'])
  })
})

test('a plan with another product’s price is asked about its own model', () => {
  // Two models of one product, of which the smaller plan has only the first
  const products = [{ id: 'say', name: 'Say', family: 'Voice' }]
  const rate = (model: string, plans?: string[]) => ({
    product: 'say',
    model,
    unit: 'word',
    rate: figure({ credits: '1', per: '1' }),
    ...(plans && { plans }),
  })
  const plans = [planOf({ id: 'small' }), planOf({ id: 'large', monthly: '20' })]
  const catalog = Catalog.parse({
    ...catalogOf(plans),
    products,
    burnRates: [rate('plain'), rate('fine', ['large'])],
  })
  const streams = [{ id: 'a', product: 'say', model: 'plain', monthly: '100' }]
  const scenario = peopleOf(catalog, { usage: { kind: 'streams', streams } })
  const modelMix = [{ product: 'say', from: 'plain', to: 'fine', share: '10' }]
  expect(refusals(catalog, scenario, { modelMix })).toEqual([['usage.not_in_plan', 'modelMix.0.to']])
  expect(refusals(catalog, scenario, { modelMix, plan: 'large' })).toBe('billed')
})
