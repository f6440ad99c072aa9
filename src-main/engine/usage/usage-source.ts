import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import { type Attribution, UNATTRIBUTED } from '../record/attribution.ts'

/** A month of the scenario, counted from its start; not of a billing cycle, which may restart. */
export interface Month {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
}

/** Modelled usage of one kind, spread evenly over each month. */
export interface UsageSource {
  readonly id: string
  /** What it comes to on a plan: burn rates differ by plan. */
  readonly on: (plan: string) => UsageOnPlan
}

/** Who uses what, and the credits it comes to on one plan. */
export interface UsageOnPlan {
  readonly attribution: Attribution
  /** The credits of each month. */
  readonly credits: readonly Credits[]
  /** Whether the plan has the product at a known rate; if not, the credits say how much is blocked. */
  readonly isOffered: boolean
}

/** Usage of so many credits in each month that names nobody and burns the same on every plan. */
export function plainUsage(
  credits: readonly Credits[],
  workspace: string | null = null,
): readonly UsageSource[] {
  const attribution = workspace === null ? UNATTRIBUTED : { ...UNATTRIBUTED, workspace }
  const onEveryPlan = { attribution, credits, isOffered: true }
  return [{ id: 'usage', on: () => onEveryPlan }]
}

/**
 * The credits a source of so many credits a month wants on `[from, to)` of a month. Parts of a month always add up
 * to the whole, because each is the difference of what was wanted by its two ends.
 */
export function wantedWithin(credits: readonly Credits[], month: Month, from: Instant, to: Instant): Credits {
  const whole = credits[month.index]
  if (whole === undefined) return 0
  if (from === month.start && to === month.end) return whole
  return wantedBy(to, whole, month) - wantedBy(from, whole, month)
}

const wantedBy = (instant: Instant, whole: Credits, { start, end }: Month): Credits =>
  multiplyDivideDown(whole, instant - start, end - start)
