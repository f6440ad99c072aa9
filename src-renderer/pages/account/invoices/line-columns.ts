import type { InvoiceLine } from '#shared/invoice.ts'
import { credits, day, exactAmount } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'

/** The lines of an invoice as they are copied and saved. */
export const lineColumns = (sign: string): readonly Column<InvoiceLine>[] => [
  { id: 'for', header: 'For', text: ({ description }) => description },
  { id: 'from', header: 'From', text: ({ periodStart }) => day(periodStart) },
  { id: 'to', header: 'To (exclusive)', text: ({ periodEnd }) => day(periodEnd) },
  {
    id: 'quantity',
    header: 'Quantity',
    unit: 'credits or units',
    numeric: true,
    figure: ({ quantity }) => quantity,
    text: ({ quantity }) => (quantity === null ? '' : credits(quantity)),
  },
  {
    id: 'amount',
    header: 'Amount',
    unit: sign,
    numeric: true,
    figure: ({ amount }) => amount,
    text: ({ amount }) => exactAmount(amount),
  },
]
