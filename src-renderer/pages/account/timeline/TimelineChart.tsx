import { memo, useMemo } from 'react'
import type { PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import { creditAxis, moneyAxis } from '#renderer/charts/axis-words.ts'
import { costFigures, type CreditFigure, shortFigures, soFar } from '#renderer/charts/cost-bars.ts'
import {
  COST_FILLS,
  costSeries,
  CREDIT_FILLS,
  creditFigureName,
  creditSeries,
} from '#renderer/charts/cost-series.ts'
import { ReadoutCard } from '#renderer/charts/ReadoutCard.tsx'
import { SeriesFills } from '#renderer/charts/series-fills.tsx'
import { TimeBars } from '#renderer/charts/TimeBars.tsx'
import type { PanelData } from '#renderer/charts/TimePanel.tsx'
import { costKindName } from '#renderer/finding/cost-kinds.ts'
import { spanInWords } from '#renderer/finding/span-in-words.ts'
import { type CostBasis, ranOutIn } from '#renderer/finding/timeline-title.ts'
import { dayAndMonth } from '#renderer/format/days.ts'
import { credits, currencySign, exactAmount, isZero } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { causesIn, hasAny } from './period-columns.ts'

const NO_SERIES: PanelData['series'] = []
const SO_FAR = 'So far'

/** What became of credits that could not be used: causes of what was held back, then what was lost. */
function creditFiguresIn(rows: readonly PeriodCost[]): readonly CreditFigure[] {
  return [
    ...causesIn(rows),
    ...(hasAny(rows, (row) => row.expiredCredits) ? (['expired'] as const) : []),
    ...(hasAny(rows, (row) => row.forfeitedCredits) ? (['forfeited'] as const) : []),
  ]
}

function panelsOf(costs: PeriodCosts, basis: CostBasis, currency: string): readonly PanelData[] {
  const { rows, kinds } = costs
  const shorts = creditFiguresIn(rows)
  const hasShort = shorts.length > 0
  const unit = currencySign(currency)
  const format = moneyAxis(currency)
  const money: PanelData = {
    id: 'cost',
    label: 'Cost by what it is for',
    unit,
    format,
    series: costSeries(kinds),
    rows: rows.map((row) => costFigures(row[basis])),
    share: hasShort ? 0.5 : 0.7,
  }
  const total: PanelData = {
    id: 'soFar',
    label: 'Cost so far',
    unit,
    format,
    series: NO_SERIES,
    rows: [],
    line: { label: SO_FAR, figures: soFar(rows, basis) },
    share: hasShort ? 0.21 : 0.3,
  }
  const short: PanelData = {
    id: 'short',
    label: 'Credits held back and lost',
    unit: 'Credits',
    format: creditAxis,
    series: creditSeries(shorts),
    rows: rows.map(shortFigures),
    share: 0.29,
  }
  return hasShort ? [money, short, total] : [money, total]
}

function Readout({
  row,
  basis,
  currency,
  x,
  right,
}: {
  readonly row: PeriodCost
  readonly basis: CostBasis
  readonly currency: string
  readonly x: number
  readonly right: number
}) {
  const { kinds, total } = row[basis]
  const ranOut = ranOutIn(row)
  const lost = (['expired', 'forfeited'] as const).flatMap((id) => {
    const figure = id === 'expired' ? row.expiredCredits : row.forfeitedCredits
    return isZero(figure) ? [] : [{ label: creditFigureName(id), text: credits(figure) }]
  })
  const shorts = [
    ...(ranOut === null ? [] : [{ label: 'Ran out', text: instant(ranOut) }]),
    ...row.blockedBecause.map(({ cause, credits: blocked }) => ({
      label: creditFigureName(cause),
      text: credits(blocked),
    })),
    ...lost,
  ]
  const cumulative = basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable
  return (
    <ReadoutCard
      title={spanInWords(row)}
      groups={[
        {
          unit: currencySign(currency),
          figures: [
            ...kinds.map(({ kind, amount: of }) => ({ label: costKindName(kind), text: exactAmount(of) })),
            { label: 'Total', text: exactAmount(total) },
            { label: SO_FAR, text: exactAmount(cumulative) },
          ],
        },
        ...(shorts.length === 0 ? [] : [{ unit: 'Credits', figures: shorts }]),
      ]}
      x={x}
      right={right}
    />
  )
}

/** What each stretch costs by kind, all of it so far, and below when and why credits fell short. */
export const TimelineChart = memo(function TimelineChart({
  costs,
  basis,
  currency,
  onChoose,
}: {
  readonly costs: PeriodCosts
  readonly basis: CostBasis
  readonly currency: string
  readonly onChoose: (place: number) => void
}) {
  const { rows, kinds } = costs
  const panels = useMemo(() => panelsOf(costs, basis, currency), [costs, basis, currency])
  const events = useMemo(
    () =>
      rows.flatMap((row) => {
        const at = ranOutIn(row)
        return at === null ? [] : [{ at, text: dayAndMonth(at) }]
      }),
    [rows],
  )
  const fills = useMemo(
    () => [...kinds.map((kind) => COST_FILLS[kind]), ...creditFiguresIn(rows).map((id) => CREDIT_FILLS[id])],
    [kinds, rows],
  )
  return (
    <>
      <SeriesFills fills={fills} />
      <TimeBars
        name={costs.by === 'period' ? 'Billing periods as a chart' : 'Months as a chart'}
        spans={rows}
        panels={panels}
        events={events}
        eventsLabel="Credits ran out"
        readout={(place, x, right) => {
          const row = rows[place]
          return row === undefined ? null : (
            <Readout row={row} basis={basis} currency={currency} x={x} right={right} />
          )
        }}
        onChoose={onChoose}
      />
    </>
  )
})
