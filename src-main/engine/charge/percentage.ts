import type { Charge } from '#shared/charge.ts'
import { type Money, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { reduced, whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import type { WorkingStep } from '../record/charge-line.ts'
import { cappedAt, line, raisedTo, type Segment } from './segment.ts'
import { fixedSteps } from './working.ts'

type Percentage = Extract<Charge, { model: 'percentage' }>

/**
 * Percentage: a share of a quantity of money, for costs that are passed on, plus a fixed part; no less than the
 * minimum, no more than the maximum.
 */
export const percentage = (charge: Percentage): CostCurve => ({
  segments: segmentsOf(charge),
  working: (quantity) => workingOf(charge, quantity),
})

function segmentsOf({ percent, fixed = '0', minimum, maximum }: Percentage): readonly Segment[] {
  const slope = reduced({ numerator: BigInt(toMicros(percent)), denominator: BigInt(WHOLE_PERCENT) })
  const share = [line(whole(toMicros(fixed)), slope)]
  const raised = minimum === undefined ? share : raisedTo(share, whole(toMicros(minimum)))
  return maximum === undefined ? raised : cappedAt(raised, whole(toMicros(maximum)))
}

function workingOf(
  { percent, fixed, minimum, maximum }: Percentage,
  quantity: Money,
): readonly WorkingStep[] {
  const amount = multiplyDivideHalfUp(quantity, toMicros(percent), WHOLE_PERCENT)
  const share = quantity === 0 ? [] : [{ quantity, rate: `${percent} %`, amount }]
  const steps = [...share, ...fixedSteps('fixed part', fixed)]
  const sum = steps.reduce((total, step) => total + step.amount, 0)
  if (minimum !== undefined && sum < toMicros(minimum)) {
    return [
      ...steps,
      { quantity: 0, rate: `raised to the minimum ${minimum}`, amount: toMicros(minimum) - sum },
    ]
  }
  if (maximum !== undefined && sum > toMicros(maximum)) {
    return [
      ...steps,
      { quantity: 0, rate: `capped at the maximum ${maximum}`, amount: toMicros(maximum) - sum },
    ]
  }
  return steps
}
