import { minus, plus, proportionOf, type Rational, whole } from '../exact/rational.ts'
import { type Draft, type DraftLine, reducedBy, untaken } from './draft.ts'
import { adds, isCredit, partOf } from './covered-line.ts'
import { type CoveredPart, covering, inAllOf, NOTHING_COVERED, paidOf, takenOff } from './covered-part.ts'
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
      if (line.charge.isRefund === true) {
        const refund = here[part].refund(line)
        earlier.set(refund.line, refund.earlier)
        return refund.line
      }
      const before = rounding.settle(here[part].before(line.amount))
      const paid = rounding.settle(paidOf(this.#parts[part], before))
      const lowered = loweredBy(line, minus(before, paid))
      here[part].credit(lowered)
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
  readonly #part: CoveredPart
  #term
  #before
  #here = whole(0)
  /** Of the term, whatever took the place of what. */
  #termHere = whole(0)

  constructor(part: CoveredPart) {
    this.#part = part
    this.#term = part.term
    this.#before = part.charged
  }

  charge(line: DraftLine): void {
    this.#termHere = line.charge.term === this.#term ? plus(this.#termHere, line.amount) : line.amount
    if (adds(line, this.#term)) {
      this.#here = plus(this.#here, line.amount)
      return
    }
    this.#term = line.charge.term ?? null
    this.#before = whole(0)
    this.#here = line.amount
  }

  credit(line: DraftLine): void {
    if (line.charge.term === this.#term)
      this.#termHere = plus(this.#termHere, minus(line.amount, takenOff(line)))
  }

  /**
   * A refund gives back what the term was charged, to the cent: what earlier invoices charged less what discounts took
   * off that, and what this one does, which no discount has seen yet.
   */
  refund(line: DraftLine): { readonly line: DraftLine; readonly earlier: Rational } {
    const { charged, taken } = inAllOf(this.#part, line)
    const amount = minus(whole(0), plus(charged, this.#termHere))
    return {
      line: loweredBy(untaken(line.charge, amount), minus(whole(0), taken)),
      earlier: minus(taken, charged),
    }
  }

  /** What of a credit is for what earlier invoices charged. */
  before(credit: Rational): Rational {
    return proportionOf(credit, this.#before, plus(this.#before, this.#here))
  }
}

/** A credit gives back less by what was taken, a negative amount as its own. */
const loweredBy = (line: DraftLine, taken: Rational): DraftLine =>
  taken.numerator === 0n
    ? line
    : reducedBy(line, { turn: BEFORE_ALL, name: 'Discount on what is credited', amount: taken })
