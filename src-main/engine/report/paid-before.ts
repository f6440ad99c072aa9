import type { Instant } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import type { Money } from '../exact/amount.ts'
import type { Span } from '../invoice/months-covered.ts'

/**
 * What of an amount pays for time before `end`, by the time that `span` has on each side of it, in whole units of `minor`;
 * all else is for the time after it. What pays for no time that ends is for the time it starts in. A credit is split as what
 * it gives back is.
 */
export function paidBefore(amount: Money, span: Span, end: Instant, minor: Money): Money {
  if (span.end === Infinity || span.end <= end) return amount
  const [before = 0] = allocate(Math.abs(amount), [end - span.start, span.end - end], minor)
  return amount < 0 ? -before : before
}
