import { annualOrMonthly } from './annual-or-monthly.ts'
import { basicSeatCeiling } from './basic-seat-ceiling.ts'
import type { TeachingExample } from './example.ts'
import { lockToFreeASeat } from './lock-to-free-a-seat.ts'
import { overageOrUpgrade } from './overage-or-upgrade.ts'
import { prepaidOrPostpaid } from './prepaid-or-postpaid.ts'
import { rolloverTrap } from './rollover-trap.ts'
import { spikeOrNewNormal } from './spike-or-new-normal.ts'
import { starterCliff } from './starter-cliff.ts'
import { swallowedRenewal } from './swallowed-renewal.ts'
import { threeRegions } from './three-regions.ts'

export { contentOf, type TeachingExample } from './example.ts'

/** The examples that come with the application, from the first thing to understand to the last. */
export const examples: readonly TeachingExample[] = [
  overageOrUpgrade,
  spikeOrNewNormal,
  starterCliff,
  rolloverTrap,
  swallowedRenewal,
  annualOrMonthly,
  prepaidOrPostpaid,
  basicSeatCeiling,
  lockToFreeASeat,
  threeRegions,
]

export const findExample = (id: string): TeachingExample | undefined =>
  examples.find((example) => example.id === id)
