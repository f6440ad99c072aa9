import type { Instant } from '../calendar/civil.ts'
import type { BroughtForward } from './brought-forward.ts'
import { CoveredTerm } from './covered-term.ts'
import { takeTurn, type Turn } from './discount-turn.ts'
import type { Draft, DraftLine } from './draft.ts'
import type { CompiledDiscount, Invoicing } from './invoicing.ts'
import type { Rounding } from './rounding.ts'

/** A coupon redeemed at an instant. */
export interface Redemption {
  readonly at: Instant
  readonly coupon: CompiledDiscount
}

/** What discounts need besides the invoices. */
interface DiscountRecord {
  readonly redemptions: readonly Redemption[]
  readonly broughtForward: BroughtForward
}

/**
 * Takes discounts off invoices, one after the other: those of the scenario in its order, then coupons in the order
 * they were redeemed. Each is worked out on what those before it left, and split over the lines it applies to. Overage
 * that a threshold brings forward is discounted with the rest of its charge, as one invoice: each time, what a discount
 * comes to on all of it so far is taken, less what was taken. What was issued stays as it is: no discount of it is taken
 * back, and one that holds later is not taken off it.
 */
export function takeDiscounts(
  drafts: readonly Draft[],
  { discounts, fixedDiscount }: Pick<Invoicing, 'discounts' | 'fixedDiscount'>,
  { redemptions, broughtForward }: DiscountRecord,
  rounding: Rounding,
): readonly Draft[] {
  const turns = [
    ...discounts.map((discount) => ({ discount, from: discount.from })),
    ...redemptions.map(({ at, coupon }) => ({ discount: coupon, from: Math.max(at, coupon.from) })),
  ].map(({ discount, from }, place): Turn => ({
    discount,
    place,
    from,
    invoicesLeft: discount.invoices,
    seen: new Map(),
  }))
  if (turns.length === 0 && !drafts.some(hasRefund)) return drafts
  const covered = new CoveredTerm()
  return drafts.map(({ at, lines }) => {
    const { lines: credited, earlier } = covered.credit(lines, rounding)
    const dueOf = ({ charge }: DraftLine): Instant =>
      charge.isEarly === true ? (broughtForward.get(charge)?.due ?? at) : at
    const taken = turns.reduce<readonly DraftLine[]>((left, turn) => {
      if (at < turn.from) return left
      if (turn.discount.value.kind === 'amount' && fixedDiscount === 'everyInvoice')
        return takeTurn({ lines: left, earlier, due: at }, turn, rounding)
      return byDue(left, dueOf, (part, due) => takeTurn({ lines: part, earlier, due }, turn, rounding))
    }, credited)
    covered.remember(taken)
    return { at, lines: taken }
  })
}

/** A refund is of what was charged for the term, which is known only here. */
const hasRefund = ({ lines }: Draft): boolean => lines.some(({ charge }) => charge.isRefund === true)

/** Changes the lines that fall due at one time together; every line keeps its place. */
function byDue(
  lines: readonly DraftLine[],
  dueOf: (line: DraftLine) => Instant,
  change: (lines: readonly DraftLine[], due: Instant) => readonly DraftLine[],
): readonly DraftLine[] {
  const dues = lines.map(dueOf)
  return [...new Set(dues)].reduce<readonly DraftLine[]>((before, due) => {
    const isPart = (_: DraftLine, place: number) => dues[place] === due
    const changed = change(before.filter(isPart), due).values()
    return before.map((line, place) => (isPart(line, place) ? (changed.next().value ?? line) : line))
  }, lines)
}
