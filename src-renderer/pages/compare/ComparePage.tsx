import { useDeferredValue } from 'react'
import { useConnection } from '#renderer/state/connection.ts'
import { useResults } from '#renderer/state/results.ts'
import { CurveSection } from './CurveSection.tsx'
import { FindingHeader } from './FindingHeader.tsx'
import { InputPanel } from './InputPanel.tsx'
import { MonthSection } from './MonthSection.tsx'
import { Notices } from './Notices.tsx'
import { NothingToShow } from './NothingToShow.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { RankSection } from './RankSection.tsx'
import { UsageAlone } from './UsageAlone.tsx'
import { WhyCompared } from './WhyCompared.tsx'
import styles from './compare.module.css'

/** Which plan for this usage, and where the answer changes. */
export function ComparePage() {
  const answers = useConnection(({ reach }) => reach === 'answers')
  const stale = useResults((results) => results.refused.compare.length > 0) || !answers
  const nothing = useResults((results) => results.comparison === null) && stale
  // The answer in words is on the screen first: everything else together takes several times as long to draw.
  const whole = useDeferredValue(true, false)
  return (
    <div className={styles.page}>
      {whole ? <InputPanel /> : null}
      <main tabIndex={-1} className={styles.results} data-stale={stale}>
        <FindingHeader />
        <Notices />
        <UsageAlone />
        {whole ? <Body nothing={nothing} /> : null}
      </main>
      <WhyCompared />
    </div>
  )
}

/** Said of the figures while nobody answers; nothing where there are none. */
export function CompareWhileSilent() {
  const figures = useResults((results) => results.comparison !== null)
  return figures ? 'The figures below are the last ones it gave and may not match the inputs.' : null
}

function Body({ nothing }: { readonly nothing: boolean }) {
  if (nothing) return <NothingToShow />
  return (
    <div className={styles.body}>
      <CurveSection />
      <RankSection />
      <MonthSection />
      <PlanFacts />
    </div>
  )
}
