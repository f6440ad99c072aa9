import { useInputs, patternOf, type Inputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { sentenceOf } from '#renderer/finding/finding.ts'
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
  ].join(' · ')
}

/** The answer in words and the control that changes it; stays in sight while the rest scrolls. */
export function FindingHeader() {
  const inputs = useInputs()
  const comparison = useResults((results) => results.comparison)
  const reach = useResults((results) => results.reach)
  const catalogs = useResults((results) => results.catalogs)
  const name = catalogs.find((catalog) => catalog.id === inputs.catalog)?.name ?? ''
  const sentence = comparison ? sentenceOf(comparison, reach, patternOf(inputs), inputs.overage) : null
  return (
    <header className={styles.header}>
      <p className={styles.terms}>{terms(inputs, name)}</p>
      <h1 className={styles.headline}>{sentence?.headline}</h1>
      <p className={styles.detail}>{sentence?.detail}</p>
      <UsageStrip />
    </header>
  )
}
