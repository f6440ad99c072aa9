import type { Free } from '#shared/charge.ts'
import type { Policies } from '#shared/policies.ts'
import { type Credits, creditsText, inBounds, type Money, moneyText, toMicros } from '../exact/amount.ts'
import { minus, type Rational, reduced, roundTo, whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import type { WorkingStep } from '../record/charge-line.ts'
import { costAt, level, raisedTo, type Segment } from './segment.ts'

type FreePolicies = Pick<Policies, 'freeUnits' | 'flatFeeAtZero'>

/** A charge of which some units, or some money, are free. */
export function withFree(curve: CostCurve, free: Free | undefined, policies: FreePolicies): CostCurve {
  if (free === undefined) return curve
  if (free.kind === 'amount') return amountFree(curve, toMicros(free.amount))
  const units = toMicros(free.units)
  if (units === 0) return curve
  return policies.freeUnits === 'quantity'
    ? takenOffQuantity(curve, units, policies.flatFeeAtZero === 'charged')
    : takenOffAmount(curve, units)
}

/** The units beyond the free ones are priced as if they were the first. */
function takenOffQuantity(curve: CostCurve, units: Credits, isZeroCharged: boolean): CostCurve {
  const atZero = isZeroCharged ? costOf(curve.segments, 0) : whole(0)
  const beyond = curve.segments.map((segment) => ({
    ...segment,
    origin: inBounds(segment.origin + units),
    upTo: Number.isFinite(segment.upTo) ? inBounds(segment.upTo + units) : Infinity,
  }))
  return {
    segments: [level(atZero, units), ...beyond],
    working: (quantity) => {
      const charged = Math.max(quantity - units, 0)
      const paid = charged > 0 || isZeroCharged ? curve.working(charged) : []
      return [...freeSteps(quantity - charged), ...paid]
    },
  }
}

const freeSteps = (quantity: Credits): readonly WorkingStep[] =>
  quantity === 0 ? [] : [{ quantity, rate: 'free', amount: 0 }]

/** All units are priced, and what the free ones alone would have cost is taken off. */
function takenOffAmount(curve: CostCurve, units: Credits): CostCurve {
  const worth = costOf(curve.segments, units)
  const beyond = curve.segments.filter((segment) => segment.upTo > units)
  return {
    segments: [level(whole(0), units), ...notBelow(units, reducedBy(beyond, worth))],
    working: (quantity) => {
      const most = quantity <= units ? Infinity : roundTo(worth, 1)
      return lessSome(curve.working(quantity), most, `${creditsText(units)} free`)
    },
  }
}

function amountFree(curve: CostCurve, amount: Money): CostCurve {
  return {
    segments: reducedBy(curve.segments, whole(amount)),
    working: (quantity) => lessSome(curve.working(quantity), amount, `${moneyText(amount)} free`),
  }
}

/** Each cost less the amount, and never less than nothing. */
const reducedBy = (segments: readonly Segment[], amount: Rational): readonly Segment[] =>
  raisedTo(
    segments.map((segment) => ({ ...segment, fixed: reduced(minus(segment.fixed, amount)) })),
    whole(0),
  )

const notBelow = (units: Credits, segments: readonly Segment[]): readonly Segment[] =>
  segments.filter((segment) => segment.upTo > units)

function lessSome(steps: readonly WorkingStep[], most: Money, rate: string): readonly WorkingStep[] {
  const sum = steps.reduce((total, step) => total + step.amount, 0)
  return sum === 0 ? steps : [...steps, { quantity: 0, rate, amount: -Math.min(sum, most) }]
}

function costOf(segments: readonly Segment[], quantity: Credits): Rational {
  const segment = segments.find((candidate) => quantity <= candidate.upTo)
  if (segment === undefined) throw new Error('The last segment of a charge is open.')
  return costAt(segment, quantity)
}
