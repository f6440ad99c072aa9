import { useMemo } from 'react'
import type { CheapestStretch, Crossover, Curves } from '#shared/comparison.ts'
import { curveRows, type CurveRow, readableRows } from '#renderer/charts/curve-rows.ts'
import { listed } from '#renderer/finding/counted.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { credits, exactAmount, figureTo2, wholeCredits } from '#renderer/format/figures.ts'
import { useResults } from '#renderer/state/results.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { type ExportableTable, tableOf } from '#renderer/tables/exportable-table.ts'
import { moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import styles from './compare.module.css'

/** Why an upgrade pays from there on; one that never does was looked for up to `upTo`. */
const why = ({ kind }: Crossover, upTo: string): string => {
  switch (kind) {
    case 'cost':
      return 'the bills meet'
    case 'quota':
      return 'the lower plan blocks'
    case 'fromStart':
      return 'it costs less from the start'
    case 'never':
      return `not up to ${wholeCredits(upTo)}`
  }
}

/** Who is the cheaper choice all the same, or never the cheapest one. */
function beside({ cheaper, neverCheapest }: Crossover, names: PlanNames, sign: string): string {
  const parts = [
    ...(cheaper === null
      ? []
      : [`${names(cheaper.plan)} costs less there: ${sign}${exactAmount(cheaper.monthly)}`]),
    ...(neverCheapest.length === 0 ? [] : [`never the cheapest: ${listed(neverCheapest.map(names))}`]),
  ]
  return parts.length === 0 ? NO_FIGURE : parts.join('; ')
}

const usageColumn = <R,>(
  unit: string,
  id: string,
  header: string,
  figure: (row: R) => string | null,
): Column<R> => ({
  id,
  header,
  unit,
  numeric: true,
  figure,
  text: (row) => {
    const usage = figure(row)
    return usage === null ? NO_FIGURE : figureTo2(usage)
  },
})

const cheapestColumns = (names: PlanNames, unit: string): readonly Column<CheapestStretch>[] => [
  { id: 'plan', header: 'Cheapest', text: ({ plan }) => (plan === null ? 'all block' : names(plan)) },
  usageColumn(unit, 'from', 'From', ({ from }) => from),
  // The last one is the cheapest as far as was looked, not up to there.
  usageColumn(unit, 'to', 'Up to', ({ to, ends }) => (ends === 'range' ? null : to)),
]

const crossoverColumns = (
  names: PlanNames,
  sign: string,
  unit: string,
  upTo: string,
): readonly Column<Crossover>[] => [
  { id: 'pair', header: 'Upgrade', text: ({ from, to }) => `${names(from)} → ${names(to)}` },
  usageColumn(unit, 'usage', 'Pays above', ({ usage }) => usage),
  moneyColumn(`${sign} a month`, { id: 'monthly', header: 'Cost there', figure: ({ monthly }) => monthly }),
  { id: 'why', header: 'Because', text: (crossover) => why(crossover, upTo) },
  { id: 'beside', header: 'But', text: (crossover) => beside(crossover, names, sign) },
]

const costColumns = (
  curves: Curves,
  names: PlanNames,
  sign: string,
  unit: string,
): readonly Column<CurveRow>[] => [
  {
    id: 'usage',
    header: 'Usage',
    unit,
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
      return typeof cost === 'string' ? exactAmount(cost) : 'blocks'
    },
  })),
]

/**
 * Gives the cost chart as tab-separated text: where upgrades pay, which plan is the cheapest where, then the points of
 * the lines. Only the points are of the range on screen: where a bill meets another does not depend on the zoom.
 */
export const curvesTsv = (curves: Curves, names: PlanNames, sign: string, unit: string) => (): string => {
  const { crossovers, envelope, upTo } = useResults.getState().reach ?? curves
  return [
    toTsv(crossoverColumns(names, sign, unit, upTo), crossovers),
    toTsv(cheapestColumns(names, unit), envelope),
    toTsv(costColumns(curves, names, sign, unit), curveRows(curves)),
  ].join('\n\n')
}

/** The tables of the cost chart as files, of what is on screen when they are saved. */
export function curvesAsFiles(
  curves: Curves,
  names: PlanNames,
  sign: string,
  unit: string,
): readonly ExportableTable[] {
  const reach = () => useResults.getState().reach ?? curves
  return [
    tableOf('Cost by usage', () => ({
      columns: costColumns(curves, names, sign, unit),
      rows: curveRows(curves),
    })),
    tableOf('Where upgrades pay', () => ({
      columns: crossoverColumns(names, sign, unit, reach().upTo),
      rows: reach().crossovers,
    })),
    tableOf('Cheapest by usage', () => ({
      columns: cheapestColumns(names, unit),
      rows: reach().envelope,
    })),
  ]
}

/** The cost chart as tables. */
export function CurveTables({
  curves,
  names,
  sign,
  unit,
}: {
  readonly curves: Curves
  readonly names: PlanNames
  readonly sign: string
  readonly unit: string
}) {
  const rows = useMemo(() => readableRows(curveRows(curves)), [curves])
  const { crossovers, envelope, upTo } = useResults((results) => results.reach) ?? curves
  return (
    <ScrollRegion label="Cost by usage as tables">
      <div className={styles.tables}>
        <DataTable
          caption="Where an upgrade starts to pay"
          columns={crossoverColumns(names, sign, unit, upTo)}
          rows={crossovers}
          rowKey={({ from, to }) => `${from}>${to}`}
        />
        <DataTable
          caption="The cheapest plan by usage"
          columns={cheapestColumns(names, unit)}
          rows={envelope}
          rowKey={({ from }) => from}
        />
        <DataTable
          caption="Cost of each plan a month by usage"
          columns={costColumns(curves, names, sign, unit)}
          rows={rows}
          rowKey={(row) => row.usageText}
        />
      </div>
    </ScrollRegion>
  )
}
