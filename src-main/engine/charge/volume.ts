import type { Charge } from '#shared/charge.ts'
import { toMicros } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import { line, slopeOf } from './segment.ts'
import { feeSteps, stepsOf, upperBound } from './working.ts'

/**
 * Volume: all units at the rate of the tier the whole quantity falls in, plus that tier's flat fee. The cost may
 * fall where a cheaper tier begins.
 */
export const volume = (charge: Extract<Charge, { model: 'volume' }>): CostCurve => ({
  segments: charge.tiers.map((tier) => ({
    ...line(whole(toMicros(tier.flatFee ?? '0')), slopeOf(tier.rate)),
    upTo: upperBound(tier),
  })),
  working: (quantity) => {
    const tier = charge.tiers.find((candidate) => quantity <= upperBound(candidate))
    return tier === undefined ? [] : [...stepsOf(quantity, tier.rate), ...feeSteps(tier)]
  },
})
