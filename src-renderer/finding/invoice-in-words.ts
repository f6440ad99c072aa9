import type { Invoice, InvoiceLine, InvoiceTax } from '#shared/invoice.ts'
import { day, isZero, money, percent, plural } from '#renderer/format/figures.ts'

/** How many invoices there are and what they come to; why there is none. */
export function invoicesTitle(
  count: number,
  {
    planName,
    total,
    currency,
  }: { readonly planName: string; readonly total: string; readonly currency: string },
): string {
  if (count === 0) return `No invoice: nothing is charged for ${planName}`
  return `${plural(count, 'invoice')}: ${money(total, currency)} in all`
}

/** `Invoice 0003`, `Credit note 0004`. */
export const invoiceName = ({ kind, number }: Pick<Invoice, 'kind' | 'number'>): string =>
  `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number}`

/** The time that a line is for: `1 Jan 2026 to 1 Feb 2026`; of what is for a moment, its day. */
export const timeOfLine = ({
  periodStart,
  periodEnd,
}: Pick<InvoiceLine, 'periodStart' | 'periodEnd'>): string =>
  periodStart === periodEnd ? day(periodStart) : `${day(periodStart)} to ${day(periodEnd)}`

/** What is taken off, as it changes the sum: `-4.40` of `4.40`. */
export function takenOff(amount: string): string {
  if (isZero(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

/** `VAT 20 % on $22.00`; whether it is contained in the lines. */
export const taxLabel = ({ name, percent: rate, base, inclusive }: InvoiceTax, currency: string): string =>
  `${name} ${percent(rate)} on ${money(base, currency)}${inclusive ? ', contained in the lines' : ''}`

/** Whether a line's one step says no more than the line itself: then both are told in one row. */
export const isOneStep = ({ working, amount }: Pick<InvoiceLine, 'working' | 'amount'>): boolean =>
  working.length === 1 && working[0]?.amount === amount
