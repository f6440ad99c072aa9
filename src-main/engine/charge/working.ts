import type { Rate, Tier } from '#shared/charge.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'
import type { WorkingStep } from './compiled-charge.ts'

/** A quantity at one rate, as a person would write it: "300,000 at 0.24 per 1000". */
export const stepOf = (quantity: Credits, rate: Rate): WorkingStep => ({
  quantity,
  rate: `${rate.amount} per ${rate.per}`,
  amount: multiplyDivideHalfUp(quantity, toMicros(rate.amount), toMicros(rate.per)),
})

/** The flat fee of an entered tier, if it has one. */
export const feeSteps = (tier: Tier): readonly WorkingStep[] =>
  tier.flatFee === undefined
    ? []
    : [{ quantity: 0, rate: `flat fee ${tier.flatFee}`, amount: toMicros(tier.flatFee) }]

/** The inclusive upper bound of a tier; the open tier has none. */
export const upperBound = (tier: Tier): Credits => (tier.upTo === null ? Infinity : toMicros(tier.upTo))
