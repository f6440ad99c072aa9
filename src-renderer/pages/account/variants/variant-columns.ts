import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import type { BilledVariant } from '#renderer/finding/variants-in-words.ts'
import { signedAmount } from '#renderer/format/signed.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'

type Figure = (variant: BilledVariant) => string

/** More or less than the baseline, which has nothing to differ by. */
const differenceColumn = (
  sign: string,
  column: { readonly id: string; readonly header: string; readonly about: string },
  figure: Figure,
): Column<BilledVariant> => ({
  ...column,
  unit: sign,
  numeric: true,
  figure: (variant) => (variant.isBaseline ? null : figure(variant)),
  text: (variant) => (variant.isBaseline ? NO_FIGURE : signedAmount(figure(variant))),
})

/** The figures of the ranking. */
export const variantColumns = (sign: string): readonly Column<BilledVariant>[] => [
  moneyColumn(sign, { id: 'total', header: 'Total', figure: ({ cost }) => cost.total }),
  moneyColumn(sign, { id: 'monthly', header: 'A month', figure: ({ monthly }) => monthly }),
  differenceColumn(
    sign,
    { id: 'monthlyDifference', header: '± a month', about: 'A month less that of the baseline.' },
    ({ differences }) => differences.monthly,
  ),
  differenceColumn(
    sign,
    { id: 'difference', header: '± in all', about: 'The total less that of the baseline.' },
    ({ difference }) => difference,
  ),
  creditColumn({
    id: 'blocked',
    header: 'Blocked',
    about: LOST_ABOUTS.blocked,
    figure: ({ cost }) => cost.blockedCredits,
  }),
  creditColumn({
    id: 'expired',
    header: 'Expired',
    about: LOST_ABOUTS.expired,
    figure: ({ cost }) => cost.expiredCredits,
  }),
  creditColumn({
    id: 'forfeited',
    header: 'Forfeited',
    about: LOST_ABOUTS.forfeited,
    figure: ({ cost }) => cost.forfeitedCredits,
  }),
]

/** Dated changes that could not be made when their time came: in the table they are told below the name. */
const REFUSED: Column<BilledVariant> = {
  id: 'refusals',
  header: 'Refused',
  unit: 'changes',
  numeric: true,
  figure: ({ refusals }) => String(refusals.length),
  text: ({ refusals }) => (refusals.length === 0 ? NO_FIGURE : String(refusals.length)),
}

/** What a copy takes. */
export const copyColumns = (columns: readonly Column<BilledVariant>[]): readonly Column<BilledVariant>[] => [
  { id: 'rank', header: 'Rank', text: ({ rank }) => String(rank) },
  { id: 'name', header: 'Variant', text: ({ name }) => name },
  ...columns,
  REFUSED,
]
