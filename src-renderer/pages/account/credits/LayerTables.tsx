import { useMemo } from 'react'
import type { CreditLayers, LayerMark } from '#shared/credit-layers.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { type ExportableTable, tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { layerColumns, layerRows, markColumns } from './layer-columns.ts'
import { MarkReasons } from './MarkReasons.tsx'
import styles from './credits.module.css'

const markKey = ({ at, kind, name }: LayerMark): string => `${at} ${kind} ${name ?? ''}`

/** Both tables, as they are copied and saved. */
export const layerTables = (
  layers: CreditLayers,
  plans: PlanNames,
  currency: string,
): readonly ExportableTable[] => [
  tableOf('Credits on hand', () => ({
    columns: layerColumns(layers, currencySign(currency)),
    rows: layerRows(layers),
  })),
  tableOf('What happened to credits', () => ({ columns: markColumns(plans), rows: layers.marks })),
]

/** Both tables for a spreadsheet, one under the other. */
export const layersTsv = (layers: CreditLayers, plans: PlanNames, currency: string): string =>
  [
    toTsv(layerColumns(layers, currencySign(currency)), layerRows(layers)),
    toTsv(markColumns(plans), layers.marks),
  ].join('\n\n')

/** The burn-down as tables: what is on hand and used, and what happened when. */
export function LayerTables({
  layers,
  plans,
  currency,
}: {
  readonly layers: CreditLayers
  readonly plans: PlanNames
  readonly currency: string
}) {
  const columns = useMemo(() => layerColumns(layers, currencySign(currency)), [layers, currency])
  const rows = useMemo(() => layerRows(layers), [layers])
  const happened = useMemo(() => markColumns(plans), [plans])
  return (
    <div className={styles.tables}>
      <ScrollRegion label="Credits on hand as a table">
        <DataTable caption="Credits on hand" columns={columns} rows={rows} rowKey={({ point }) => point.at} />
      </ScrollRegion>
      <ScrollRegion label="What happened as a table">
        <DataTable
          caption="What happened"
          columns={happened}
          rows={layers.marks}
          rowKey={markKey}
          actions={{ header: 'Why', of: (mark) => <MarkReasons mark={mark} plans={plans} /> }}
        />
      </ScrollRegion>
    </div>
  )
}
