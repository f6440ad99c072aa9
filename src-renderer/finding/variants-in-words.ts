import type { VariantCost } from '#shared/analysis.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
import { signOf } from '#renderer/format/signed.ts'
import { COST_KINDS, TAKEN_OFF } from './cost-kinds.ts'
import { creditsOf, listed } from './counted.ts'
import { figureOrder } from './figure-order.ts'
import { lostAs } from './lost-kinds.ts'

export type BilledVariant = Extract<VariantCost, { kind: 'billed' }>

/** The variants by their ranks, and those that cannot be compared behind them. */
export function inRank(costs: readonly VariantCost[]): readonly VariantCost[] {
  const billed = costs.filter((cost) => cost.kind === 'billed')
  const ranked = costs.flatMap((_cost, index) => billed.filter(({ rank }) => rank === index + 1))
  return [...ranked, ...costs.filter((cost) => cost.kind === 'refused')]
}

const isBilled = (cost: VariantCost): cost is BilledVariant => cost.kind === 'billed'

/** As many names as a title holds. */
const MOST_NAMED = 3

/** Who ranks first and what that costs, over the table of all. */
export function rankTitle(costs: readonly VariantCost[]): string {
  const ranked = inRank(costs).filter(isBilled)
  const [first, second] = ranked
  if (first === undefined) return 'None of these can be billed'
  const cost = `${money(first.monthly, first.currency)} a month`
  if (second === undefined) return `${first.name}: ${cost}`
  const best = ranked.filter(({ rank }) => rank === 1)
  const names =
    best.length > MOST_NAMED ? plural(best.length, 'variant') : listed(best.map(({ name }) => name))
  const least = isZero(first.cost.blockedCredits) ? 'serves all work for least' : 'blocks least work'
  return best.length > 1 ? `${names} come to the same: ${cost}` : `${names} ${least}: ${cost}`
}

/** The variant that a sentence about differences is of: the best one that is not the baseline. */
export const besideBaseline = (costs: readonly VariantCost[]): BilledVariant | undefined =>
  inRank(costs)
    .filter(isBilled)
    .find(({ isBaseline }) => !isBaseline)

export const baselineAmong = (costs: readonly VariantCost[]): BilledVariant | undefined =>
  costs.filter(isBilled).find(({ isBaseline }) => isBaseline)

/** `Pro costs $13.00 a month less than Creator` */
export function differenceTitle(variant: BilledVariant, baseline: Pick<BilledVariant, 'name'>): string {
  const { sign, size } = signOf(variant.differences.monthly)
  if (sign !== 'same')
    return `${variant.name} costs ${money(size, variant.currency)} a month ${sign} than ${baseline.name}`
  const whole = signOf(variant.difference)
  return whole.sign === 'same'
    ? `${variant.name} costs as much as ${baseline.name}`
    : `${variant.name} costs ${money(whole.size, variant.currency)} ${whole.sign} than ${baseline.name} in all`
}

/** As many kinds as a sentence holds in either direction. */
const MOST_TOLD = 3

/** Why: `Over 12 months: $1,080.00 less overage against $924.00 more subscription.` */
export function differenceReasons(
  { differences: { money: kinds }, difference, currency }: BilledVariant,
  months: number,
): string {
  const ways = { more: new Array<string>(), less: new Array<string>() }
  for (const { kind, amount } of kinds) {
    const { sign, size } = signOf(amount)
    if (sign === 'same') continue
    const isLess = TAKEN_OFF.has(kind) ? sign === 'more' : sign === 'less'
    ways[sign].push(`${money(size, currency)} ${isLess ? 'less' : 'more'} ${wordOf(COST_KINDS[kind])}`)
  }
  const [first, second] = signOf(difference).sign === 'less' ? [ways.less, ways.more] : [ways.more, ways.less]
  const sides = [first, second].filter((side) => side.length > 0)
  return sides.length === 0
    ? `Alike in every kind of money over ${plural(months, 'month')}.`
    : `Over ${plural(months, 'month')}: ${sides.map((side) => listed(told(side))).join(' against ')}.`
}

const told = (parts: readonly string[]): readonly string[] =>
  parts.length > MOST_TOLD ? [...parts.slice(0, MOST_TOLD), 'others'] : parts

const wordOf = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** What the lost credits show, over their chart: the largest difference there is, of one kind with one variant. */
export function lostTitle(
  variants: readonly BilledVariant[],
  baseline: Pick<BilledVariant, 'name'>,
): string | null {
  const largest = variants
    .flatMap(({ name, differences }) =>
      differences.lost.map(({ kind, credits }) => ({ name, kind, ...signOf(credits) })),
    )
    .toSorted((one, other) => figureOrder(other.size, one.size))
    .at(0)
  if (largest === undefined) return null
  const { name, kind, sign, size } = largest
  return `${name}: ${creditsOf(size)} ${sign === 'less' ? 'fewer' : 'more'} ${lostAs(kind)} than with ${baseline.name}`
}
