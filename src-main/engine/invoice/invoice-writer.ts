import type { Catalog } from '#shared/catalog.ts'
import type { Invoice, InvoiceLine } from '#shared/invoice.ts'
import type { Scenario } from '#shared/scenario.ts'
import { DAY, dateText } from '../calendar/civil.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { Recorder } from '../record/recorder.ts'
import type { Bill, BilledLine } from '../record/bill.ts'

/** How invoices are numbered and when they fall due. */
export interface InvoiceStyle {
  readonly currency: string
  readonly numberPrefix: string
  readonly netDays: number
}

/** Writes the invoices as a person reads them: numbered in sequence without gaps, dated, due so many days later. */
export class InvoiceWriter extends Recorder {
  readonly #style: InvoiceStyle
  #invoices: Invoice[] = []

  constructor(style: InvoiceStyle) {
    super()
    this.#style = style
  }

  get invoices(): Invoice[] {
    return this.#invoices
  }

  override invoiced(bills: readonly Bill[]): void {
    this.#invoices = invoiceTexts(bills, this.#style)
  }
}

/** Numbered and due as a scenario says. */
export const invoiceWriterOf = (
  { currency }: Pick<Catalog, 'currency'>,
  { invoicing }: Pick<Scenario, 'invoicing'>,
): InvoiceWriter =>
  new InvoiceWriter({
    currency,
    numberPrefix: invoicing?.numberPrefix ?? '',
    netDays: invoicing?.netDays ?? 0,
  })

const invoiceTexts = (bills: readonly Bill[], style: InvoiceStyle): Invoice[] =>
  bills.map((bill, index) => ({
    number: `${style.numberPrefix}${String(index + 1).padStart(4, '0')}`,
    kind: bill.total < 0 ? 'creditNote' : 'invoice',
    date: dateText(bill.at),
    dueDate: dateText(bill.at + style.netDays * DAY),
    currency: style.currency,
    lines: bill.lines.map(lineText),
    subtotal: moneyText(bill.subtotal),
    discount: moneyText(bill.discount),
    net: moneyText(bill.net),
    taxes: bill.taxes.map(({ tax, base, amount }) => ({
      name: tax.name,
      percent: tax.percent,
      inclusive: tax.inclusive,
      base: moneyText(base),
      amount: moneyText(amount),
    })),
    total: moneyText(bill.total),
    creditApplied: moneyText(bill.creditApplied),
    paidOut: moneyText(bill.paidOut),
    amountDue: moneyText(bill.amountDue),
  }))

const lineText = ({ charge, amount, discounts, taxes }: BilledLine): InvoiceLine => ({
  kind: charge.kind,
  description: charge.description,
  periodStart: dateText(charge.from),
  periodEnd: dateText(charge.to),
  quantity: charge.quantity === null ? null : creditsText(charge.quantity),
  amount: moneyText(amount),
  discounts: discounts.map(({ name, amount: taken }) => ({ name, amount: moneyText(taken) })),
  taxes: taxes.map((part) => ({ name: part.tax.name, amount: moneyText(part.amount) })),
  working: charge.working().map((step) => ({
    quantity: creditsText(step.quantity),
    rate: step.rate,
    amount: moneyText(step.amount),
  })),
  source: charge.source,
})
