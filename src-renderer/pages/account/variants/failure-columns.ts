import type { BilledFailures } from '#renderer/finding/failures-in-words.ts'
import { causeInLine } from '#renderer/finding/block-causes.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import { credits } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'

export type FailureColumn = Column<BilledFailures>

const causesOf = ({ blocked }: BilledFailures): string | undefined =>
  blocked.causes.length === 0
    ? undefined
    : blocked.causes.map(({ cause, credits: lost }) => `${causeInLine(cause)} ${credits(lost)}`).join(', ')

/** What a plan comes to with overage off, and with overage on. */
export const failureColumns = (sign: string) =>
  ({
    offTotal: moneyColumn(sign, { id: 'offTotal', header: 'Total', figure: ({ blocked }) => blocked.total }),
    blocked: creditColumn({
      id: 'blocked',
      header: 'Blocked',
      about: LOST_ABOUTS.blocked,
      figure: ({ blocked }) => blocked.blockedCredits,
    }),
    causes: {
      id: 'causes',
      header: 'By cause',
      text: (row) => causesOf(row) ?? NO_FIGURE,
      hint: causesOf,
    },
    onTotal: moneyColumn(sign, {
      id: 'onTotal',
      header: 'Total',
      figure: ({ overflow }) => overflow?.total ?? null,
    }),
    overage: moneyColumn(sign, {
      id: 'overage',
      header: 'Overage',
      figure: ({ overflow }) => overflow?.overage ?? null,
    }),
    still: creditColumn({
      id: 'still',
      header: 'Blocked still',
      about: 'By ceilings and limits, by the spend limit, for want of a seat.',
      figure: ({ overflow }) => overflow?.blockedCredits ?? null,
    }),
  }) satisfies Readonly<Record<string, FailureColumn>>

/** What a copy takes: each heading says of which side it is. */
export function copiedFailures(
  { offTotal, blocked, causes, onTotal, overage, still }: ReturnType<typeof failureColumns>,
  nameOf: (plan: string) => string,
): readonly FailureColumn[] {
  const side = (columns: readonly FailureColumn[], overageIs: string): readonly FailureColumn[] =>
    columns.map((column) => ({ ...column, header: `${column.header}, overage ${overageIs}` }))
  return [
    { id: 'plan', header: 'Plan', text: ({ plan }) => nameOf(plan) },
    ...side([offTotal, blocked, causes], 'off'),
    ...side([onTotal, overage, still], 'on'),
  ]
}
