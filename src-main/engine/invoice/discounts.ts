import type { Instant } from '../calendar/civil.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { isNegative, lesser, minus, type Rational, sumOf, times, whole } from '../exact/rational.ts'
import type { Draft, DraftLine } from './bill.ts'
import { CoveredTerm } from './covered-term.ts'
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
  if (turns.length === 0) return drafts
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

const turnOf = (discount: CompiledDiscount, from: Instant): Turn => ({
  discount,
  from,
  invoicesLeft: discount.invoices,
})

/** `earlier`: credits for what earlier invoices charged; they were discounted with it, and lower nothing here. */
function takeTurn(
  lines: readonly DraftLine[],
  turn: Turn,
  index: number,
  earlier: ReadonlySet<DraftLine>,
  rounding: Rounding,
): readonly DraftLine[] {
  const { discount } = turn
  const left = lines.map(afterDiscounts)
  const applies = lines.map(({ charge }) => discount.appliesTo.has(familyOf(charge.kind)))
  const base = sumOf(left.filter((_, place) => applies[place] && !isEarlier(lines[place], earlier)))
  const amount = lesser(asked(discount.value, base, sumOf(left), rounding), base)
  // No line goes below zero by a discount, and one that finds nothing to take is not used up.
  if (isNegative(amount) || amount.numerator === 0n) return lines
  turn.invoicesLeft -= 1
  const weights = left.map((rest, place) => (applies[place] && !isNegative(rest) ? rest : whole(0)))
  const parts = rounding.split(amount, weights)
  return lines.map((line, place) => {
    const part = parts[place]
    if (part === undefined || part.numerator === 0n) return line
    return { ...line, discounts: [...line.discounts, { turn: index, name: discount.name, amount: part }] }
  })
}

const isEarlier = (line: DraftLine | undefined, earlier: ReadonlySet<DraftLine>): boolean =>
  line !== undefined && earlier.has(line)

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
