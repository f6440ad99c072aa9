import type { Instant } from '../calendar/civil.ts'
import { isNegative, plus, type Rational, sumOf, whole } from '../exact/rational.ts'
import type { Draft, DraftLine } from './bill.ts'
import type { Rounding } from './rounding.ts'

/** Before the turn of any discount: a part of what was taken on an earlier invoice. */
const BEFORE_ALL = -1

/**
 * The paid term in force: what its plan and seats were charged at, and what discounts took off. A change of plan
 * credits a part of the price; it gives back no more than was paid for that part, so the credit is smaller by the
 * same share that discounts had of the price.
 */
export class CoveredTerm {
  #end: Instant = -Infinity
  #charged = whole(0)
  #taken = whole(0)

  /** Lowers the credits among an invoice's lines; `earlier` are those for what earlier invoices charged. */
  credit(
    lines: Draft['lines'],
    rounding: Rounding,
  ): { readonly lines: readonly DraftLine[]; readonly earlier: ReadonlySet<DraftLine> } {
    const earlier = new Set<DraftLine>()
    let isChargedHere = false
    const credited = lines.map((line) => {
      if (startsPlan(line)) isChargedHere = true
      // Two changes in one instant: what is taken back here was never paid, so it lowers what discounts apply to.
      if (!isCredit(line) || isChargedHere) return line
      const lowered = this.#lowered(line, rounding)
      earlier.add(lowered)
      return lowered
    })
    return { lines: credited, earlier }
  }

  /** Takes note of what an invoice charged for the term, and what was taken off that. */
  remember(lines: readonly DraftLine[]): void {
    for (const line of lines) {
      const isMore = line.charge.kind === 'seats' && line.charge.to === this.#end
      if (!startsPlan(line) && !isMore) continue
      const taken = sumOf(line.discounts.map(({ amount }) => amount))
      this.#charged = isMore ? plus(this.#charged, line.amount) : line.amount
      this.#taken = isMore ? plus(this.#taken, taken) : taken
      this.#end = line.charge.to
    }
  }

  #lowered(line: DraftLine, rounding: Rounding): DraftLine {
    if (this.#taken.numerator === 0n || line.charge.to !== this.#end) return line
    const amount = rounding.settle(shareOf(line.amount, this.#taken, this.#charged))
    return { ...line, discounts: [{ turn: BEFORE_ALL, name: 'Discount on what is credited', amount }] }
  }
}

/** A plan's price, or the rest of it, falls due: what was paid for the same time before is credited or over. */
const startsPlan = ({ charge, amount }: DraftLine): boolean =>
  (charge.kind === 'subscription' || charge.kind === 'proration') && !isNegative(amount)

/** Of the plan's price, or of that of extra seats. */
const isCredit = ({ charge, amount }: DraftLine): boolean =>
  (charge.kind === 'proration' || charge.kind === 'seats') && isNegative(amount)

/** `amount × part ÷ whole`; the whole is not zero. */
const shareOf = (amount: Rational, part: Rational, of: Rational): Rational => ({
  numerator: amount.numerator * part.numerator * of.denominator,
  denominator: amount.denominator * part.denominator * of.numerator,
})
