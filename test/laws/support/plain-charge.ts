import type { Charge, Rate } from '#shared/charge.ts'
import { microsOf } from '#shared/decimal.ts'
import type { Policies } from '#shared/policies.ts'

/*
 * What a charge costs, written down once more as plainly as possible: in whole numbers of 10^-30 money, straight
 * from the words of the catalogue, with no lines, breaks or fast paths.
 */

export const SCALE = 10n ** 24n

type Terms = Pick<Policies, 'packageRates' | 'flatFeeAtZero' | 'freeUnits'>

/** In micros of money × SCALE, rounded down to a whole number. */
export function plainCharge(charge: Charge, quantity: bigint, policies: Terms): bigint {
  const { free } = charge
  const cost = (units: bigint) => costOf(charge, units, policies)
  if (free === undefined) return cost(quantity)
  if (free.kind === 'amount') return atLeastZero(cost(quantity) - scaled(free.amount))
  const units = microsOf(free.units)
  if (units === 0n) return cost(quantity)
  if (policies.freeUnits === 'quantity') return cost(atLeastZero(quantity - units))
  return quantity <= units ? 0n : atLeastZero(cost(quantity) - cost(units))
}

function costOf(charge: Charge, quantity: bigint, policies: Terms): bigint {
  if (quantity === 0n && policies.flatFeeAtZero === 'notCharged') return 0n
  switch (charge.model) {
    case 'flat':
      return scaled(charge.amount)
    case 'perUnit':
      return at(charge.rate, quantity)
    case 'package': {
      const rate = { amount: charge.amount, per: charge.size }
      const size = microsOf(charge.size)
      const blocks = (quantity + size - 1n) / size
      return policies.packageRates === 'linear' ? at(rate, quantity) : at(rate, blocks * size)
    }
    case 'graduated': {
      let [cost, floor] = [0n, 0n]
      for (const [index, { upTo, rate, flatFee = '0' }] of charge.tiers.entries()) {
        const end = upTo === null || microsOf(upTo) > quantity ? quantity : microsOf(upTo)
        if (end > floor || index === 0) cost += at(rate, end - floor) + scaled(flatFee)
        floor = end
      }
      return cost
    }
    case 'volume': {
      const tier = charge.tiers.find(({ upTo }) => upTo === null || quantity <= microsOf(upTo))
      return tier === undefined ? 0n : at(tier.rate, quantity) + scaled(tier.flatFee ?? '0')
    }
    case 'percentage': {
      const share = at({ amount: charge.percent, per: '100' }, quantity) + scaled(charge.fixed ?? '0')
      const raised = charge.minimum === undefined ? share : largest(share, scaled(charge.minimum))
      return charge.maximum === undefined ? raised : smallest(raised, scaled(charge.maximum))
    }
  }
}

const scaled = (amount: string): bigint => microsOf(amount) * SCALE
const at = (rate: Rate, quantity: bigint): bigint => (scaled(rate.amount) * quantity) / microsOf(rate.per)
const atLeastZero = (value: bigint): bigint => largest(value, 0n)
const largest = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smallest = (a: bigint, b: bigint): bigint => (a < b ? a : b)
