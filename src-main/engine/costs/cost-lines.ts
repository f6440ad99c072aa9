import { microsOf } from '#shared/decimal.ts'
import type { Invoice, InvoiceLine } from '#shared/invoice.ts'
import type { CostKind } from '#shared/cost-kind.ts'
import { type Instant, parseDate } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { inBounds, type Money } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import type { Span } from '../invoice/months-covered.ts'
import type { AccountDetail } from '../report/account-detail.ts'
import { paidBefore } from '../report/paid-before.ts'

/** What one line of an invoice comes to, by what it is for: the line, what is taken off it, the tax that is added. */
export interface LineParts {
  readonly parts: readonly { readonly kind: CostKind; readonly amount: Money }[]
  /** Tax contained in its amount. */
  readonly containedTax: Money
}

/** The same, with its invoice and the time it pays for. */
export interface CostLine extends LineParts {
  readonly of: InvoiceLine
  /** Its invoice’s number. */
  readonly invoice: string
  /** Its place on the invoice, counted from 1. */
  readonly number: number
  /** When its invoice is made. */
  readonly invoiced: Instant
  /** The time it pays for; its end is Infinity where it pays for no time that ends. */
  readonly paysFor: Span
  /** The currency’s smallest amount. */
  readonly minor: Money
}

/** Every line of the invoices, in their order, with what the same run kept of them. */
export const costLines = (
  invoices: readonly Invoice[],
  { invoicedAt, paidTimes }: Pick<AccountDetail, 'invoicedAt' | 'paidTimes'>,
): readonly CostLine[] =>
  invoices.flatMap(({ number, lines, date, taxes, currency }, invoice) =>
    lines.map((line, index) => ({
      of: line,
      invoice: number,
      number: index + 1,
      invoiced: invoicedAt[invoice] ?? parseDate(date),
      paysFor: paidTimes[invoice]?.[index] ?? { start: parseDate(line.periodStart), end: Infinity },
      ...lineParts(line, taxes),
      minor: minorUnit(currency),
    })),
  )

/** What a line of an invoice with these taxes comes to. */
export function lineParts(line: InvoiceLine, taxes: Invoice['taxes']): LineParts {
  const contained = new Set(taxes.filter(({ inclusive }) => inclusive).map(({ name }) => name))
  return {
    parts: [
      { kind: line.kind, amount: signedMicros(line.amount) },
      { kind: 'discount' as const, amount: -sumOf(line.discounts) },
      { kind: 'tax' as const, amount: sumOf(line.taxes.filter(({ name }) => !contained.has(name))) },
    ],
    containedTax: sumOf(line.taxes.filter(({ name }) => contained.has(name))),
  }
}

/** `[start, end)`, in the order of time. */
export type Spans = readonly Span[]

/** The last of the spans that has begun by an instant: what comes at the end of all is of the last. */
export const spanAt = (spans: Spans, instant: Instant): number =>
  Math.max(
    0,
    spans.findLastIndex(({ start }) => start <= instant),
  )

/**
 * An amount by the time that what it pays for has in each of the spans, and, last, after them all: in whole units of
 * `minor`, so that the parts sum to the whole. What comes after them all is told apart first, so that it is the same
 * whatever the spans are. What pays for no time that ends is of the span it starts in.
 */
export function spread(amount: Money, paysFor: Span, spans: Spans, minor: Money): readonly Money[] {
  const within = paidBefore(amount, paysFor, spans.at(-1)?.end ?? 0, minor)
  return [...spreadWithin(within, paysFor, spans, minor), amount - within]
}

function spreadWithin(amount: Money, { start, end }: Span, spans: Spans, minor: Money): readonly Money[] {
  const lengths = spans.map((span) => Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)))
  if (end === Infinity || lengths.every((length) => length === 0)) {
    const place = spanAt(spans, start)
    return lengths.map((_, index) => (index === place ? amount : 0))
  }
  return allocate(Math.abs(amount), lengths, minor).map((part) => (amount < 0 ? -part : part))
}

const signedMicros = (text: string): Money =>
  text.startsWith('-') ? -signedMicros(text.slice(1)) : inBounds(Number(microsOf(text)))

const sumOf = (amounts: readonly { readonly amount: string }[]): Money =>
  amounts.reduce((sum, { amount }) => sum + signedMicros(amount), 0)
