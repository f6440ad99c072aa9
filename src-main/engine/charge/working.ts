import type { Rate, Tier } from '#shared/charge.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'
import type { WorkingStep } from '../record/charge-line.ts'

/** A quantity at one rate, as a person would write it: "300,000 at 0.24 per 1000". No units, no step. */
export const stepsOf = (quantity: Credits, rate: Rate): readonly WorkingStep[] =>
  quantity === 0
    ? []
    : [
        {
          quantity,
          rate: `${rate.amount} per ${rate.per}`,
          amount: multiplyDivideHalfUp(quantity, toMicros(rate.amount), toMicros(rate.per)),
        },
      ]

/** An amount that does not depend on the quantity, if there is one: a tier's flat fee, a fixed part. */
export const fixedSteps = (name: string, amount: string | undefined): readonly WorkingStep[] =>
  amount === undefined ? [] : [{ quantity: 0, rate: `${name} ${amount}`, amount: toMicros(amount) }]

/** The flat fee of an entered tier, if it has one. */
export const feeSteps = (tier: Tier): readonly WorkingStep[] => fixedSteps('flat fee', tier.flatFee)

/** The inclusive upper bound of a tier; the open tier has none. */
export const upperBound = (tier: Tier): Credits => (tier.upTo === null ? Infinity : toMicros(tier.upTo))
