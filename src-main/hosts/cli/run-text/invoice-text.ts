import type { Invoice, InvoiceLine, InvoiceTax, Working } from '#shared/invoice.ts'
import { figure, lessFigure } from '../figure.ts'
import { left, right, textTable } from '../text-table.ts'

/** A row of an invoice: its figures sum from the first line to the total. */
interface Row {
  readonly number: string
  readonly text: string
  readonly time: string
  readonly working: string
  readonly amount: string
}

/** An invoice as people read it: lines, what is taken off each, taxes added, and how the total is settled. */
export function invoiceText(invoice: Invoice): string {
  const { number, kind, date, dueDate, currency, lines, taxes, total } = invoice
  const rows = [
    ...lines.flatMap(lineRows),
    ...taxes.filter(({ inclusive }) => !inclusive).map((tax) => sum(taxText(tax), figure(tax.amount))),
    sum('Total', figure(total)),
    ...settlement(invoice),
  ]
  const columns = [
    right('line', (row: Row) => row.number),
    left('for', (row: Row) => row.text),
    left('time', (row: Row) => row.time),
    left('worked out', (row: Row) => row.working),
    right(currency, (row: Row) => row.amount),
  ]
  const contained = taxes
    .filter(({ inclusive }) => inclusive)
    .map((tax) => `Contains ${taxText(tax)}: ${figure(tax.amount)}`)
  const title = `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number} of ${date}, due ${dueDate}`
  return [title, textTable(columns, rows), ...contained].join('\n')
}

const lineRows = (line: InvoiceLine, index: number): readonly Row[] => [
  {
    number: String(index + 1),
    text: line.description,
    time: `${line.periodStart} to ${line.periodEnd}`,
    working: line.working.map(workingText).join(' + '),
    amount: figure(line.amount),
  },
  ...line.discounts.map(({ name, amount }) => sum(`  less ${name}`, lessFigure(amount))),
]

/** What is for time has no quantity to tell. */
const workingText = ({ quantity, rate }: Working): string =>
  quantity === '0' ? rate : `${figure(quantity)} at ${rate}`

const taxText = ({ name, percent, base }: InvoiceTax): string => `${name} ${percent} % of ${figure(base)}`

const settlement = ({ kind, creditApplied, paidOut, amountDue }: Invoice): readonly Row[] => [
  ...(Number(creditApplied) === 0 ? [] : [sum('Paid by credit notes', lessFigure(creditApplied))]),
  ...(Number(paidOut) === 0 ? [] : [sum('Paid out to the customer', figure(paidOut))]),
  ...(kind === 'creditNote' ? [] : [sum('Due', figure(amountDue))]),
]

const sum = (text: string, amount: string): Row => ({ number: '', text, time: '', working: '', amount })
