import { describe, expect, it } from 'vitest'
import { cardOf } from '#main/engine/index.ts'
import type { ScenarioCard } from '#shared/scenario-card.ts'
import {
  catalogOf,
  OPTED_IN,
  perThousand,
  type PlanTerms,
  planOf,
  postpaid,
  prepaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'

/** $10.00 a month for 1,000 credits, and $10.00 for every 1,000 beyond them. */
const SOLD: PlanTerms = { pastQuota: postpaid(perThousand('10')) }

function card(
  plan: PlanTerms,
  usage: readonly string[],
  terms: Parameters<typeof scenarioOf>[2] = {},
): ScenarioCard {
  const catalog = catalogOf([planOf(plan), planOf({ id: 'larger', monthly: '30', credits: '5000' })])
  return valueOf(cardOf(catalog, scenarioOf(catalog, usage, terms)))
}

const months = ({ months: each }: ScenarioCard) => each.map(({ start, total }) => [start, total])

describe('the months of a card', () => {
  it('have the overage of the month it was used in, whenever it is invoiced', () => {
    // 1,500 − 1,000 = 500 beyond at $10.00 per 1,000 = $5.00 in the second month alone.
    const told = card(SOLD, ['1000', '1500', '0'], OPTED_IN)
    expect(told).toMatchObject({ plan: 'plan', currency: 'USD', total: '35.00' })
    expect(months(told)).toEqual([
      ['2026-01-01', '10.00'],
      ['2026-02-01', '15.00'],
      ['2026-03-01', '10.00'],
    ])
  })

  it('have a year that is paid in advance where it is paid', () => {
    const told = card({ annual: '100' }, ['0', '0', '0'], { billing: 'annual' })
    expect(months(told).map(([, total]) => total)).toEqual(['100.00', '0.00', '0.00'])
  })

  it('have discounts and the taxes that are added, and none that are contained', () => {
    // 10.00 − 20 % = 8.00; 10 % on top = 8.80.
    const told = card({}, ['0', '0'], {
      invoicing: {
        discounts: [{ id: 'd', name: 'Off', value: { kind: 'percent', percent: '20' } }],
        taxes: [{ name: 'VAT', percent: '10' }],
      },
    })
    expect(months(told).map(([, total]) => total)).toEqual(['8.80', '8.80'])
    const contained = card({}, ['0'], {
      invoicing: { taxes: [{ name: 'VAT', percent: '10', inclusive: true }] },
    })
    expect(months(contained).map(([, total]) => total)).toEqual(['10.00'])
  })

  it('have a true-up in the time that it makes up for', () => {
    // $50.00 agreed for each month, $10.00 billed: $40.00 more.
    const told = card({}, ['0', '0'], { invoicing: { commitment: { per: 'month', minimum: '50' } } })
    expect(months(told).map(([, total]) => total)).toEqual(['50.00', '50.00'])
  })
})

describe('what a card finds', () => {
  it('is that nothing is used', () => {
    expect(card({ rollover: { kind: 'none' } }, ['0', '0']).finding).toEqual({ kind: 'noUsage' })
  })

  it('is blocked work first, with its main cause', () => {
    // A limit of $5.00 serves 500 beyond the quota; of 3,000, 1,500 are blocked by it, in each of two months.
    const spend = { overage: { optIn: true, spendLimit: '5' } }
    expect(card(SOLD, ['3000', '0', '3000'], spend).finding).toEqual({
      kind: 'blocked',
      credits: '3000',
      periods: 2,
      cause: 'spendLimit',
    })
  })

  it('names the cause that most was blocked for', () => {
    const catalog = catalogOf([{ ...planOf({ credits: '5000' }) }])
    const one = { at: '2026-01-10T00:00:00Z', product: 'p', model: 'm' }
    const events = [
      { ...one, id: 'a', member: 'Sam', quantity: '100' },
      { ...one, id: 'b', member: 'Noor', quantity: '900' },
    ]
    const people = {
      ...catalog,
      products: [{ id: 'p', name: 'P', family: 'F' }],
      burnRates: [
        { product: 'p', model: 'm', unit: 'u', rate: { value: { credits: '1', per: '1' }, source: 'test' } },
      ],
    }
    const members = [
      { id: 'Ana', role: 'admin' as const, seat: 'full' as const },
      { id: 'Sam', seat: 'basic' as const, locked: true },
    ]
    const scenario = {
      ...scenarioOf(people, ['0'], { members, usageEvents: events }),
      changes: [
        {
          kind: 'inviteMember' as const,
          on: '2026-01-20',
          member: { id: 'Noor', role: 'member' as const, seat: 'basic' as const, locked: true },
        },
      ],
    }
    expect(valueOf(cardOf(people, scenario)).finding).toEqual({
      kind: 'blocked',
      credits: '1000',
      periods: 1,
      cause: 'noSeat',
    })
  })

  it('is what was used beyond the credits, and what that took', () => {
    expect(card(SOLD, ['1000', '1500'], OPTED_IN).finding).toEqual({
      kind: 'beyond',
      credits: '500',
      overage: '5.00',
      drawn: '0.00',
      expired: '0.00',
    })
  })

  it('is what a prepaid balance paid for, and what of it expired', () => {
    // 500 credits beyond at 100 a dollar draw $5.00 of $20.00; the rest expires after twelve months.
    const usage = ['1500', ...Array.from({ length: 12 }, () => '1000')]
    const terms = { prepaid: { kind: 'wallet' as const, balance: '20' } }
    expect(card({ pastQuota: prepaid('100', '1') }, usage, terms).finding).toEqual({
      kind: 'beyond',
      credits: '500',
      overage: '0.00',
      drawn: '5.00',
      expired: '15.00',
    })
  })

  it('is credits that were lost, where nothing else stands out', () => {
    expect(card({ rollover: { kind: 'none' } }, ['400', '1000']).finding).toEqual({
      kind: 'lost',
      expired: '600',
      forfeited: '0',
    })
    // At most 1 × 1,000 is carried: with 900 left twice, 800 of the second renewal's are forfeited.
    expect(card({ rollover: { kind: 'cap', multiple: 1 } }, ['100', '100', '1000']).finding).toEqual({
      kind: 'lost',
      expired: '0',
      forfeited: '800',
    })
  })

  it('is nothing where all fits', () => {
    expect(card({}, ['1000', '1000']).finding).toEqual({ kind: 'within' })
  })
})

it('refuses what a run refuses, with the figure that is too large', () => {
  const catalog = catalogOf([planOf({ pastQuota: postpaid(perThousand('1000000')) })])
  const scenario = scenarioOf(catalog, ['9000000000'], OPTED_IN)
  expect(cardOf(catalog, scenario)).toMatchObject({ problems: [{ code: 'amount.out_of_bounds' }] })
  expect(cardOf(catalog, { ...scenario, plan: 'none' })).toMatchObject({ problems: [{ path: 'plan' }] })
})
