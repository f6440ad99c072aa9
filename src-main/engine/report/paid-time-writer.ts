import type { Span } from '../invoice/months-covered.ts'
import type { Bill } from '../record/bill.ts'
import { PaidTime } from './paid-time.ts'

/** Writes down the time that every line of every invoice pays for; the end of one that pays for no such time is Infinity. */
export class PaidTimeWriter extends PaidTime {
  #spans: readonly (readonly Span[])[] = []

  /** In the order of the invoices and of their lines. */
  get spans(): readonly (readonly Span[])[] {
    return this.#spans
  }

  override invoiced(bills: readonly Bill[]): void {
    this.#spans = bills.map(({ lines }) => lines.map(({ charge }) => this.of(charge)))
  }
}
