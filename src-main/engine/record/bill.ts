import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import type { ChargeLine } from './charge-line.ts'
import type { CompiledTax } from './tax.ts'

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

/** The taxes that come on top of a line. */
export const taxAddedTo = ({ taxes }: BilledLine): Money =>
  taxes.reduce((sum, part) => sum + (part.tax.inclusive ? 0 : part.amount), 0)

/** What a line comes to: after discounts, with taxes that are added. */
export const lineTotal = (line: BilledLine): Money => line.amount - discountOf(line) + taxAddedTo(line)
