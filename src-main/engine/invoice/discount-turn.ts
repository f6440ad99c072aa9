import type { Instant } from '../calendar/civil.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import {
  isNegative,
  lesser,
  minus,
  plus,
  type Rational,
  reduced,
  sumOf,
  times,
  whole,
} from '../exact/rational.ts'
import type { CreditedLines } from './covered-term.ts'
import { afterDiscounts, type DraftLine, reducedBy } from './draft.ts'
import type { CompiledDiscount } from './invoicing.ts'
import { familyOf } from './line-kinds.ts'
import type { Rounding } from './rounding.ts'

/** A discount that was agreed or redeemed. */
export interface Turn {
  readonly discount: CompiledDiscount
  /** Its place in the order in which discounts are taken. */
  readonly place: number
  readonly from: Instant
  /** How many invoices it may still take something from; those that share a charge are one. */
  invoicesLeft: number
  /** What it has seen so far of what falls due at an instant: of a charge that is invoiced in parts, all of them. */
  readonly seen: Map<Instant, Seen>
}

/** What there was to discount, of the lines a discount is meant for and of all, and what it took. */
interface Seen {
  readonly base: Rational
  readonly sum: Rational
  readonly taken: Rational
}

const NOTHING: Seen = { base: whole(0), sum: whole(0), taken: whole(0) }

/** An invoice, or the lines of it that belong to what falls due at another time. */
export interface Discountable {
  readonly lines: readonly DraftLine[]
  /** What credits give back of earlier invoices; it was discounted with them, and lowers nothing here. */
  readonly earlier: CreditedLines['earlier']
  /** When all of it has fallen due. */
  readonly due: Instant
}

/** Takes a discount off the lines, less what was taken of the same charge before; none of them goes below zero. */
export function takeTurn(
  { lines, earlier, due }: Discountable,
  turn: Turn,
  rounding: Rounding,
): readonly DraftLine[] {
  const { discount, place, seen } = turn
  const before = seen.get(due) ?? NOTHING
  const isNewInvoice = before.taken.numerator === 0n
  if (isNewInvoice && turn.invoicesLeft === 0) return lines
  const isMeant = ({ charge }: DraftLine) => discount.appliesTo.has(familyOf(charge.kind))
  const meant = lines.filter(isMeant)
  const here = minus(
    sumOf(meant.map(afterDiscounts)),
    sumOf(meant.flatMap((line) => earlier.get(line) ?? [])),
  )
  const base = sumOf([before.base, here])
  const sum = sumOf([before.sum, ...lines.map(afterDiscounts)])
  const inAll = lesser(asked(discount.value, base, sum, rounding), base)
  const amount = reduced(lesser(minus(inAll, before.taken), here))
  // One that finds nothing to take is not used up.
  const isTaken = !isNegative(amount) && amount.numerator !== 0n
  seen.set(due, { base, sum, taken: isTaken ? sumOf([before.taken, amount]) : before.taken })
  if (!isTaken) return lines
  if (isNewInvoice) turn.invoicesLeft -= 1
  const weights = weightsOf(lines)
  const parts = rounding.split(
    amount,
    lines.map((line, index) => (isMeant(line) ? (weights[index] ?? whole(0)) : whole(0))),
  )
  return lines.map((line, index) => {
    const part = parts[index]
    if (part === undefined || part.numerator === 0n) return line
    return reducedBy(line, { turn: place, name: discount.name, amount: part })
  })
}

/** What is left to take of each line: nothing of a credit, and of a subscription's price what its offer left. */
function weightsOf(lines: readonly DraftLine[]): readonly Rational[] {
  const offers = sumOf(lines.filter(({ charge }) => charge.kind === 'offer').map(afterDiscounts))
  return lines.map((line) => {
    const rest = afterDiscounts(line)
    if (isNegative(rest)) return whole(0)
    return line.charge.kind === 'subscription' ? plus(rest, offers) : rest
  })
}

/**
 * A percentage is of the lines. An amount is the invoice's: what other lines give back leaves it less to take, so that
 * it never makes a credit note of an invoice, nor a larger one of a credit note.
 */
function asked(
  value: CompiledDiscount['value'],
  base: Rational,
  invoice: Rational,
  rounding: Rounding,
): Rational {
  return value.kind === 'amount'
    ? lesser(rounding.settle(whole(value.amount)), invoice)
    : rounding.settle(times(base, value.percentMicros, WHOLE_PERCENT))
}
