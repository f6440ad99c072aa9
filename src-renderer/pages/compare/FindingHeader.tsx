import { useMemo } from 'react'
import { moment } from '#renderer/format/moments.ts'
import { useAbout } from '#renderer/state/about.ts'
import { useInputs, patternOf } from '#renderer/state/inputs.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { sentenceOf } from '#renderer/finding/finding.ts'
import { HeaderLine } from './HeaderLine.tsx'
import { UsageStrip } from './UsageStrip.tsx'
import styles from './finding-header.module.css'

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
      <h1 className={styles.headline} title={sentence?.headline}>
        {sentence?.headline}
      </h1>
      <p className={styles.detail} title={sentence?.detail}>
        {sentence?.detail}
      </p>
    </>
  )
}

/** What a sheet of paper must say that the window around the page says on screen. */
function PrintedHead() {
  const name = useOpenScenario((open) => open.document?.name)
  const changed = useOpenScenario((open) => open.document?.updatedAt)
  const engine = useAbout((about) => about.info?.engineVersion)
  return (
    <div className={styles.printed} aria-hidden>
      <span>{name}</span>
      <span>
        {changed === undefined ? '' : moment(changed)} · Tierwise, engine {engine}
      </span>
    </div>
  )
}

/** The answer in words and the control that changes it; stays in sight while the rest scrolls. */
export function FindingHeader() {
  return (
    <header className={styles.header}>
      <PrintedHead />
      <HeaderLine />
      <Finding />
      <UsageStrip />
    </header>
  )
}
