import type { MonthCost } from '#shared/comparison.ts'
import { credits, currencySign, exactAmount, isZero } from '#renderer/format/figures.ts'
import { COST_SERIES, CREDIT_SERIES, LEFT_LABEL } from './month-series.ts'
import { ReadoutCard } from './ReadoutCard.tsx'

/** One month's bill and credits, exactly and under their units, beside the month that is pointed at. */
export function MonthReadout({
  month,
  currency,
  x,
  right,
}: {
  readonly month: MonthCost
  readonly currency: string
  readonly x: number
  readonly right: number
}) {
  const money = COST_SERIES.map(({ label, exact }) => ({ label, text: exactAmount(exact(month)) }))
  const uses = CREDIT_SERIES.filter(({ exact }) => !isZero(exact(month))).map(({ label, exact }) => ({
    label,
    text: credits(exact(month)),
  }))
  return (
    <ReadoutCard
      title={`Month ${String(month.month)}`}
      groups={[
        { unit: currencySign(currency), figures: money },
        { unit: 'Credits', figures: [...uses, { label: LEFT_LABEL, text: credits(month.closingCredits) }] },
      ]}
      x={x}
      right={right}
    />
  )
}
