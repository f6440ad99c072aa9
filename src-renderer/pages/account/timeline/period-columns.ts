import type { PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import { costKindName } from '#renderer/finding/cost-kinds.ts'
import { causeInLine } from '#renderer/finding/block-causes.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import { spanInWords } from '#renderer/finding/span-in-words.ts'
import { type CostBasis, ranOutIn } from '#renderer/finding/timeline-title.ts'
import { isZero } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'

const NONE = '0.00'

/** The causes that hold anything back in some row, in the order in which they first do. */
export const causesIn = (rows: readonly PeriodCost[]) => [
  ...new Set(rows.flatMap(({ blockedBecause }) => blockedBecause.map(({ cause }) => cause))),
]

export const hasAny = (rows: readonly PeriodCost[], figure: (row: PeriodCost) => string): boolean =>
  rows.some((row) => !isZero(figure(row)))

/** The table of the timeline: the same figures as its picture, those left out that are nothing in every row. */
export function periodColumns(
  { rows, kinds, by }: PeriodCosts,
  basis: CostBasis,
  sign: string,
): readonly Column<PeriodCost>[] {
  const lost = [
    {
      id: 'expired',
      header: 'Expired',
      about: LOST_ABOUTS.expired,
      figure: (row: PeriodCost) => row.expiredCredits,
    },
    {
      id: 'forfeited',
      header: 'Forfeited',
      about: LOST_ABOUTS.forfeited,
      figure: (row: PeriodCost) => row.forfeitedCredits,
    },
  ].filter(({ figure }) => hasAny(rows, figure))
  return [
    { id: 'span', header: by === 'period' ? 'Billing period' : 'Month', text: spanInWords },
    ...kinds.map((kind) =>
      moneyColumn(sign, {
        id: kind,
        header: costKindName(kind),
        figure: (row: PeriodCost) => row[basis].kinds.find((known) => known.kind === kind)?.amount ?? NONE,
      }),
    ),
    moneyColumn(sign, { id: 'total', header: 'Total', figure: (row) => row[basis].total }),
    moneyColumn(sign, {
      id: 'soFar',
      header: 'So far',
      about: 'All of it from the start of the run to the end of the row.',
      figure: (row) => (basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable),
    }),
    {
      id: 'ranOut',
      header: 'Credits ran out',
      text: (row) => {
        const at = ranOutIn(row)
        return at === null ? NO_FIGURE : instant(at)
      },
    },
    ...causesIn(rows).map((cause) =>
      creditColumn({
        id: cause,
        header: `Blocked: ${causeInLine(cause)}`,
        about: LOST_ABOUTS.blocked,
        figure: (row: PeriodCost) =>
          row.blockedBecause.find((blocked) => blocked.cause === cause)?.credits ?? '0',
      }),
    ),
    ...lost.map((column) => creditColumn(column)),
  ]
}
