import type { Charge } from '#shared/charge.ts'
import { type Credits, type Money, toMicros } from '../exact/amount.ts'
import { minus, plus, type Rational, reduced, whole } from '../exact/rational.ts'
import type { CompiledCharge, WorkingStep } from './compiled-charge.ts'
import { type Segment, SegmentedCharge, slopeOf } from './segments.ts'
import { feeSteps, stepOf, upperBound } from './working.ts'

type Graduated = Extract<Charge, { model: 'graduated' }>

/** Graduated: each tier's units at that tier's rate; a tier's flat fee falls due with its first unit. */
export const graduated = (charge: Graduated, minor: Money): CompiledCharge =>
  new SegmentedCharge(segmentsOf(charge), minor, (quantity) => workingOf(charge, quantity))

/** On tier i the line runs through the cost at the tier's start: fixed = cost at floor + fee − floor × slope. */
function segmentsOf(charge: Graduated): readonly Segment[] {
  const segments: Segment[] = []
  let floor: Credits = 0
  let costAtFloor: Rational = whole(0)
  for (const tier of charge.tiers) {
    const upTo = upperBound(tier)
    const slope = slopeOf(tier.rate)
    const entered = plus(costAtFloor, whole(toMicros(tier.flatFee ?? '0')))
    const fixed = reduced(minus(entered, times(slope, floor)))
    segments.push({ upTo, fixed, slope })
    if (Number.isFinite(upTo)) costAtFloor = plus(fixed, times(slope, upTo))
    floor = upTo
  }
  return segments
}

const times = (slope: Rational, quantity: Credits): Rational => ({
  numerator: slope.numerator * BigInt(quantity),
  denominator: slope.denominator,
})

function workingOf(charge: Graduated, quantity: Credits): readonly WorkingStep[] {
  const steps: WorkingStep[] = []
  let floor: Credits = 0
  for (const tier of charge.tiers) {
    if (quantity <= floor) break
    const upTo = upperBound(tier)
    steps.push(stepOf(Math.min(quantity, upTo) - floor, tier.rate), ...feeSteps(tier))
    floor = upTo
  }
  return steps
}
