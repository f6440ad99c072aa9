import type { Charge } from '#shared/charge.ts'
import type { Money } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import type { CompiledCharge } from './compiled-charge.ts'
import { SegmentedCharge, slopeOf } from './segments.ts'
import { stepOf } from './working.ts'

/** Per unit: every unit at one flat rate, linear within a package ("per 1K credits" charges 500 as half). */
export const perUnit = (charge: Extract<Charge, { model: 'perUnit' }>, minor: Money): CompiledCharge =>
  new SegmentedCharge(
    [{ upTo: Infinity, fixed: whole(0), slope: slopeOf(charge.rate) }],
    minor,
    (quantity) => (quantity === 0 ? [] : [stepOf(quantity, charge.rate)]),
  )
