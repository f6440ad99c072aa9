import type { Charge } from '#shared/charge.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import { plus, type Rational, reduced, whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import type { WorkingStep } from '../record/charge-line.ts'
import { costAt, line, type Segment, slopeOf } from './segment.ts'
import { feeSteps, stepsOf, upperBound } from './working.ts'

type Graduated = Extract<Charge, { model: 'graduated' }>

/** Graduated: each tier's units at that tier's rate; a tier's flat fee falls due with its first unit. */
export const graduated = (charge: Graduated): CostCurve => ({
  segments: segmentsOf(charge),
  working: (quantity) => workingOf(charge, quantity),
})

/** On each tier the line starts from the cost of all tiers below, plus the fee. */
function segmentsOf(charge: Graduated): readonly Segment[] {
  const segments: Segment[] = []
  let floor: Credits = 0
  let costAtFloor: Rational = whole(0)
  for (const tier of charge.tiers) {
    const fixed = reduced(plus(costAtFloor, whole(toMicros(tier.flatFee ?? '0'))))
    const segment = { ...line(fixed, slopeOf(tier.rate)), origin: floor, upTo: upperBound(tier) }
    segments.push(segment)
    if (!Number.isFinite(segment.upTo)) break
    costAtFloor = costAt(segment, segment.upTo)
    floor = segment.upTo
  }
  return segments
}

function workingOf(charge: Graduated, quantity: Credits): readonly WorkingStep[] {
  const steps: WorkingStep[] = []
  let floor: Credits = 0
  for (const tier of charge.tiers) {
    if (quantity <= floor && floor > 0) break
    const upTo = upperBound(tier)
    steps.push(...stepsOf(Math.min(quantity, upTo) - floor, tier.rate), ...feeSteps(tier))
    floor = upTo
  }
  return steps
}
