import * as z from './zod.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'

/** One priced stretch of a charge: how a line's amount came about. */
export const Working = z.strictObject({
  /** Negative for what an earlier invoice has taken. */
  quantity: z.string(),
  rate: z.string(),
  /** Negative for what is free, and for what a maximum takes off. */
  amount: z.string(),
})
export type Working = z.infer<typeof Working>

/** What a line of money is for. */
export const LineKind = z.enum([
  'subscription',
  'offer',
  'seats',
  'proration',
  'refund',
  'overage',
  'prepaidUsage',
  'pack',
  'topUp',
  'trueUp',
  'cap',
])
export type LineKind = z.infer<typeof LineKind>

/** A discount or tax by its name, and what it comes to. */
export const NamedAmount = z.strictObject({ name: z.string(), amount: z.string() })
export type NamedAmount = z.infer<typeof NamedAmount>

/** A tax as it is due on an invoice. */
export const InvoiceTax = z.strictObject({
  name: z.string(),
  percent: z.string(),
  /** Contained in the lines, or added to them. */
  inclusive: z.boolean(),
  /** What it is due on, without tax. */
  base: z.string(),
  amount: z.string(),
})
export type InvoiceTax = z.infer<typeof InvoiceTax>

export const InvoiceLine = z.strictObject({
  kind: LineKind,
  description: z.string(),
  periodStart: DateText,
  periodEnd: DateText,
  quantity: CreditsText.nullable(),
  /** Before discounts; negative for reductions. */
  amount: z.string(),
  /** What is taken off it; negative where a credit gives back less because the discount was taken before. */
  discounts: z.array(NamedAmount),
  /** Its part of each tax. */
  taxes: z.array(NamedAmount),
  working: z.array(Working),
  /** Key of the rate's source in the catalogue. */
  source: z.string(),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const Invoice = z.strictObject({
  number: z.string(),
  /** A credit note gives money back: it pays the invoices that follow, but for what is paid out. */
  kind: z.enum(['invoice', 'creditNote']),
  date: DateText,
  dueDate: DateText,
  currency: z.string(),
  lines: z.array(InvoiceLine),
  /** Sum of the lines. */
  subtotal: z.string(),
  /** Taken off the lines in all. */
  discount: z.string(),
  /** Without tax. */
  net: z.string(),
  taxes: z.array(InvoiceTax),
  /** Net and tax; negative on a credit note. */
  total: z.string(),
  /** What earlier credit notes pay of it. */
  creditApplied: MoneyText,
  /** What of a refund is paid out to the customer. */
  paidOut: MoneyText,
  amountDue: MoneyText,
})
export type Invoice = z.infer<typeof Invoice>
