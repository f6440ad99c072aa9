import { useMemo } from 'react'
import type { Crossover, Curves } from '#shared/comparison.ts'
import { curveRows, type CurveRow } from '#renderer/charts/curve-rows.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { amount, credits, figureTo2 } from '#renderer/format/figures.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { DataTable, ScrollRegion } from '#renderer/tables/DataTable.tsx'
import { moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import styles from './compare.module.css'

const WHY = {
  cost: 'the bills meet',
  quota: 'the lower plan blocks',
  never: 'not in this range',
} as const

const crossoverColumns = (names: PlanNames, sign: string): readonly Column<Crossover>[] => [
  { id: 'pair', header: 'Upgrade', text: ({ from, to }) => `${names(from)} → ${names(to)}` },
  {
    id: 'usage',
    header: 'Pays above',
    unit: 'credits a month',
    numeric: true,
    figure: ({ usage }) => usage,
    text: ({ usage }) => (usage === null ? NO_FIGURE : credits(usage)),
  },
  moneyColumn(`${sign} a month`, { id: 'monthly', header: 'Cost there', figure: ({ monthly }) => monthly }),
  { id: 'why', header: 'Because', text: ({ kind }) => WHY[kind] },
]

const costColumns = (curves: Curves, names: PlanNames, sign: string): readonly Column<CurveRow>[] => [
  {
    id: 'usage',
    header: 'Usage',
    unit: 'credits a month',
    numeric: true,
    figure: (row) => row.usageText,
    text: (row) => figureTo2(row.usageText),
    hint: (row) => credits(row.usageText),
  },
  ...curves.plans.map(({ plan }, index) => ({
    id: plan,
    header: names(plan),
    unit: sign,
    numeric: true,
    figure: (row: CurveRow) => row.costTexts[index] ?? null,
    text: (row: CurveRow) => {
      const cost = row.costTexts[index]
      return typeof cost === 'string' ? amount(cost) : 'blocks'
    },
  })),
]

/** A step in a curve has a point on either side of it, a millionth apart: one line of a table is enough for both. */
const readable = (rows: readonly CurveRow[]): readonly CurveRow[] =>
  rows.filter((row, index) => row.usage - (rows[index - 1]?.usage ?? -1) > 0.001)

/** Gives the cost chart as tab-separated text: where upgrades pay, then the points of the lines. */
export const curvesTsv = (curves: Curves, names: PlanNames, sign: string) => (): string =>
  `${toTsv(crossoverColumns(names, sign), curves.crossovers)}\n\n${toTsv(costColumns(curves, names, sign), curveRows(curves))}`

/** The cost chart as tables. */
export function CurveTables({
  curves,
  names,
  sign,
}: {
  readonly curves: Curves
  readonly names: PlanNames
  readonly sign: string
}) {
  const rows = useMemo(() => readable(curveRows(curves)), [curves])
  return (
    <ScrollRegion label="Cost by usage as tables">
      <div className={styles.tables}>
        <DataTable
          caption="Where an upgrade starts to pay"
          columns={crossoverColumns(names, sign)}
          rows={curves.crossovers}
          rowKey={({ from, to }) => `${from}>${to}`}
        />
        <DataTable
          caption="Cost of each plan a month by usage"
          columns={costColumns(curves, names, sign)}
          rows={rows}
          rowKey={(row) => row.usageText}
        />
      </div>
    </ScrollRegion>
  )
}
