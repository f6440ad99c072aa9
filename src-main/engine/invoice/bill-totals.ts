import type { Totals } from '../record/totals.ts'
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
  const more = amount - charge.amount
  switch (charge.kind) {
    case 'trueUp':
    case 'cap':
      totals.trueUp += amount
      return
    case 'subscription':
    case 'offer':
    case 'proration':
    case 'refund':
    case 'seats':
      totals.subscription += more
      return
    case 'overage':
    case 'prepaidUsage':
      totals.overage += more
      return
    case 'pack':
      totals.packs += more
      return
    case 'topUp':
      totals.topUps += more
      return
  }
}
