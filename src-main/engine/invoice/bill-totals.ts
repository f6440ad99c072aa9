import type { Totals } from '../record/totals.ts'
import { LINE_KINDS } from './line-kinds.ts'
import { type Bill, type BilledLine, discountOf } from '../record/bill.ts'

/**
 * Brings the totals of a run to what its invoices say. The clock has summed the lines it charged; invoices add what
 * they were taken down, brought up or taxed by, and where lines were kept exact, what rounding their sum made of them.
 */
export function addBills(totals: Totals, bills: readonly Bill[]): void {
  for (const line of bills.flatMap((bill) => bill.lines)) {
    addAmount(totals, line)
    totals.discount += discountOf(line)
    for (const { tax, amount } of line.taxes) {
      totals.tax += amount
      if (!tax.inclusive) totals.taxAdded += amount
    }
  }
}

function addAmount(totals: Totals, { charge, amount }: BilledLine): void {
  const { total, madeBy } = LINE_KINDS[charge.kind]
  totals[total] += madeBy === 'clock' ? amount - charge.amount : amount
}
