import type { Plan } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'

/** What a Basic member may use of the shared pool each period, in the product families that count. */
export interface Ceiling {
  readonly credits: Credits
  readonly families: ReadonlySet<string>
}

export function ceilingOf(plan: Plan): Ceiling | null {
  const { basicCeiling } = plan.seats
  if (basicCeiling === null) return null
  return { credits: toMicros(basicCeiling.credits.value), families: new Set(basicCeiling.families) }
}
