import type { WorkingStep } from '../record/charge-line.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'
import type { Segment } from './segment.ts'

/** Blocks that are charged whole: the cost jumps just beyond `edge` and every `size` units after it. */
export interface Blocks {
  readonly edge: Credits
  readonly size: Credits
}

/** A charge made ready to price quantities. Quantities are micros of the unit, zero or more. */
export interface CompiledCharge {
  /** The line amount: rounded once, half-up, to the currency's minor unit. */
  price(quantity: Credits): Money
  /** The line amount of no quantity at all: more than zero only where the vendor charges a flat fee without any usage. */
  readonly priceOfNone: Money
  /** The amount before rounding, for finding where two costs cross. */
  exact(quantity: Credits): Rational
  /** The largest quantity that can be served in order without the running cost ever passing `limit`. */
  within(limit: Money): Credits
  /** The least that this quantity or any larger one costs, as a line amount: what no further usage takes back. */
  assured(quantity: Credits): Money
  /** The largest quantity that costs no more than `limit`, even where smaller ones cost more; −1 where none does. */
  lastEverWithin(limit: Money): Credits
  /**
   * Quantities below `upTo` at which the unrounded cost jumps or changes its slope just beyond; ascending. The
   * edges of blocks are among them while they are few enough to draw; `packagesFrom` describes them all.
   */
  breaks(upTo: Credits): readonly Credits[]
  /**
   * The blocks that quantities from `quantity` up to the next bound of the charge are sold in, from the first edge
   * at or after it; null where the cost runs in a straight line.
   */
  packagesFrom(quantity: Credits): Blocks | null
  /** How the amount came about, for the invoice line. */
  working(quantity: Credits): readonly WorkingStep[]
}

/** What a charge model makes of its terms: the cost of every quantity, and how to write it down. */
export interface CostCurve {
  /** In ascending order, the last one open. The first holds the cost of no units where that is charged. */
  readonly segments: readonly Segment[]
  /** Of any quantity, also of none where that is charged. */
  working(quantity: Credits): readonly WorkingStep[]
}
