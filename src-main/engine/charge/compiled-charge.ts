import type { Credits, Money } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'

/** One stretch of a charge's working: `quantity` units at `rate`, unrounded amounts kept to the micro. */
export interface WorkingStep {
  readonly quantity: Credits
  readonly rate: string
  readonly amount: Money
}

/**
 * A charge model made ready to price quantities. Quantities are micros of the unit, zero or more. No usage costs
 * nothing, flat fees included.
 */
export interface CompiledCharge {
  /** The line amount: rounded once, half-up, to the currency's minor unit. */
  price(quantity: Credits): Money
  /** The amount before rounding, for finding where two costs cross. */
  exact(quantity: Credits): Rational
  /** The largest quantity that can be served in order without the running cost ever passing `limit`. */
  within(limit: Money): Credits
  /** Quantities at which the unrounded cost jumps or changes its slope just beyond; ascending. */
  readonly breaks: readonly Credits[]
  /** How the amount came about, for the invoice line. */
  working(quantity: Credits): readonly WorkingStep[]
}
