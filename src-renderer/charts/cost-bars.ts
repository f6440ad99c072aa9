import type { CostKind } from '#shared/cost-kind.ts'
import type { PeriodCost } from '#shared/period-costs.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { StackFigures } from './stack-plot.ts'

/** What the money of a stretch is for, as numbers for drawing. */
export const costFigures = ({ kinds }: PeriodCost['billed']): StackFigures<CostKind> =>
  Object.fromEntries(kinds.map(({ kind, amount }) => [kind, Number(amount)]))

export type CreditFigure = BlockCause | 'expired' | 'forfeited'

/** What was held back, by cause, and down from zero what was lost unused. */
export const shortFigures = (row: PeriodCost): StackFigures<CreditFigure> => ({
  ...Object.fromEntries(row.blockedBecause.map(({ cause, credits }) => [cause, Number(credits)])),
  expired: -Number(row.expiredCredits),
  forfeited: -Number(row.forfeitedCredits),
})

/** All money up to the end of each stretch. */
export const soFar = (rows: readonly PeriodCost[], basis: 'billed' | 'attributable'): readonly number[] =>
  rows.map((row) => Number(basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable))
