import { useMemo } from 'react'
import { useInputs, patternOf, type Inputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { patternInWords, sentenceOf } from '#renderer/finding/finding.ts'
import { plural } from '#renderer/format/figures.ts'
import { UsageStrip } from './UsageStrip.tsx'
import styles from './finding-header.module.css'

/** What the figures below rest on, so that a picture of the screen explains itself. */
function terms(inputs: Inputs, catalog: string): string {
  return [
    catalog,
    `${plural(inputs.months, 'month')}, billed ${inputs.billing === 'annual' ? 'annually' : 'monthly'}`,
    inputs.overage ? 'overage on' : 'overage off',
    ...(inputs.offers ? ['first-month offers'] : []),
    patternInWords(patternOf(inputs)),
  ].join(' · ')
}

function Terms() {
  const inputs = useInputs()
  const catalogs = useResults((results) => results.catalogs)
  const name = catalogs.find((catalog) => catalog.id === inputs.catalog)?.name
  return <p className={styles.terms}>{name === undefined ? '' : terms(inputs, name)}</p>
}

function usePrepaidPlans(): ReadonlySet<string> {
  const plans = useResults((results) => results.catalog?.plans)
  return useMemo(
    () => new Set(plans?.filter(({ pastQuota }) => pastQuota.kind === 'prepaid').map(({ id }) => id)),
    [plans],
  )
}

function Finding() {
  const overage = useInputs((inputs) => inputs.overage)
  const pattern = useInputs(patternOf)
  const comparison = useResults((results) => results.comparison)
  const reach = useResults((results) => results.reach)
  const prepaid = usePrepaidPlans()
  const sentence = comparison ? sentenceOf(comparison, { reach, pattern, overage, prepaid }) : null
  return (
    <>
      <h1 className={styles.headline}>{sentence?.headline}</h1>
      <p className={styles.detail}>{sentence?.detail}</p>
    </>
  )
}

/** The answer in words and the control that changes it; stays in sight while the rest scrolls. */
export function FindingHeader() {
  return (
    <header className={styles.header}>
      <Terms />
      <Finding />
      <UsageStrip />
    </header>
  )
}
