import type { Instant } from '../calendar/civil.ts'
import type { Attribution } from '../record/attribution.ts'
import type { RateOnPlan } from './burn-rates.ts'

/** A usage event as it was metered; what it costs in credits depends on the plan of its moment. */
export interface MeteredEvent {
  readonly id: string
  readonly at: Instant
  readonly attribution: Attribution
  /** In the product's unit. */
  readonly quantity: number
  readonly rateOn: RateOnPlan
  /** The generation whose unchanged content it makes again; null for a new one. */
  readonly regenerates: string | null
  /** Whether another event makes it again: only such ones need to be remembered. */
  readonly isMadeAgain: boolean
}

/** Usage events in the order they happen; each is metered when it is asked for, as a year may have a million. */
export interface MeteredEvents {
  readonly length: number
  /** Undefined past the last one. */
  at(index: number): MeteredEvent | undefined
}
