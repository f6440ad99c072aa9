import type { Charge } from '#shared/charge.ts'
import type { Policies } from '#shared/policies.ts'
import type { Money } from '../exact/amount.ts'
import type { CompiledCharge, CostCurve } from './compiled-charge.ts'
import { flat } from './flat.ts'
import { withFree } from './free.ts'
import { graduated } from './graduated.ts'
import { packaged } from './package.ts'
import { perUnit } from './per-unit.ts'
import { percentage } from './percentage.ts'
import { SegmentedCharge } from './segmented-charge.ts'
import { volume } from './volume.ts'

/** The vendor's settings that decide how a charge is counted. */
export type ChargePolicies = Pick<Policies, 'packageRates' | 'flatFeeAtZero' | 'freeUnits'>

/** Makes a charge ready to price quantities; `minor` is the currency's minor unit, to which lines are rounded. */
export function compileCharge(charge: Charge, minor: Money, policies: ChargePolicies): CompiledCharge {
  const curve = withFree(curveOf(charge, policies), charge.free, policies)
  return new SegmentedCharge(curve, minor, policies.flatFeeAtZero === 'charged')
}

/** One line for each model; a model missing here does not compile. */
function curveOf(charge: Charge, policies: ChargePolicies): CostCurve {
  switch (charge.model) {
    case 'flat':
      return flat(charge)
    case 'perUnit':
      return perUnit(charge)
    case 'package':
      return packaged(charge, policies)
    case 'graduated':
      return graduated(charge)
    case 'volume':
      return volume(charge)
    case 'percentage':
      return percentage(charge)
  }
}
