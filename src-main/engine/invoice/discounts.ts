import type { Instant } from '../calendar/civil.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { isNegative, lesser, minus, plus, type Rational, sumOf, times, whole } from '../exact/rational.ts'
import type { Draft, DraftLine } from './draft.ts'
import { CoveredTerm, type CreditedLines } from './covered-term.ts'
import type { CompiledDiscount } from './invoicing.ts'
import { familyOf } from './line-family.ts'
import type { Rounding } from './rounding.ts'

/** A discount that was agreed or redeemed, and how many invoices it may still take something from. */
interface Turn {
  readonly discount: CompiledDiscount
  readonly from: Instant
  invoicesLeft: number
}

/** A coupon redeemed at an instant. */
export interface Redemption {
  readonly at: Instant
  readonly coupon: CompiledDiscount
}

/**
 * Takes discounts off invoices, one after the other: those of the scenario in its order, then coupons in the order
 * they were redeemed. Each is worked out on what those before it left, and split over the lines it applies to.
 */
export function takeDiscounts(
  drafts: readonly Draft[],
  discounts: readonly CompiledDiscount[],
  redemptions: readonly Redemption[],
  rounding: Rounding,
): readonly Draft[] {
  const turns: readonly Turn[] = [
    ...discounts.map((discount) => turnOf(discount, discount.from)),
    ...redemptions.map(({ at, coupon }) => turnOf(coupon, Math.max(at, coupon.from))),
  ]
  if (turns.length === 0 && !drafts.some(hasRefund)) return drafts
  const covered = new CoveredTerm()
  return drafts.map(({ at, lines }) => {
    const credited = covered.credit(lines, rounding)
    const taken = turns.reduce<readonly DraftLine[]>(
      (left, turn, index) =>
        at < turn.from || turn.invoicesLeft === 0
          ? left
          : takeTurn(left, turn, index, credited.earlier, rounding),
      credited.lines,
    )
    covered.remember(taken)
    return { at, lines: taken }
  })
}

/** A refund is of what was charged for the term, which is known only here. */
const hasRefund = ({ lines }: Draft): boolean => lines.some(({ charge }) => charge.isRefund === true)

const turnOf = (discount: CompiledDiscount, from: Instant): Turn => ({
  discount,
  from,
  invoicesLeft: discount.invoices,
})

/** `earlier`: what credits give back of earlier invoices; it was discounted with them, and lowers nothing here. */
function takeTurn(
  lines: readonly DraftLine[],
  turn: Turn,
  index: number,
  earlier: CreditedLines['earlier'],
  rounding: Rounding,
): readonly DraftLine[] {
  const { discount } = turn
  const left = lines.map(afterDiscounts)
  const applies = lines.map(({ charge }) => discount.appliesTo.has(familyOf(charge.kind)))
  const base = minus(
    sumOf(left.filter((_, place) => applies[place])),
    sumOf(lines.flatMap((line, place) => (applies[place] ? (earlier.get(line) ?? []) : []))),
  )
  const amount = lesser(asked(discount.value, base, sumOf(left), rounding), base)
  // No line goes below zero by a discount, and one that finds nothing to take is not used up.
  if (isNegative(amount) || amount.numerator === 0n) return lines
  turn.invoicesLeft -= 1
  const parts = rounding.split(
    amount,
    weightsOf(lines).map((weight, place) => (applies[place] ? weight : whole(0))),
  )
  return lines.map((line, place) => {
    const part = parts[place]
    if (part === undefined || part.numerator === 0n) return line
    return { ...line, discounts: [...line.discounts, { turn: index, name: discount.name, amount: part }] }
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

/** What is left of a line once its discounts are taken. */
export const afterDiscounts = ({ amount, discounts }: DraftLine): Rational =>
  discounts.length === 0 ? amount : minus(amount, sumOf(discounts.map((discount) => discount.amount)))
