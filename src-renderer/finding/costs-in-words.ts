import type { CostDimension, CostShare } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { day, isZero, money, wholeCredits } from '#renderer/format/figures.ts'
import { figureOrder } from './figure-order.ts'

interface DimensionWords {
  readonly name: string
  /** What usage that names none is called. */
  readonly none: string
}

export const DIMENSIONS: Readonly<Record<CostDimension, DimensionWords>> = {
  company: { name: 'Company', none: 'no company named' },
  apiKey: { name: 'API key', none: 'no key named' },
  member: { name: 'Member', none: 'no member named' },
  product: { name: 'Product', none: 'no product named' },
  model: { name: 'Model', none: 'no model named' },
  workspace: { name: 'Workspace', none: 'no workspace named' },
  day: { name: 'Day', none: 'no day: fees nobody used' },
  period: { name: 'Billing period', none: 'no period: fees nobody used' },
}

export const isDimension = (text: string): text is CostDimension => Object.hasOwn(DIMENSIONS, text)

export const DIMENSION_CHOICES = Object.entries(DIMENSIONS).map(([value, { name }]) => ({
  value,
  label: name,
}))

/** `Costs by member and product` */
export const costsBy = (dimensions: readonly CostDimension[]): string =>
  `Costs by ${dimensions.map((dimension) => DIMENSIONS[dimension].name.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())).join(' and ')}`

/** Money for a time in which nobody used anything. */
const isOfNobody = ({ values, requests, credits, cost }: CostShare): boolean =>
  values.every((value) => value === null) && requests === 0 && isZero(credits) && !isZero(cost)

/** What one value of a share is called. */
export function valueInWords(
  share: CostShare,
  place: number,
  dimension: CostDimension,
  { workspaces }: Pick<ResultSummary, 'workspaces'>,
): string {
  if (isOfNobody(share)) return 'fees nobody used'
  const value = share.values[place] ?? null
  if (value === null) return DIMENSIONS[dimension].none
  switch (dimension) {
    case 'workspace':
      return workspaces.find(({ id }) => id === value)?.name ?? value
    case 'day':
      return day(value)
    case 'period':
      return `Period ${value}`
    case 'apiKey':
    case 'company':
    case 'member':
    case 'product':
    case 'model':
      return value
  }
}

/** The share that cost most; the first of several that cost the same. */
const dearest = (shares: readonly CostShare[]): CostShare | undefined =>
  shares.reduce<CostShare | undefined>(
    (best, share) => (best === undefined || figureOrder(best.cost, share.cost) < 0 ? share : best),
    undefined,
  )

/** A share by all that it is told apart by, to begin a sentence with. */
function nameOf(
  share: CostShare,
  dimensions: readonly CostDimension[],
  opened: Pick<ResultSummary, 'workspaces'>,
): string {
  if (isOfNobody(share)) return 'Fees nobody used'
  const words = dimensions.map((dimension, place) => valueInWords(share, place, dimension, opened))
  return share.values[0] === null ? `Usage with ${words.join(', ')}` : words.join(', ')
}

/** Who or what cost most. */
export function costsTitle(
  shares: readonly CostShare[],
  dimensions: readonly CostDimension[],
  opened: Pick<ResultSummary, 'workspaces' | 'currency'> & {
    readonly totals: Pick<ResultSummary['totals'], 'total'>
  },
): string {
  const most = dearest(shares)
  if (most === undefined) return 'No costs: nothing was used and nothing charged'
  const written = (cost: string): string => money(cost, opened.currency)
  const total = written(opened.totals.total)
  if (isZero(most.cost)) return `Nothing cost anything: ${total} was invoiced`
  const who = nameOf(most, dimensions, opened)
  if (shares.length === 1) return `All of ${total}: ${who}`
  // As they are read: a share is worked out finer than it is written.
  const alike = shares.filter(({ cost }) => written(cost) === written(most.cost)).length
  if (alike === shares.length)
    return `All ${wholeCredits(alike)} cost the same: ${written(most.cost)} of ${total} each`
  if (alike > 1)
    return `${wholeCredits(alike)} cost most, ${who} among them: ${written(most.cost)} of ${total} each`
  return `${who} cost most: ${written(most.cost)} of ${total}`
}
