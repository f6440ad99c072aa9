import type { Money } from '../exact/amount.ts'
import { type BilledLine, discountOf } from '../record/bill.ts'
import { termPartOf } from './covered-line.ts'

/**
 * A refund gives back what invoices showed for its term, to the cent: what was rounded on several invoices may round
 * otherwise together. Its taxes are those that were due, which `TaxPaid` knows. Source: facts §5.
 */
export class ReversedTerm {
  /** After discounts, without taxes that come on top. */
  readonly #shown = new Map<string, Money>()

  /** An invoice's lines, its refunds those of what was shown so far and on this invoice. */
  settle(lines: readonly BilledLine[]): readonly BilledLine[] {
    for (const line of lines) {
      const part = termPartOf(line)
      if (part !== null && line.charge.isRefund !== true)
        this.#shown.set(part, this.#of(part) + line.amount - discountOf(line))
    }
    return lines.map((line) => {
      const part = line.charge.isRefund === true ? termPartOf(line) : null
      return part === null ? line : { ...line, amount: discountOf(line) - this.#of(part) }
    })
  }

  #of(part: string): Money {
    return this.#shown.get(part) ?? 0
  }
}
