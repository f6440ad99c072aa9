import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CostSpan, PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import type { AnyReference } from '#shared/reference.ts'
import { type CostBasis, timelineNote, timelineTitle } from '#renderer/finding/timeline-title.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import type { OfResult } from '../of-result.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { periodColumns } from './period-columns.ts'
import { RowReasons, SpanDetail } from './SpanDetail.tsx'
import { TimelineChart } from './TimelineChart.tsx'
import styles from './timeline.module.css'

const BASES = [
  { value: 'attributable', label: 'What it pays for' },
  { value: 'billed', label: 'Billed' },
] as const satisfies readonly { readonly value: CostBasis; readonly label: string }[]

const SPANS = [
  { value: 'period', label: 'Periods' },
  { value: 'calendarMonth', label: 'Months' },
] as const satisfies readonly { readonly value: PeriodCosts['by']; readonly label: string }[]

const FILE_NAMES = {
  period: { attributable: 'Cost by period', billed: 'Billed by period' },
  calendarMonth: { attributable: 'Cost by month', billed: 'Billed by month' },
} as const satisfies Readonly<Record<PeriodCosts['by'], Readonly<Record<CostBasis, string>>>>

const showTable = (timelineTable: boolean): void => setView({ timelineTable })

function Switches() {
  const basis = useView((view) => view.costBasis)
  const span = useView((view) => view.costSpan)
  return (
    <>
      <SegmentedControl
        aria-label="Told by"
        fullWidth={false}
        data={[...SPANS]}
        value={span}
        onChange={(costSpan) => setView({ costSpan })}
      />
      <SegmentedControl
        aria-label="Money by"
        fullWidth={false}
        data={[...BASES]}
        value={basis}
        onChange={(costBasis) => setView({ costBasis })}
      />
    </>
  )
}

/** The row in which something is told: a period has the same number as its row. */
function spanOf(reference: AnyReference): {
  readonly by: CostSpan
  readonly span: number
  readonly basis: CostBasis | null
} | null {
  switch (reference.kind) {
    case 'cost':
    case 'soFar':
      return reference
    case 'block':
      return reference.period === undefined ? null : { by: 'period', span: reference.period, basis: null }
    default:
      return null
  }
}

const rowKey = ({ start }: PeriodCost): string => start

function Timeline({ opened, account, costs }: OfResult & { readonly costs: PeriodCosts }) {
  const table = useView((view) => view.timelineTable)
  const basis = useView((view) => view.costBasis)
  const [chosen, setChosen] = useState<string | null>(null)
  const { currency } = opened
  const columns = useMemo(() => periodColumns(costs, basis, currencySign(currency)), [costs, basis, currency])
  const { rows } = costs
  const row = rows.find((one) => rowKey(one) === chosen)
  useToShow((reference) => {
    const asked = spanOf(reference)
    if (asked === null) return false
    setView({ costSpan: asked.by, timelineTable: false, ...(asked.basis && { costBasis: asked.basis }) })
    // Rows by the other stretch of time are on their way.
    if (costs.by !== asked.by) return false
    setChosen(rows.find((_, place) => place + 1 === asked.span)?.start ?? null)
    return true
  })
  const toldOf = (one: PeriodCost) => ({ row: one, by: costs.by, basis, span: rows.indexOf(one) + 1 })
  return (
    <section className={styles.section} aria-label="Cost over time">
      <SectionHead
        title={timelineTitle(costs, basis, currency)}
        note={timelineNote(costs, basis, currency)}
        stacked
      >
        <Switches />
        {table ? <CopyTable text={() => toTsv(columns, rows)} /> : null}
        <PartExports
          part="timeline"
          of={{ opened, account }}
          tables={[tableOf(FILE_NAMES[costs.by][basis], () => ({ columns, rows }))]}
          onTurn={() => showTable(!table)}
        />
        <TableToggle shown={table} onToggle={showTable} />
      </SectionHead>
      <div className={styles.body} data-chart={table ? undefined : true}>
        {table ? (
          <ScrollRegion label="Cost over time as a table">
            <DataTable
              caption="Cost over time"
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              actions={{ header: 'Why', of: (one) => <RowReasons of={toldOf(one)} /> }}
            />
          </ScrollRegion>
        ) : (
          <TimelineChart
            costs={costs}
            basis={basis}
            currency={currency}
            onChoose={(place) => setChosen(rows[place]?.start ?? null)}
          />
        )}
      </div>
      {row === undefined || table ? null : (
        <SpanDetail
          of={{ opened, account, ...toldOf(row), isLast: row === rows.at(-1) }}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  )
}

/** What each billing period costs, by what the money is for, and when credits fall short. */
export function TimelineView({ opened, account }: OfResult) {
  const by = useView((view) => view.costSpan)
  const costs = useAnswer('results.costs', { id: opened.id, account, by })
  return (
    <Part name="The timeline" of={costs}>
      {(value) => <Timeline opened={opened} account={account} costs={value} />}
    </Part>
  )
}
