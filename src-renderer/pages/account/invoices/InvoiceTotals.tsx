import type { Invoice } from '#shared/invoice.ts'
import { takenOff, taxLabel } from '#renderer/finding/invoice-in-words.ts'
import { exactAmount, isZero } from '#renderer/format/figures.ts'
import { decimalRoom } from '#renderer/tables/decimal-room.ts'
import { Aligned } from '#renderer/tables/DataTable.tsx'
import styles from './invoices.module.css'

interface Row {
  readonly name: string
  readonly amount: string
  readonly isSum?: boolean
}

/** The sums of an invoice from its lines to what is due; what comes to nothing is left out. */
export function totalRows(invoice: Invoice, currency: string): readonly Row[] {
  const { subtotal, discount, net, taxes, total, creditApplied, paidOut, amountDue } = invoice
  const some = (name: string, amount: string): readonly Row[] => (isZero(amount) ? [] : [{ name, amount }])
  return [
    { name: 'Subtotal', amount: subtotal },
    ...some('Discounts', takenOff(discount)),
    ...(taxes.length === 0 ? [] : [{ name: 'Net', amount: net }]),
    ...taxes.map((tax) => ({ name: taxLabel(tax, currency), amount: tax.amount })),
    { name: 'Total', amount: total, isSum: true },
    ...some('Credit of earlier notes', takenOff(creditApplied)),
    ...some('Paid out', paidOut),
    { name: 'Amount due', amount: amountDue, isSum: true },
  ]
}

/** Room for the decimals of everything in the column of amounts, lines, working and sums alike. */
export function amountRoom(invoice: Invoice): number {
  const amounts = [
    ...invoice.lines.flatMap(({ amount, working, discounts }) => [
      amount,
      ...working.map((step) => step.amount),
      ...discounts.map((discount) => discount.amount),
    ]),
    ...totalRows(invoice, invoice.currency).map(({ amount }) => amount),
  ]
  return decimalRoom(amounts.map(exactAmount))
}

export const InvoiceTotals = ({
  invoice,
  sign,
  decimals,
}: {
  readonly invoice: Invoice
  readonly sign: string
  /** Room for the decimals of amounts. */
  readonly decimals: number
}) => (
  <table className={styles.totals}>
    <caption className="visually-hidden">Sums of the invoice in {sign}</caption>
    <tbody>
      {totalRows(invoice, invoice.currency).map(({ name, amount, isSum = false }) => (
        <tr key={name} data-sum={isSum}>
          <th scope="row">{name}</th>
          <td>
            <Aligned text={exactAmount(amount)} decimals={decimals} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
