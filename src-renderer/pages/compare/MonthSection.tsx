import { useMemo, useRef } from 'react'
import type { Comparison, MonthCost } from '#shared/comparison.ts'
import { MonthChart } from '#renderer/charts/MonthChart.tsx'
import { CREDIT_SERIES, LEFT_LABEL } from '#renderer/charts/month-series.ts'
import { monthTitle } from '#renderer/finding/month-title.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { ExportMenu } from '#renderer/pages/ExportMenu.tsx'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { inkName, inkVariable } from '#renderer/theme/plan-colors.ts'
import { PlanReasons } from './PlanReasons.tsx'
import { useSteadyMonths } from './use-steady.ts'
import styles from './compare.module.css'

const columnsFor = (sign: string): readonly Column<MonthCost>[] => [
  { id: 'month', header: 'Month', numeric: true, text: (month) => String(month.month) },
  moneyColumn(sign, { id: 'subscription', header: 'Subscription', figure: (m) => m.subscription }),
  moneyColumn(sign, { id: 'overage', header: 'Overage', figure: (m) => m.overage }),
  moneyColumn(sign, { id: 'total', header: 'Total', figure: (m) => m.total }),
  creditColumn({ id: 'usage', header: 'Usage', figure: (m) => m.usage }),
  // The words of the chart's key: the table is the same picture.
  ...CREDIT_SERIES.map(({ id, label, exact }) => creditColumn({ id, header: label, figure: exact })),
  creditColumn({ id: 'closing', header: LEFT_LABEL, figure: (m) => m.closingCredits }),
]

const showTable = (monthTable: boolean): void => setView({ monthTable })

function Months({ comparison }: { readonly comparison: Comparison }) {
  const table = useView((view) => view.monthTable)
  const pinned = useInputs((inputs) => inputs.focus !== null)
  const { focus, currency } = comparison
  const columns = useMemo(() => columnsFor(currencySign(currency)), [currency])
  const place = comparison.plans.findIndex(({ plan }) => plan === focus.plan)
  const plan = comparison.plans[place]
  if (!plan) return null
  const follows = focus.plan === comparison.cheapest ? 'the cheapest plan' : 'the plan that blocks least'
  return (
    <>
      <SectionHead
        title={monthTitle(plan, focus, currency)}
        stacked
        note={
          <>
            {plan.name} month by month
            {pinned ? (
              <span className="screen-only">
                ,{' '}
                <button type="button" className={styles.link} onClick={() => setInputs({ focus: null })}>
                  follow the cheapest instead
                </button>
              </span>
            ) : (
              `, ${follows}`
            )}
          </>
        }
      >
        {table ? <CopyTable text={() => toTsv(columns, focus.months)} /> : null}
        <ExportMenu
          id="months"
          name={`${plan.name} month by month`}
          tables={[tableOf(`${plan.name} month by month`, () => ({ columns, rows: focus.months }))]}
          onTurn={() => showTable(!table)}
        />
        <TableToggle shown={table} onToggle={showTable} />
      </SectionHead>
      <PlanReasons cost={plan} />
      <div className={styles.monthsBody}>
        {table ? (
          <ScrollRegion label="Months as a table">
            <DataTable
              caption={`${plan.name} month by month`}
              columns={columns}
              rows={focus.months}
              rowKey={(month) => String(month.month)}
            />
          </ScrollRegion>
        ) : (
          <MonthChart
            months={focus.months}
            ink={inkVariable(inkName(plan.plan, place))}
            currency={currency}
          />
        )}
      </div>
    </>
  )
}

/** The focused plan month by month. */
export function MonthSection() {
  const comparison = useResults((results) => results.comparison)
  const table = useView((view) => view.monthTable)
  const section = useRef<HTMLElement>(null)
  useSteadyMonths(section)
  return (
    <section ref={section} className={styles.months} data-table={table} aria-label="Month by month">
      {comparison ? <Months comparison={comparison} /> : null}
    </section>
  )
}
