import type { Charge } from '#shared/charge.ts'
import { toMicros } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import type { CostCurve } from './compiled-charge.ts'
import { level } from './segment.ts'
import { fixedSteps } from './working.ts'

/** Flat: a fixed fee whatever the quantity. */
export const flat = (charge: Extract<Charge, { model: 'flat' }>): CostCurve => ({
  segments: [level(whole(toMicros(charge.amount)))],
  working: () => fixedSteps('flat fee', charge.amount),
})
