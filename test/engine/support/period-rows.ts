import type { PeriodResult } from '#shared/run-result.ts'

/** Opening + granted = used + expired + forfeited + closing; each in credits, as a row of a table. */
export const creditRows = (periods: readonly PeriodResult[]): readonly (readonly number[])[] =>
  periods.map((period) =>
    [
      period.openingCredits,
      period.grantedCredits,
      period.poolCredits,
      period.expiredCredits,
      period.forfeitedCredits,
      period.closingCredits,
    ].map(Number),
  )

/** Usage = from the pool + overage + blocked. */
export const usageRows = (
  periods: readonly PeriodResult[],
): readonly (readonly [number, number, number, number, string | null])[] =>
  periods.map((period) => [
    Number(period.usage),
    Number(period.poolCredits),
    Number(period.overageCredits),
    Number(period.blockedCredits),
    period.blockedBecause[0]?.cause ?? null,
  ])
