import type { Charge } from '#shared/charge.ts'
import { type Money, toMicros } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import type { CompiledCharge } from './compiled-charge.ts'
import { SegmentedCharge, slopeOf } from './segments.ts'
import { feeSteps, stepOf, upperBound } from './working.ts'

/**
 * Volume: all units at the rate of the tier the whole quantity falls in, plus that tier's flat fee. The cost may
 * fall where a cheaper tier begins.
 */
export function volume(charge: Extract<Charge, { model: 'volume' }>, minor: Money): CompiledCharge {
  const segments = charge.tiers.map((tier) => ({
    upTo: upperBound(tier),
    fixed: whole(toMicros(tier.flatFee ?? '0')),
    slope: slopeOf(tier.rate),
  }))
  return new SegmentedCharge(segments, minor, (quantity) => {
    const tier = charge.tiers.find((candidate) => quantity <= upperBound(candidate))
    return tier === undefined || quantity === 0 ? [] : [stepOf(quantity, tier.rate), ...feeSteps(tier)]
  })
}
