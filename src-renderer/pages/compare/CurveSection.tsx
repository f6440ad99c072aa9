import { SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { CurveChart } from '#renderer/charts/CurveChart.tsx'
import { curveTitle } from '#renderer/finding/finding.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { compactCredits, currencySign } from '#renderer/format/figures.ts'
import { useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { CurveTables } from './CurveTables.tsx'
import { SectionHead, TableToggle } from './SectionHead.tsx'
import styles from './compare.module.css'

const RANGES = [100_000, 500_000, 2_000_000, 10_000_000, 20_000_000] as const
const RANGE_CHOICES = [
  { value: 'auto', label: 'Auto' },
  ...RANGES.map((range) => ({ value: String(range), label: compactCredits(range) })),
]

export function CurveSection() {
  const curves = useResults((results) => results.curves)
  const reach = useResults((results) => results.reach)
  const plans = useResults((results) => results.plans)
  const currency = useResults((results) => results.comparison?.currency ?? 'USD')
  const months = useInputs((inputs) => inputs.months)
  const usage = useInputs((inputs) => inputs.usage)
  const { range, curveTable } = useView()
  const names = useMemo(() => planNames(plans), [plans])
  const over = months === 1 ? 'in the first month' : `on average over ${String(months)} months`
  return (
    <section className={styles.curves} aria-label="Cost by usage">
      <SectionHead
        title={curveTitle(reach, usage, names)}
        note={`What each plan costs a month, ${over}, by credits used a month`}
      >
        <SegmentedControl
          aria-label="Range of usage shown"
          fullWidth={false}
          data={RANGE_CHOICES}
          value={String(range)}
          onChange={(value) => setView({ range: value === 'auto' ? 'auto' : Number(value) })}
        />
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
