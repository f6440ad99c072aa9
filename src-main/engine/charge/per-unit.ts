import type { Charge } from '#shared/charge.ts'
import { whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import { line, slopeOf } from './segment.ts'
import { stepsOf } from './working.ts'

/** Per unit: every unit at one flat rate, linear within a package ("per 1K credits" charges 500 as half). */
export const perUnit = (charge: Extract<Charge, { model: 'perUnit' }>): CostCurve => ({
  segments: [line(whole(0), slopeOf(charge.rate))],
  working: (quantity) => stepsOf(quantity, charge.rate),
})
