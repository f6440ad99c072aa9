import { SegmentedControl } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { CurveChart } from '#renderer/charts/CurveChart.tsx'
import { curveTitle } from '#renderer/finding/finding.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { compactCredits, currencySign } from '#renderer/format/figures.ts'
import { useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { CurveTables, curvesTsv } from './CurveTables.tsx'
import { SectionHead, TableToggle } from './SectionHead.tsx'
import styles from './compare.module.css'

const RANGES = [100_000, 500_000, 2_000_000, 10_000_000, 20_000_000] as const
const RANGE_CHOICES = [
  { value: 'auto', label: 'Auto' },
  ...RANGES.map((range) => ({ value: String(range), label: compactCredits(range) })),
]

/** The title alone follows the usage, so that a drag does not draw the controls beside it again. */
function Title() {
  const reach = useResults((results) => results.reach)
  const plans = useResults((results) => results.plans)
  const usage = useInputs((inputs) => inputs.usage)
  return curveTitle(reach, usage, planNames(plans))
}

export function CurveSection() {
  // Redrawing all lines for a new range is the one long job of a drag: the figures do not wait for it.
  const curves = useDeferredValue(useResults((results) => results.curves))
  const plans = useResults((results) => results.plans)
  const currency = useResults((results) => results.comparison?.currency ?? 'USD')
  const months = useInputs((inputs) => inputs.months)
  const range = useView((view) => view.range)
  const curveTable = useView((view) => view.curveTable)
  const names = useMemo(() => planNames(plans), [plans])
  const over = months === 1 ? 'in the first month' : `on average over ${String(months)} months`
  return (
    <section className={styles.curves} aria-label="Cost by usage">
      <SectionHead title={<Title />} note={`What each plan costs a month, ${over}, by credits used a month`}>
        <SegmentedControl
          aria-label="Range of usage shown"
          fullWidth={false}
          data={RANGE_CHOICES}
          value={String(range)}
          onChange={(value) => setView({ range: value === 'auto' ? 'auto' : Number(value) })}
        />
        {curves && curveTable ? <CopyTable text={curvesTsv(curves, names, currencySign(currency))} /> : null}
        <TableToggle shown={curveTable} onToggle={(shown) => setView({ curveTable: shown })} />
      </SectionHead>
      <div className={styles.curvesBody}>
        {curves && curveTable ? (
          <CurveTables curves={curves} names={names} sign={currencySign(currency)} />
        ) : null}
        {curves && !curveTable ? <CurveChart curves={curves} plans={plans} currency={currency} /> : null}
      </div>
    </section>
  )
}
