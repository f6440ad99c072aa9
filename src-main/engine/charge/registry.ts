import type { Charge } from '#shared/charge.ts'
import type { Money } from '../exact/amount.ts'
import type { CompiledCharge } from './compiled-charge.ts'
import { graduated } from './graduated.ts'
import { perUnit } from './per-unit.ts'
import { volume } from './volume.ts'

/**
 * Makes a charge ready to price quantities; `minor` is the currency's minor unit, to which lines are rounded.
 * A model missing here does not compile.
 */
export function compileCharge(charge: Charge, minor: Money): CompiledCharge {
  switch (charge.model) {
    case 'perUnit':
      return perUnit(charge, minor)
    case 'graduated':
      return graduated(charge, minor)
    case 'volume':
      return volume(charge, minor)
  }
}
