import { useMemo, useState } from 'react'
import type { ResultSummary, SeatWindow } from '#shared/open-result.ts'
import type { SeatRefusal } from '#shared/seat-report.ts'
import { SeatChart } from '#renderer/charts/SeatChart.tsx'
import { planNames } from '#renderer/finding/plan-names.ts'
import { occupancyTitle, refusalInWords } from '#renderer/finding/seat-title.ts'
import { plural } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useResults } from '#renderer/state/results.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { PartExports } from '../PartExports.tsx'
import { stepColumns } from './step-columns.ts'
import styles from './seats.module.css'

/** Who held which seats over the run, against how many there were, and who was refused one. */
export function Occupancy({ opened, seats }: { readonly opened: ResultSummary; readonly seats: SeatWindow }) {
  const [table, setTable] = useState(false)
  const catalog = useResults((results) => results.catalog)
  const planName = useMemo(
    () => planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? []),
    [catalog],
  )
  const columns = useMemo(() => stepColumns(planName), [planName])
  const { steps, refusals } = seats
  const isByContract = steps.some((step) => step.isByContract)
  return (
    <section aria-label="Seats over time">
      <SectionHead
        title={occupancyTitle(seats)}
        note={`Seats over time, in ${plural(steps.length, 'step')}${isByContract ? '; by contract there may be others' : ''}`}
      >
        {table ? <CopyTable text={() => toTsv(columns, steps)} /> : null}
        <PartExports
          part="occupancy"
          of={{ opened, account: null }}
          tables={[tableOf('Seats over time', () => ({ columns, rows: steps }))]}
          onTurn={() => setTable(!table)}
        />
        <TableToggle shown={table} onToggle={setTable} />
      </SectionHead>
      <div className={styles.chart} data-chart={table ? undefined : true}>
        {table ? (
          <ScrollRegion label="Seats as a table">
            <DataTable caption="Seats over time" columns={columns} rows={steps} rowKey={({ from }) => from} />
          </ScrollRegion>
        ) : (
          <SeatChart steps={steps} refusals={refusals} planName={planName} />
        )}
      </div>
      {refusals.length === 0 ? null : <Refusals refusals={refusals} />}
    </section>
  )
}

const Refusals = ({ refusals }: { readonly refusals: readonly SeatRefusal[] }) => (
  <ul className={styles.refusals} aria-label="Refused changes of seats">
    {refusals.map((refusal) => (
      <li key={refusal.path}>
        <span className={styles.faint}>{instant(refusal.at)}</span>
        <strong>{refusalInWords(refusal)}</strong>
        <span>{refusal.why}</span>
      </li>
    ))}
  </ul>
)
