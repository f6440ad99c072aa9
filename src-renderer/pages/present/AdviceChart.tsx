import type { Advice, CustomerPage } from '#shared/customer-page.ts'
import { moneyAxis } from '#renderer/charts/axis-words.ts'
import { CustomerChart } from '#renderer/charts/CustomerChart.tsx'
import type { DayLine } from '#renderer/charts/day-plot.ts'
import { chartNote, chartTitle, namesOn, shortened } from '#renderer/finding/customer-in-words.ts'
import { monthOf } from '#renderer/format/days.ts'
import { currencySign, day } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { moneyColumn } from '#renderer/tables/figure-columns.ts'
import { inkName } from '#renderer/theme/plan-colors.ts'
import styles from './present.module.css'

/** As there is room for at the end of a line. */
const MOST_AT_LINE = 10

/** The chart of what is advised: how a move costs more on every other day or, without one, how costs add up. */
export function AdviceChart({ page, advice }: { readonly page: CustomerPage; readonly advice: Advice }) {
  const lines = linesOf(page, advice)
  const title = chartTitle(page, advice)
  return (
    <section className={styles.chart} aria-label="Chart">
      <h3>{title}</h3>
      <p>{chartNote(page, advice)}</p>
      <CustomerChart
        label={title}
        lines={lines}
        tick={moneyAxis(page.currency)}
        month={monthOf}
        markName={day}
      />
      <div className="visually-hidden">
        <DataTable
          caption="The chart’s figures"
          columns={columnsFor(currencySign(page.currency))}
          rows={lines.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })))}
          rowKey={({ name, on }) => `${name} ${on}`}
        />
      </div>
    </section>
  )
}

interface Row {
  readonly name: string
  readonly on: string
  readonly figure: string
}

const columnsFor = (sign: string): readonly Column<Row>[] => [
  { id: 'plan', header: 'Plan', text: ({ name }) => name },
  { id: 'on', header: 'Day', text: ({ on }) => day(on) },
  moneyColumn(sign, { id: 'figure', header: 'Cost', figure: ({ figure }) => figure }),
]

function linesOf(page: CustomerPage, { begin, move, beside, days, soFar }: Advice): readonly DayLine[] {
  const names = namesOn(page)
  const line = (plan: string, id: string): Pick<DayLine, 'id' | 'name' | 'ink'> => ({
    id,
    name: shortened(names(plan), MOST_AT_LINE),
    ink: inkName(
      plan,
      page.plans.findIndex((row) => row.plan === plan),
    ),
  })
  if (move !== null && days.length > 1) {
    const points = days.map(({ on, regret }) => ({ on, figure: regret }))
    return [{ ...line(move.plan, 'move'), points, marked: move.on }]
  }
  const pointsOf = (costs: Advice['soFar']['advised']) => costs.map(({ on, cost }) => ({ on, figure: cost }))
  return [
    { ...line(begin, 'advised'), points: pointsOf(soFar.advised), marked: move?.on ?? null },
    ...(beside === null
      ? []
      : [{ ...line(beside.plan, 'beside'), points: pointsOf(soFar.beside), marked: null }]),
  ]
}
