import type { InvoiceHead } from '#shared/open-result.ts'
import { credits, day, exactAmount } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'

const figure = (
  id: 'net' | 'tax' | 'total' | 'amountDue',
  header: string,
  sign: string,
): Column<InvoiceHead> => ({
  id,
  header,
  unit: sign,
  numeric: true,
  figure: (invoice) => invoice[id],
  text: (invoice) => exactAmount(invoice[id]),
})

export const INVOICE_NUMBER: Column<InvoiceHead> = {
  id: 'number',
  header: 'Number',
  text: ({ number }) => number,
}

/** An invoice in a line, without its number. */
export const headColumns = (sign: string): readonly Column<InvoiceHead>[] => [
  { id: 'date', header: 'Date', text: ({ date }) => day(date) },
  { id: 'due', header: 'Due', text: ({ dueDate }) => day(dueDate) },
  { id: 'kind', header: 'Kind', text: ({ kind }) => (kind === 'invoice' ? 'Invoice' : 'Credit note') },
  {
    id: 'lines',
    header: 'Lines',
    numeric: true,
    figure: ({ lines }) => String(lines),
    text: ({ lines }) => credits(lines),
  },
  figure('net', 'Net', sign),
  figure('tax', 'Tax', sign),
  figure('total', 'Total', sign),
  figure('amountDue', 'Amount due', sign),
]
