import type { CompiledCharge } from '#main/engine/charge/compiled-charge.ts'
import { compileCharge } from '#main/engine/charge/registry.ts'
import { minorUnit } from '#main/engine/exact/round.ts'
import { resolvePolicies } from '#main/engine/plan/policies.ts'
import type { Charge } from '#shared/charge.ts'
import type { SomePolicies } from '#shared/policies.ts'

/** The charge, rounding its lines as invoices in this currency do, on these settings of the vendor's. */
export const chargeIn = (currency: string, charge: Charge, policies: SomePolicies = {}): CompiledCharge =>
  compileCharge(charge, minorUnit(currency), resolvePolicies(policies))
