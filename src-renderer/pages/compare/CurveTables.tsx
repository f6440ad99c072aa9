import { useMemo } from 'react'
import type { Crossover, Curves } from '#shared/comparison.ts'
import { curveRows, type CurveRow } from '#renderer/charts/curve-rows.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { amount, credits } from '#renderer/format/figures.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import styles from './compare.module.css'

const WHY = {
  cost: 'the bills meet',
  quota: 'the lower plan blocks',
  never: 'never in this range',
} as const

const crossoverColumns = (names: PlanNames, sign: string): readonly Column<Crossover>[] => [
  { id: 'pair', header: 'Upgrade', text: ({ from, to }) => `${names(from)} → ${names(to)}` },
  {
    id: 'usage',
    header: 'At',
    unit: 'credits a month',
    numeric: true,
    text: ({ usage }) => (usage === null ? '–' : credits(usage)),
  },
  {
    id: 'monthly',
    header: 'Cost there',
    unit: `${sign} a month`,
    numeric: true,
    text: ({ monthly }) => (monthly === null ? '–' : amount(monthly)),
  },
  { id: 'why', header: 'Because', text: ({ kind }) => WHY[kind] },
]

const costColumns = (curves: Curves, names: PlanNames, sign: string): readonly Column<CurveRow>[] => [
  {
    id: 'usage',
    header: 'Usage',
    unit: 'credits a month',
    numeric: true,
    text: (row) => credits(row.usageText),
  },
  ...curves.plans.map(({ plan }, index) => ({
    id: plan,
    header: names(plan),
    unit: `${sign} a month`,
    numeric: true,
    text: (row: CurveRow) => {
      const cost = row.costTexts[index]
      return typeof cost === 'string' ? amount(cost) : 'blocks'
    },
  })),
]

/** The cost chart as tables: where upgrades pay, and the points the lines are drawn from. */
export function CurveTables({
  curves,
  names,
  sign,
}: {
  readonly curves: Curves
  readonly names: PlanNames
  readonly sign: string
}) {
  const rows = useMemo(() => curveRows(curves), [curves])
  const crossings = crossoverColumns(names, sign)
  const costs = costColumns(curves, names, sign)
  const copy = `${toTsv(crossings, curves.crossovers)}\n\n${toTsv(costs, rows)}`
  return (
    <div className={styles.tables}>
      <div className={styles.tablesCopy}>
        <CopyTable text={copy} />
      </div>
      <DataTable
        caption="Where an upgrade starts to pay"
        columns={crossings}
        rows={curves.crossovers}
        rowKey={({ from, to }) => `${from}>${to}`}
      />
      <DataTable
        caption="Cost of each plan by usage"
        columns={costs}
        rows={rows}
        rowKey={(row) => row.usageText}
      />
    </div>
  )
}
