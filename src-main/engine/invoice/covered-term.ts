import { minus, plus, type Rational, whole } from '../exact/rational.ts'
import type { Draft, DraftLine } from './bill.ts'
import { adds, isCredit, partOf } from './covered-line.ts'
import { type CoveredPart, covering, NOTHING_COVERED, paidOf, shareOf } from './covered-part.ts'
import type { Rounding } from './rounding.ts'

/** Before the turn of any discount: a part of what was taken on an earlier invoice. */
const BEFORE_ALL = -1

/** An invoice's lines, its credits lowered, and what of each credit is for what earlier invoices charged. */
export interface CreditedLines {
  readonly lines: readonly DraftLine[]
  readonly earlier: ReadonlyMap<DraftLine, Rational>
}

/**
 * The paid term in force, its plan with its offer and its seats: what they were charged at, and what discounts took
 * off. A change of plan credits a part of the price; it gives back no more than was paid for that part, so the credit
 * is smaller by the same share that discounts had of what was charged.
 */
export class CoveredTerm {
  #parts: Readonly<Record<'plan' | 'seats', CoveredPart>> = {
    plan: NOTHING_COVERED,
    seats: NOTHING_COVERED,
  }

  /** Lowers the credits among an invoice's lines by what discounts took off what earlier invoices charged. */
  credit(lines: Draft['lines'], rounding: Rounding): CreditedLines {
    const earlier = new Map<DraftLine, Rational>()
    // What is charged and credited in one instant was never paid, so the credit lowers what discounts apply to.
    const here = { plan: new ChargedHere(this.#parts.plan), seats: new ChargedHere(this.#parts.seats) }
    const credited = lines.map((line) => {
      const part = partOf(line)
      if (part === null) return line
      if (!isCredit(line)) {
        here[part].charge(line)
        return line
      }
      const before = rounding.settle(here[part].before(line.amount))
      const paid = rounding.settle(paidOf(this.#parts[part], before))
      const lowered = loweredBy(line, minus(before, paid))
      earlier.set(lowered, paid)
      return lowered
    })
    return { lines: credited, earlier }
  }

  /** Takes note of what an invoice charged for the term, and what was taken off that. */
  remember(lines: readonly DraftLine[]): void {
    for (const line of lines) {
      const part = partOf(line)
      if (part !== null) this.#parts = { ...this.#parts, [part]: covering(this.#parts[part], line) }
    }
  }
}

/** How much of a part was charged by earlier invoices, and how much by the lines of this one so far. */
class ChargedHere {
  #end
  #before
  #here = whole(0)

  constructor({ end, charged }: CoveredPart) {
    this.#end = end
    this.#before = charged
  }

  charge(line: DraftLine): void {
    if (adds(line, this.#end)) {
      this.#here = plus(this.#here, line.amount)
      return
    }
    this.#end = line.charge.to
    this.#before = whole(0)
    this.#here = line.amount
  }

  /** What of a credit is for what earlier invoices charged. */
  before(credit: Rational): Rational {
    return shareOf(credit, this.#before, plus(this.#before, this.#here))
  }
}

/** A credit gives back less by what was taken, a negative amount as its own. */
const loweredBy = (line: DraftLine, taken: Rational): DraftLine =>
  taken.numerator === 0n
    ? line
    : { ...line, discounts: [{ turn: BEFORE_ALL, name: 'Discount on what is credited', amount: taken }] }
