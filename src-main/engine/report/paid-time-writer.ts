import type { Instant } from '../calendar/civil.ts'
import type { Span } from '../invoice/months-covered.ts'
import type { Bill } from '../record/bill.ts'
import { PaidTime } from './paid-time.ts'

/**
 * Writes down when every invoice is made, and the time that each of its lines pays for; the end of one that pays for no
 * such time is Infinity.
 */
export class PaidTimeWriter extends PaidTime {
  #spans: readonly (readonly Span[])[] = []
  #invoicedAt: readonly Instant[] = []

  /** In the order of the invoices and of their lines. */
  get spans(): readonly (readonly Span[])[] {
    return this.#spans
  }

  /** In the order of the invoices. */
  get invoicedAt(): readonly Instant[] {
    return this.#invoicedAt
  }

  override invoiced(bills: readonly Bill[]): void {
    this.#invoicedAt = bills.map(({ at }) => at)
    this.#spans = bills.map(({ lines }) => lines.map(({ charge }) => this.of(charge)))
  }
}
