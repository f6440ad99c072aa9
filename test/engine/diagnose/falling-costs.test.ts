import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { advise } from '#main/engine/index.ts'
import type { Charge } from '#shared/charge.ts'
import { microsOf } from '#shared/decimal.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import { anyCharge } from '../../laws/support/arbitrary-charge.ts'
import { plainCharge } from '../../laws/support/plain-charge.ts'
import { catalogOf, planOf, postpaid, valueOf } from '../support/build.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'

const perUnit = (amount: string, upTo: string | null) => ({ upTo, rate: { amount, per: '1' } })

const adviceOn = (charge: Charge) =>
  valueOf(advise(catalogOf([planOf({ id: 'pro', pastQuota: postpaid(charge) })])))

describe('advice is given where more usage costs less', () => {
  test('under volume rates, at the bound of a tier: 100 at 0.30 are 30.00, the next at 0.20 makes all of them 20.00', () => {
    const tiers = [perUnit('0.30', '100'), perUnit('0.20', '200'), perUnit('0.20', null)]
    expect(adviceOn({ model: 'volume', tiers })).toEqual([
      {
        code: 'charge.cost_falls',
        message:
          'pro: 100 credits of overage cost 30.00, a few more only 20.00: all of them move to a cheaper tier.',
        path: 'plans.0.pastQuota.charge.value',
      },
    ])
  })

  test('not where a fee makes up for the cheaper rate, nor under graduated rates', () => {
    const fee = { ...perUnit('0.20', null), flatFee: '10' }
    expect(adviceOn({ model: 'volume', tiers: [perUnit('0.30', '100'), fee] })).toEqual([])
    expect(adviceOn({ model: 'graduated', tiers: [perUnit('0.30', '100'), perUnit('0.20', null)] })).toEqual(
      [],
    )
  })

  test('for seats too, which come whole: 10 at 10.00 are 100.00, 11 at 8.00 are 88.00', () => {
    const charge: Charge = { model: 'volume', tiers: [perUnit('10', '10'), perUnit('8', null)] }
    const plan = sellingSeats(planOf({ id: 'pro' }), 5, null, charge)
    expect(valueOf(advise(catalogOf([plan]))).map(({ message }) => message)).toEqual([
      'pro: 10 extra Full seats cost 100.00 a month, one more only 88.00: all of them move to a cheaper tier.',
    ])
  })

  test('and in the presets only for seats of Enterprise, whose prices are assumed: 10 at 100 against 11 at 90, 50 at 90 against 51 at 80', () => {
    const given = presets
      .flatMap((preset) => valueOf(advise(preset)))
      .filter(({ code }) => code === 'charge.cost_falls')
    expect(given.map(({ message }) => message)).toEqual([
      'Enterprise: 10 extra Full seats cost 1000.00 a month, one more only 990.00: all of them move to a cheaper tier.',
      'Enterprise: 50 extra Full seats cost 4500.00 a month, one more only 4080.00: all of them move to a cheaper tier.',
    ])
  })
})

test('advice is given exactly where the rules, written down once more in the plainest way, make a cost fall', () => {
  fc.assert(
    fc.property(anyCharge, (charge) => {
      const cost = (quantity: bigint) => plainCharge(charge, quantity, DEFAULT_POLICIES)
      const bounds =
        'tiers' in charge ? charge.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo])) : []
      const free = charge.free?.kind === 'quantity' ? charge.free.units : '0'
      const micros = [...bounds.map(microsOf), microsOf(free)]
      const quantities = [...micros, ...micros.map((bound) => bound + microsOf(free))]
      const falls = quantities.some((quantity) => cost(quantity + 1n) < cost(quantity))
      expect(adviceOn(charge).length > 0).toBe(falls)
    }),
    { numRuns: 3000 },
  )
})
