import type { CompiledCharge } from '#main/engine/charge/compiled-charge.ts'
import { compileCharge } from '#main/engine/charge/registry.ts'
import { minorUnit } from '#main/engine/exact/round.ts'
import type { Charge } from '#shared/charge.ts'

/** The charge, rounding its lines as invoices in this currency do. */
export const chargeIn = (currency: string, charge: Charge): CompiledCharge =>
  compileCharge(charge, minorUnit(currency))
