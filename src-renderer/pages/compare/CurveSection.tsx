import { SegmentedControl } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { CurveChart } from '#renderer/charts/CurveChart.tsx'
import { byUsage, usageUnit } from '#renderer/finding/base-usage.ts'
import { CURVES_UNTOLD, curveTitle } from '#renderer/finding/curve-title.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { compactCredits, currencySign } from '#renderer/format/figures.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { patternOf, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { ExportMenu } from '#renderer/pages/ExportMenu.tsx'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { CurveTables, curvesAsFiles, curvesTsv } from './CurveTables.tsx'
import { MOVING } from './moving-layers.tsx'
import styles from './compare.module.css'

const RANGES = [100_000, 500_000, 2_000_000, 10_000_000, 20_000_000] as const
const RANGE_CHOICES = [
  { value: 'auto', label: 'Auto' },
  ...RANGES.map((range) => ({ value: String(range), label: compactCredits(range) })),
]

/**
 * The title alone follows the usage, so that a drag does not draw the controls beside it again. It is of the figures
 * compared, and of none while the present inputs are refused.
 */
function Title({ stale }: { readonly stale: boolean }) {
  const reach = useResults((results) => results.reach)
  const comparison = useResults((results) => results.comparison)
  const pattern = useInputs(patternOf)
  const overage = useInputs((inputs) => inputs.overage)
  const title = stale ? CURVES_UNTOLD : curveTitle(reach, comparison, pattern, overage)
  return <span title={title}>{title}</span>
}

/** What is drawn, or that it is not of the present inputs. Tables name their unit in their heads. */
function useNote(stale: boolean, isTable: boolean): string {
  const months = useInputs((inputs) => inputs.months)
  const pattern = useInputs(patternOf)
  if (stale) return 'The last costs that could be worked out, not of the inputs as they are now'
  const over = months === 1 ? 'in the first month' : `on average over ${String(months)} months`
  const costs = `What each plan costs a month, ${over}`
  return isTable ? costs : `${costs}, ${byUsage(pattern, months)}`
}

/** What usage is counted in, which is not the same in every pattern. */
function useUnit(): string {
  const months = useInputs((inputs) => inputs.months)
  const pattern = useInputs(patternOf)
  return usageUnit(pattern, months)
}

const showTable = (curveTable: boolean): void => setView({ curveTable })

export function CurveSection() {
  // Redrawing all lines for a new range is the one long job of a drag: the figures do not wait for it.
  const curves = useDeferredValue(useResults((results) => results.curves))
  const plans = useResults((results) => results.plans)
  const currency = useResults((results) => results.comparison?.currency ?? 'USD')
  const refused = useResults(({ refused: { compare, curves: drawn } }) => compare.length + drawn.length > 0)
  const range = useView((view) => view.range)
  const curveTable = useView((view) => view.curveTable)
  const names = useMemo(() => planNames(plans), [plans])
  const note = useNote(refused, curveTable)
  const unit = useUnit()
  const sign = currencySign(currency)
  return (
    <section className={styles.curves} aria-label="Cost by usage" data-stale={refused}>
      <SectionHead title={<Title stale={refused} />} note={note} stacked>
        <SegmentedControl
          aria-label="Range of usage shown"
          fullWidth={false}
          data={RANGE_CHOICES}
          value={String(range)}
          onChange={(value) => setView({ range: value === 'auto' ? 'auto' : Number(value) })}
        />
        {curves && curveTable ? <CopyTable text={curvesTsv(curves, names, sign, unit)} /> : null}
        {curves ? (
          <ExportMenu
            id="curves"
            name="Cost by usage"
            tables={curvesAsFiles(curves, names, sign, unit)}
            onTurn={() => showTable(!curveTable)}
          />
        ) : null}
        <TableToggle shown={curveTable} onToggle={showTable} />
      </SectionHead>
      <div className={styles.curvesBody}>
        {curves && curveTable ? <CurveTables curves={curves} names={names} sign={sign} unit={unit} /> : null}
        {curves && !curveTable ? (
          <CurveChart curves={curves} plans={plans} currency={currency} unit={unit} moving={MOVING} />
        ) : null}
      </div>
    </section>
  )
}
