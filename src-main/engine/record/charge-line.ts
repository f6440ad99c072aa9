import type { LineKind } from '#shared/invoice.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'

/** One line of money: rounded, negative for what is taken off or given back. */
export interface ChargeLine {
  /** What it is for. */
  readonly kind: LineKind
  readonly description: string
  /** The time it pays for. */
  readonly from: Instant
  readonly to: Instant
  /**
   * The paid term it belongs to, counted over the account's life; none where it is for no term. Its days do not tell: a
   * term that is given back or starts anew may be followed by another with the same end, or with the very same days.
   */
  readonly term?: number
  /** Credits or seats it is for; null where it is for time. */
  readonly quantity: number | null
  readonly amount: Money
  /** The amount before it was rounded: what enters an invoice that rounds its sum instead of its lines. */
  readonly exact: Rational
  /** Whether it is overage that a threshold brought forward: its invoice comes before the charge falls due. */
  readonly isEarly?: true
  /** Whether it comes on top of what was paid for the same term, of which nothing is given back. */
  readonly addsToTerm?: true
  /** Whether it gives back all that was paid for its part of the term, to be paid out and not kept as credit. */
  readonly isRefund?: true
  /** Whether it is only told because the run ends: its time goes on, and it would fall due later and come to more. */
  readonly isSoFar?: true
  /** How it came about, in words and figures: for who writes the line down, who are few of those that sum it. */
  readonly working: () => readonly WorkingStep[]
  /** Key of the rate's source in the catalogue. */
  readonly source: string
}

/** One stretch of a charge's working: `quantity` units at `rate`, unrounded amounts kept to the micro. */
export interface WorkingStep {
  readonly quantity: Credits
  readonly rate: string
  readonly amount: Money
}
