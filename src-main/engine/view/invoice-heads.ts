import type { Invoice } from '#shared/invoice.ts'
import type { InvoiceHead } from '#shared/open-result.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import type { AccountOfRun } from './account-of-run.ts'
import { type Rows, type RowWindow, rowsIn } from './rows.ts'

/** The invoices that are asked for, each in a line. */
export function invoiceHeads(
  { invoices }: Pick<AccountOfRun, 'invoices'>,
  window: RowWindow,
): Rows<InvoiceHead> {
  const { total, rows } = rowsIn(invoices, window)
  return { total, rows: rows.map(headOf) }
}

const headOf = ({ lines, taxes, ...invoice }: Invoice): InvoiceHead => ({
  number: invoice.number,
  kind: invoice.kind,
  date: invoice.date,
  dueDate: invoice.dueDate,
  lines: lines.length,
  subtotal: invoice.subtotal,
  discount: invoice.discount,
  net: invoice.net,
  tax: taxOf(taxes),
  total: invoice.total,
  amountDue: invoice.amountDue,
})

function taxOf(taxes: Invoice['taxes']): string {
  const sum = new LongSum()
  for (const { amount } of taxes) sum.add(toMicros(amount))
  return sum.money
}
