import { planNames } from '#renderer/finding/plan-names.ts'
import { ScenarioHead } from '#renderer/pages/open-scenario/ScenarioHead.tsx'
import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'
import { aboutOf } from '#renderer/state/about-scenario.ts'
import { useContent } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { endWhyOverInputs } from '#renderer/state/why.ts'
import styles from '../account.module.css'
import { BackToWhy } from '../BackToWhy.tsx'
import { PaneDivider } from '../PaneDivider.tsx'
import { AskedOfIt } from './about/AskedOfIt.tsx'
import { InputSection } from './InputSection.tsx'
import { INPUT_PARTS } from './parts.tsx'

/** Everything an account is made of. */
export function InputsPane({ onMove }: { readonly onMove: (width: number | null) => void }) {
  const content = useContent()
  const catalog = useResults((results) => results.catalog)
  const refused = useAccountRun((run) => run.refused)
  if (content === null) return null
  const account = content.scenario
  const about = aboutOf(content)
  const plans = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  return (
    // Who comes here by key, command or pointer is done with the reasons that lie over it.
    <aside className={styles.pane} aria-label="The account" onFocus={endWhyOverInputs}>
      <div className={styles.inputs}>
        <div className={styles.scenario}>
          <ScenarioHead />
          <AskedOfIt about={about} />
        </div>
        {INPUT_PARTS.map(({ id, title, summary, fields, Body }) => (
          <InputSection
            key={id}
            id={id}
            title={title}
            summary={summary(account, plans, about)}
            problems={refused.filter(({ path }) => fields.some((field) => isBelow(path, field))).length}
          >
            <Body />
          </InputSection>
        ))}
      </div>
      <BackToWhy />
      <PaneDivider onMove={onMove} />
    </aside>
  )
}
