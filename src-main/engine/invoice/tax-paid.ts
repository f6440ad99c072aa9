import type { Money } from '../exact/amount.ts'
import { termPartOf } from './covered-line.ts'
import type { DraftLine } from './draft.ts'

/** What was paid of one tax so far, in all and for each part of each term. */
export class TaxPaid {
  #total: Money = 0
  readonly #ofTerms = new Map<string, Money>()

  /**
   * The tax on an invoice's lines, of which `worked` says what it comes to. A refund gives back what its term paid of the
   * tax, to the cent, whatever it would be on all of it together. Source: facts §5.
   */
  settle(lines: readonly DraftLine[], worked: readonly Money[]): readonly Money[] {
    const due = this.#limited(lines.map((line, index) => (isRefund(line) ? 0 : (worked[index] ?? 0))))
    for (const [index, line] of lines.entries()) {
      const part = termPartOf(line)
      if (part !== null) this.#ofTerms.set(part, this.#of(part) + (due[index] ?? 0))
    }
    const back = this.#limited(lines.map((line) => (isRefund(line) ? -this.#of(termPartOf(line)) : 0)))
    return due.map((amount, index) => amount + (back[index] ?? 0))
  }

  #of(part: string | null): Money {
    return part === null ? 0 : (this.#ofTerms.get(part) ?? 0)
  }

  /**
   * No more of a tax comes back than was paid: what was rounded line by line may round otherwise together, and a maximum
   * may give back what was exempt.
   */
  #limited(amounts: readonly Money[]): readonly Money[] {
    let excess = Math.max(0, -(this.#total + sum(amounts)))
    const limited = amounts.map((amount) => {
      const less = Math.min(excess, Math.max(0, -amount))
      excess -= less
      return amount + less
    })
    this.#total += sum(limited)
    return limited
  }
}

const isRefund = ({ charge }: DraftLine): boolean => charge.isRefund === true

const sum = (amounts: readonly Money[]): Money => amounts.reduce((total, amount) => total + amount, 0)
