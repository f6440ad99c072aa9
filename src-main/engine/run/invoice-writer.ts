import type { Invoice, InvoiceLine } from '#shared/run-result.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Period } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** An invoice being written: everything due at one instant. */
interface Draft {
  readonly at: Instant
  readonly lines: InvoiceLine[]
  total: Money
}

/**
 * Writes one invoice for everything due at the same instant: overage of the period that ends, in arrears, then
 * the subscription of the one that starts, in advance. Nothing due, no invoice.
 */
export class InvoiceWriter extends SilentRecorder {
  readonly #plan: CompiledPlan
  readonly #currency: string
  readonly #anchor: Instant
  readonly #drafts: Draft[] = []
  /** Months the subscription charged last is for. */
  #months = 1

  constructor(plan: CompiledPlan, currency: string, anchor: Instant) {
    super()
    this.#plan = plan
    this.#currency = currency
    this.#anchor = anchor
  }

  get invoices(): Invoice[] {
    return this.#drafts.map((draft, index) => ({
      number: String(index + 1).padStart(4, '0'),
      date: dateText(draft.at),
      currency: this.#currency,
      lines: draft.lines,
      total: moneyText(draft.total),
    }))
  }

  override subscriptionCharged(period: Period, amount: Money, months: number): void {
    this.#months = months
    if (amount === 0) return
    const { name, plan } = this.#plan
    const price = months > 1 && plan.price.annual !== null ? plan.price.annual : plan.price.monthly
    const every = months > 1 ? 'annual' : 'monthly'
    this.#add(period.start, amount, {
      kind: 'subscription',
      description: `${name} subscription, ${every}`,
      ...this.#coverage(period, months),
      quantity: null,
      working: [],
      source: price.source,
    })
  }

  override offerApplied(period: Period, amount: Money): void {
    const offer = this.#months > 1 ? this.#plan.offers.annual : this.#plan.offers.monthly
    if (offer === null || amount === 0) return
    this.#add(period.start, -amount, {
      kind: 'offer',
      description: offer.name,
      ...this.#coverage(period, this.#months),
      quantity: null,
      working: [],
      source: offer.source,
    })
  }

  override overageCharged(period: Period, quantity: Credits, amount: Money): void {
    const { pastQuota } = this.#plan
    if (pastQuota.kind === 'block') return
    const steps = pastQuota.charge.working(quantity)
    this.#add(period.end, amount, {
      kind: pastQuota.kind === 'postpaid' ? 'overage' : 'prepaidUsage',
      description:
        pastQuota.kind === 'postpaid'
          ? 'Overage beyond the credits on hand'
          : 'Usage paid from prepaid balance',
      ...this.#coverage(period, 1),
      quantity: creditsText(quantity),
      working: steps.map((step) => ({
        quantity: creditsText(step.quantity),
        rate: step.rate,
        amount: moneyText(step.amount),
      })),
      source: pastQuota.source,
    })
  }

  #coverage(period: Period, months: number): { readonly periodStart: string; readonly periodEnd: string } {
    const end = cycleStart(this.#anchor, period.index + months)
    return { periodStart: dateText(period.start), periodEnd: dateText(end) }
  }

  #add(at: Instant, amount: Money, line: Omit<InvoiceLine, 'amount'>): void {
    const draft = this.#draftAt(at)
    draft.lines.push({ ...line, amount: moneyText(amount) })
    draft.total += amount
  }

  #draftAt(at: Instant): Draft {
    const last = this.#drafts.at(-1)
    if (last?.at === at) return last
    const draft: Draft = { at, lines: [], total: 0 }
    this.#drafts.push(draft)
    return draft
  }
}
