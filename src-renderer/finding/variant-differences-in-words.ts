import type { CostKind } from '#shared/cost-kind.ts'
import { isOne, money, plural, wholeCredits } from '#renderer/format/figures.ts'
import { signedMoney, signOf } from '#renderer/format/signed.ts'
import { costKindInSentence } from './cost-kinds.ts'
import { figureOrder } from './figure-order.ts'
import { lostVerb } from './lost-kinds.ts'
import { type BilledVariant, differenceReasons, differenceTitle } from './variants-in-words.ts'

/** As many kinds of money, or of lost credits, as a sentence holds. */
const MOST_TOLD = 4

function some(parts: readonly string[]): string {
  const [told, left] = [parts.slice(0, MOST_TOLD).join(', '), parts.slice(MOST_TOLD)]
  return left.length === 0 ? told : `${told} and ${plural(left.length, 'other')}`
}

const partOf =
  (currency: string) =>
  ({ kind, amount }: { readonly kind: CostKind; readonly amount: string }): string =>
    `${costKindInSentence(kind)} ${signedMoney(amount, currency)}`

function lostPart({ kind, credits }: BilledVariant['differences']['lost'][number], place: number): string {
  const { sign, size } = signOf(credits)
  const count = wholeCredits(size)
  const one = isOne(count)
  const what = place > 0 ? '' : one ? ' credit' : ' credits'
  return `${count} ${sign === 'less' ? 'fewer' : 'more'}${what} ${lostVerb(kind, one)}`
}

/**
 * What one variant has otherwise than the baseline, by kind of money and of lost credits, those that weigh most first:
 * `$156.00 less: overage −$1,080.00, subscription +$924.00; 200,000 more credits expire.`
 */
export function variantSentence({ difference, differences, currency }: BilledVariant): string {
  const { sign, size } = signOf(difference)
  const whole = sign === 'same' ? 'Costs no more and no less' : `${money(size, currency)} ${sign}`
  const kinds = differences.money.map(partOf(currency))
  const lost =
    differences.lost.length === 0 ? 'the same credits are lost' : some(differences.lost.map(lostPart))
  return `${whole}${kinds.length === 0 ? '' : `: ${some(kinds)}`}; ${lost}.`
}

const isMore = ({ difference }: BilledVariant): boolean => signOf(difference).sign === 'more'
const isLess = ({ difference }: BilledVariant): boolean => signOf(difference).sign === 'less'

/** What all variants show beside the baseline, over their chart: the one that saves most, and the one that costs most. */
export function spreadTitle(
  variants: readonly BilledVariant[],
  baseline: Pick<BilledVariant, 'name'>,
): string {
  const [only, ...others] = variants
  if (only !== undefined && others.length === 0) return differenceTitle(only, baseline)
  const inOrder = variants.toSorted((one, other) => figureOrder(one.difference, other.difference))
  const [least, most] = [inOrder.find(isLess), inOrder.findLast(isMore)]
  const sizeOf = ({ difference, currency }: BilledVariant) => money(signOf(difference).size, currency)
  if (least !== undefined && most !== undefined)
    return `${least.name} costs ${sizeOf(least)} less than ${baseline.name}, ${most.name} ${sizeOf(most)} more`
  if (most !== undefined)
    return `None costs less than ${baseline.name}; ${most.name} costs most, ${sizeOf(most)} more`
  if (least !== undefined)
    return `None costs more than ${baseline.name}; ${least.name} costs least, ${sizeOf(least)} less`
  return `All cost as much as ${baseline.name}`
}

/** What the sentences and bars are of. */
export function spreadNote(
  variants: readonly BilledVariant[],
  baseline: Pick<BilledVariant, 'name'>,
  months: number,
): string {
  const [only, ...others] = variants
  return only !== undefined && others.length === 0
    ? differenceReasons(only, months)
    : `Over ${plural(months, 'month')}, each beside ${baseline.name}, by kind of money and of lost credits`
}
