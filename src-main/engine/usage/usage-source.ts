import type { Period } from '../simulate/recorder.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import { type Attribution, UNATTRIBUTED } from './attribution.ts'

/** Modelled usage of one kind: who and what, and the credits wanted in each period, spread evenly over it. */
export interface UsageSource {
  readonly id: string
  readonly attribution: Attribution
  readonly credits: readonly Credits[]
}

/** Usage of so many credits in each period that names nobody. */
export const plainUsage = (credits: readonly Credits[]): readonly UsageSource[] => [
  { id: 'usage', attribution: UNATTRIBUTED, credits },
]

/**
 * The credits a source wants on `[from, to)` of a period. Parts of a period always add up to the whole, because
 * each is the difference of what was wanted by its two ends.
 */
export function wantedWithin(source: UsageSource, period: Period, from: Instant, to: Instant): Credits {
  const whole = source.credits[period.index] ?? 0
  if (from === period.start && to === period.end) return whole
  const length = period.end - period.start
  const by = (instant: Instant) => multiplyDivideDown(whole, instant - period.start, length)
  return by(to) - by(from)
}
