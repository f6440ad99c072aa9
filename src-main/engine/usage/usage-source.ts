import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { type Attribution, UNATTRIBUTED } from '../record/attribution.ts'
import { wantedBy } from '../record/month-spread.ts'
import type { Weekdays } from '../record/weekdays.ts'

/** A month of the scenario, counted from its start; not of a billing cycle, which may restart. */
export interface Month {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
}

/** Time that passes, up to but not including `until`. */
export interface Span {
  readonly at: Instant
  readonly until: Instant
}

/** Modelled usage of one kind, spread over the days of each month. */
export type UsageSource = UniformSource | RatedSource

/** It burns the same on every plan. */
interface UniformSource extends UsageOnPlan {
  readonly id: string
  readonly onPlan: null
}

/** Burn rates differ by plan. */
interface RatedSource {
  readonly id: string
  readonly onPlan: (plan: string) => UsageOnPlan
}

/** Who uses what, and the credits it comes to on one plan. */
export interface UsageOnPlan {
  readonly attribution: Attribution
  /** The credits of each month. */
  readonly credits: readonly Credits[]
  /** How they fall on the days of each month; null where evenly. */
  readonly weekdays: Weekdays | null
  /** Whether the plan has the product at a known rate; if not, the credits say how much is blocked. */
  readonly isOffered: boolean
}

/** Usage of so many credits in each month that names nobody and burns the same on every plan. */
export function plainUsage(
  credits: readonly Credits[],
  workspace: string | null = null,
  weekdays: Weekdays | null = null,
): readonly UsageSource[] {
  const attribution = workspace === null ? UNATTRIBUTED : { ...UNATTRIBUTED, workspace }
  return [{ id: 'usage', attribution, credits, weekdays, isOffered: true, onPlan: null }]
}

export const usageOn = (source: UsageSource, plan: string): UsageOnPlan =>
  source.onPlan === null ? source : source.onPlan(plan)

/**
 * The credits a source wants in a part of a month. Parts of a month always add up to the whole, because each is the
 * difference of what was wanted by its two ends.
 */
export function wantedWithin({ credits, weekdays }: UsageOnPlan, month: Month, { at, until }: Span): Credits {
  const whole = credits[month.index]
  if (whole === undefined) return 0
  // Taken off the whole, and not worked out by itself: most stretches are whole months, and there are millions of them.
  return (
    whole - (at === month.start && until === month.end ? 0 : wantedOutside(whole, month, weekdays, at, until))
  )
}

const wantedOutside = (
  whole: Credits,
  month: Month,
  weekdays: Weekdays | null,
  from: Instant,
  to: Instant,
): Credits => wantedBy(from, whole, month, weekdays) + (whole - wantedBy(to, whole, month, weekdays))
