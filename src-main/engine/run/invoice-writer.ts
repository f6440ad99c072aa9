import type { Invoice, InvoiceLine } from '#shared/run-result.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { ChargeLine } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** An invoice being written: everything due at one instant. */
interface Draft {
  readonly at: Instant
  readonly lines: InvoiceLine[]
  total: Money
}

/**
 * Writes one invoice for everything due at the same instant: overage of the period that ends, in arrears, then
 * the subscription of the one that starts, in advance. Nothing due, no invoice. Where more is given back than is
 * due, it is a credit note, and its amount pays the invoices that follow.
 */
export class InvoiceWriter extends SilentRecorder {
  readonly #currency: string
  readonly #drafts: Draft[] = []

  constructor(currency: string) {
    super()
    this.#currency = currency
  }

  get invoices(): Invoice[] {
    let balance: Money = 0
    return this.#drafts.map((draft, index) => {
      const creditApplied = Math.max(0, Math.min(balance, draft.total))
      balance += draft.total < 0 ? -draft.total : -creditApplied
      return {
        number: String(index + 1).padStart(4, '0'),
        kind: draft.total < 0 ? 'creditNote' : 'invoice',
        date: dateText(draft.at),
        currency: this.#currency,
        lines: draft.lines,
        total: moneyText(draft.total),
        creditApplied: moneyText(creditApplied),
        amountDue: moneyText(Math.max(0, draft.total) - creditApplied),
      }
    })
  }

  override charged(at: Instant, line: ChargeLine): void {
    const draft = this.#draftAt(at)
    draft.lines.push({
      kind: line.kind,
      description: line.description,
      periodStart: dateText(line.from),
      periodEnd: dateText(line.to),
      quantity: line.quantity === null ? null : creditsText(line.quantity),
      amount: moneyText(line.amount),
      working: line.working.map((step) => ({
        quantity: creditsText(step.quantity),
        rate: step.rate,
        amount: moneyText(step.amount),
      })),
      source: line.source,
    })
    draft.total += line.amount
  }

  #draftAt(at: Instant): Draft {
    const last = this.#drafts.at(-1)
    if (last?.at === at) return last
    const draft: Draft = { at, lines: [], total: 0 }
    this.#drafts.push(draft)
    return draft
  }
}
