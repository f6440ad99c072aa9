import { FIRST_FIELD_ID } from '#renderer/commands/use-shortcuts.ts'
import { UsageField } from '#renderer/fields/UsageField.tsx'
import { UsageSlider } from '#renderer/fields/UsageSlider.tsx'
import { PatternField } from '#renderer/pages/open-scenario/pattern/PatternField.tsx'
import { UsagePreview } from '#renderer/pages/open-scenario/pattern/UsagePreview.tsx'
import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { useContent, type WindowAccount } from '#renderer/state/draft.ts'
import { isExampleUsage } from '#renderer/state/example-usage.ts'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import styles from './usage.module.css'

const setUsage = (usage: number): void => setInputs({ usage })

/** Usage as one figure a month, which a pattern moves. */
export function FigureUsage({ account }: { readonly account: WindowAccount }) {
  const usage = useInputs((inputs) => inputs.usage)
  const isExample = isExampleUsage(useContent())
  const refused = useAccountRun((run) => run.refused)
  // What is wrong with its pattern and its weekdays is told with these.
  const ofUsage = refused.filter(
    ({ path }) =>
      isBelow(path, 'usage') && !isBelow(path, 'usage.pattern') && !isBelow(path, 'usage.weekdays'),
  )
  return (
    <>
      <div className={styles.figure}>
        <UsageField id={FIRST_FIELD_ID} usage={usage} onChange={setUsage} problem={ofUsage[0]?.message} />
        <UsageSlider usage={usage} onChange={setUsage} />
        {isExample ? <p className={styles.note}>An example figure: type yours.</p> : null}
      </div>
      <div className={styles.pattern}>
        <PatternField
          preview={<Preview account={account} />}
          problemAt={(field) => refused.find(({ path }) => path === `usage.pattern.${field}`)?.message}
        />
      </div>
    </>
  )
}

function Preview({ account }: { readonly account: WindowAccount }) {
  const { value } = useAnswer('scenarios.usageByMonth', { ...account, usageEvents: [] })
  return <UsagePreview months={value?.months} />
}
