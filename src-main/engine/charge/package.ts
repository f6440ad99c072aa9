import type { Charge } from '#shared/charge.ts'
import type { Policies } from '#shared/policies.ts'
import { type Credits, inBounds, toMicros } from '../exact/amount.ts'
import type { CostCurve } from './compiled-charge.ts'
import type { WorkingStep } from '../record/charge-line.ts'
import { perUnit } from './per-unit.ts'
import { startedBlocks } from './segment.ts'

type Package = Extract<Charge, { model: 'package' }>

/** Package: an amount for every block of so many units. Whether a started block counts whole is the vendor's choice. */
export function packaged(charge: Package, { packageRates }: Pick<Policies, 'packageRates'>): CostCurve {
  const linear = perUnit({ model: 'perUnit', rate: { amount: charge.amount, per: charge.size } })
  if (packageRates === 'linear') return linear
  const block = toMicros(charge.size)
  return {
    segments: linear.segments.map((segment) => ({ ...segment, block })),
    working: (quantity) => (quantity === 0 ? [] : [blocksStep(charge, quantity, block)]),
  }
}

function blocksStep(charge: Package, quantity: Credits, block: Credits): WorkingStep {
  const blocks = startedBlocks(quantity, block)
  const count = blocks === 1 ? '1 block' : `${blocks} blocks`
  return {
    quantity,
    rate: `${count} of ${charge.size} at ${charge.amount}`,
    amount: inBounds(blocks * toMicros(charge.amount)),
  }
}
