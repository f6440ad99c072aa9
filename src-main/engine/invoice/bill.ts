import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'
import type { ChargeLine } from '../simulate/charge-line.ts'
import type { CompiledTax } from './invoicing.ts'

/** An invoice in the making: everything due at one instant. Amounts are exact where the rounding point says so. */
export interface Draft {
  readonly at: Instant
  readonly lines: readonly DraftLine[]
}

export interface DraftLine {
  readonly charge: ChargeLine
  /** Before discounts. */
  readonly amount: Rational
  readonly discounts: readonly Reduction[]
  readonly taxes: readonly TaxPart[]
}

/** What one discount takes off a line; negative where a credit gives back less because of it. */
export interface Reduction {
  /** The discount's place in the order in which they are taken; the same on every line of an invoice. */
  readonly turn: number
  readonly name: string
  readonly amount: Rational
}

/** A line's part of a tax, rounded. */
export interface TaxPart {
  readonly tax: CompiledTax
  readonly amount: Money
}

/** An invoice as it is written: parts sum to wholes. */
export interface Bill {
  readonly at: Instant
  readonly lines: readonly BilledLine[]
  /** Sum of the lines before discounts. */
  readonly subtotal: Money
  readonly discount: Money
  /** Without tax. */
  readonly net: Money
  readonly taxes: readonly BilledTax[]
  /** Negative on a credit note. */
  readonly total: Money
  /** What earlier credit notes pay of it. */
  readonly creditApplied: Money
  /** What of a refund is paid out; nothing else is. */
  readonly paidOut: Money
  readonly amountDue: Money
}

export interface BilledLine {
  readonly charge: ChargeLine
  readonly amount: Money
  readonly discounts: readonly { readonly name: string; readonly amount: Money }[]
  readonly taxes: readonly TaxPart[]
}

export interface BilledTax extends TaxPart {
  /** What it is due on, without tax. */
  readonly base: Money
}

/** What discounts take off a line. */
export const discountOf = ({ discounts }: BilledLine): Money =>
  discounts.reduce((sum, { amount }) => sum + amount, 0)

/** What a line comes to: after discounts, with taxes that are added. */
export const lineTotal = (line: BilledLine): Money =>
  line.amount -
  discountOf(line) +
  line.taxes.reduce((sum, part) => sum + (part.tax.inclusive ? 0 : part.amount), 0)
