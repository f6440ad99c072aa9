import type { CostDimension, CostShare } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { DIMENSIONS, valueInWords } from '#renderer/finding/costs-in-words.ts'
import { figureOrder } from '#renderer/finding/figure-order.ts'
import { amount, credits, exactAmount } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn } from '#renderer/tables/figure-columns.ts'

type Of = Pick<ResultSummary, 'workspaces'>

/** One column a dimension, with what each share is called along it. */
export const nameColumns = (dimensions: readonly CostDimension[], of: Of): readonly Column<CostShare>[] =>
  dimensions.map((dimension, place) => ({
    id: dimension,
    header: DIMENSIONS[dimension].name,
    text: (share) => valueInWords(share, place, dimension, of),
    hint: (share) => valueInWords(share, place, dimension, of),
    faint: (share) => (share.values[place] ?? null) === null,
  }))

/** A figure of costs, and which of two shares has less of it. */
export interface CostFigure extends Column<CostShare> {
  readonly order: (one: CostShare, other: CostShare) => number
}

const CREDITS = creditColumn<CostShare>({
  id: 'credits',
  header: 'Credits',
  about: 'What was served, from the credits on hand and beyond them.',
  figure: (share) => share.credits,
})
const OVERAGE = creditColumn<CostShare>({
  id: 'overage',
  header: 'Overage',
  figure: (share) => share.overageCredits,
})

export const costFigures = (sign: string): readonly CostFigure[] => [
  {
    id: 'requests',
    header: 'Requests',
    about: 'Of usage events; modelled usage has no requests to count.',
    numeric: true,
    figure: ({ requests }) => String(requests),
    text: ({ requests }) => credits(requests),
    order: (one, other) => figureOrder(String(one.requests), String(other.requests)),
  },
  { ...CREDITS, order: (one, other) => figureOrder(one.credits, other.credits) },
  { ...OVERAGE, order: (one, other) => figureOrder(one.overageCredits, other.overageCredits) },
  {
    id: 'cost',
    header: 'Cost',
    about: 'Overage where it fell, fees by share of the credits used in the time they pay for.',
    unit: sign,
    numeric: true,
    figure: ({ cost }) => cost,
    text: ({ cost }) => amount(cost),
    hint: ({ cost }) => exactAmount(cost),
    order: (one, other) => figureOrder(one.cost, other.cost),
  },
]

/** How shares are sorted: as the engine tells them where no figure is chosen. */
export interface CostSort {
  readonly by: string | null
  readonly down: boolean
}

/** What a person presses first shows the largest, then the smallest, then the order of what is named. */
export function nextSort(sort: CostSort, by: string): CostSort {
  if (sort.by !== by) return { by, down: true }
  return sort.down ? { by, down: false } : { by: null, down: false }
}

export function sortedShares(
  shares: readonly CostShare[],
  figures: readonly CostFigure[],
  { by, down }: CostSort,
): readonly CostShare[] {
  const figure = figures.find(({ id }) => id === by)
  if (figure === undefined) return shares
  return shares.toSorted((one, other) => (down ? figure.order(other, one) : figure.order(one, other)))
}
