import type { Invoice, InvoiceLine, NamedAmount } from '#shared/invoice.ts'
import type { Account } from './accounts.ts'
import { count, credits, date, money, text, textOrNone } from './cells.ts'
import { column, sheetOfAll } from './result-sheets.ts'
import type { PlannedSheet } from './sheet.ts'

interface Line {
  readonly invoice: Invoice
  readonly line: InvoiceLine
  readonly number: number
}

type Column = ReturnType<typeof column<Line>>
type Total = ReturnType<typeof column<Invoice>>

const linesOf = ({ invoices }: Account): readonly Line[] =>
  invoices.flatMap((invoice) => invoice.lines.map((line, place) => ({ invoice, line, number: place + 1 })))

const most = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((longest, { length }) => Math.max(longest, length), 0)

/** As many pairs of a name and an amount as the row with most of them has. */
function named<R>(what: string, currency: string, length: number, list: (row: R) => readonly NamedAmount[]) {
  return Array.from({ length }, (_, place) => [
    column<R>(`${what} ${String(place + 1)}`, 20, (row) => textOrNone(list(row)[place]?.name)),
    column<R>(`${what} ${String(place + 1)} (${currency})`, 14, (row) =>
      money(list(row)[place]?.amount, currency),
    ),
  ]).flat()
}

/** Every line of every invoice. */
export function invoicesSheet(accounts: readonly Account[], currency: string): PlannedSheet {
  const lines = accounts.flatMap(linesOf).map(({ line }) => line)
  const columns: readonly Column[] = [
    column('Invoice', 10, ({ invoice }) => text(invoice.number)),
    column('Document', 12, ({ invoice }) => text(invoice.kind === 'creditNote' ? 'credit note' : 'invoice')),
    column('Date', 12, ({ invoice }) => date(invoice.date)),
    column('Due', 12, ({ invoice }) => date(invoice.dueDate)),
    column('Line', 6, ({ number }) => count(number)),
    column('Kind', 14, ({ line }) => text(line.kind)),
    column('Description', 48, ({ line }) => text(line.description)),
    column('From', 12, ({ line }) => date(line.periodStart)),
    column('To (exclusive)', 12, ({ line }) => date(line.periodEnd)),
    column('Quantity', 18, ({ line }) => credits(line.quantity)),
    column(`Amount (${currency})`, 14, ({ line }) => money(line.amount, currency)),
    ...named<Line>(
      'Discount',
      currency,
      most(lines.map(({ discounts }) => discounts)),
      ({ line }) => line.discounts,
    ),
    ...named<Line>('Tax', currency, most(lines.map(({ taxes }) => taxes)), ({ line }) => line.taxes),
    column('Source', 24, ({ line }) => text(line.source)),
  ]
  return sheetOfAll('Invoices', accounts, columns, linesOf)
}

/** What every invoice comes to. */
export function invoiceTotalsSheet(accounts: readonly Account[], currency: string): PlannedSheet {
  const taxes = most(accounts.flatMap(({ invoices }) => invoices.map((invoice) => invoice.taxes)))
  const amount = (header: string, figure: (invoice: Invoice) => string): Total =>
    column(`${header} (${currency})`, 16, (invoice) => money(figure(invoice), currency))
  const columns: readonly Total[] = [
    column('Invoice', 10, ({ number }) => text(number)),
    column('Document', 12, ({ kind }) => text(kind === 'creditNote' ? 'credit note' : 'invoice')),
    column('Date', 12, (invoice) => date(invoice.date)),
    column('Due', 12, ({ dueDate }) => date(dueDate)),
    amount('Subtotal', ({ subtotal }) => subtotal),
    amount('Discount', ({ discount }) => discount),
    amount('Net', ({ net }) => net),
    ...named<Invoice>('Tax', currency, taxes, (invoice) => invoice.taxes),
    amount('Total', ({ total }) => total),
    amount('Paid by credit notes', ({ creditApplied }) => creditApplied),
    amount('Paid out', ({ paidOut }) => paidOut),
    amount('Due', ({ amountDue }) => amountDue),
  ]
  return sheetOfAll('Invoice totals', accounts, columns, ({ invoices }) => invoices)
}
