import { memo, useDeferredValue } from 'react'
import type { ResultSummary } from '#shared/open-result.ts'
import { variantsOf } from '#renderer/state/account-edits/variants.ts'
import { useContent } from '#renderer/state/draft.ts'
import { Compared } from './Compared.tsx'
import { EveryPlanSection } from './EveryPlanSection.tsx'
import { FailuresSection } from './FailuresSection.tsx'
import { UpgradeSection } from './UpgradeSection.tsx'
import styles from './variants.module.css'

/** This account beside others like it: what else it could be, which plan holds it, what each stops or takes, and when to move up. */
export function VariantsView({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const content = useContent()
  // The variants are what an edit is made for: what else is told of the account is drawn once they are.
  const [later, then] = [useDeferredValue(opened), useDeferredValue(content)]
  if (content === null || then === null) return null
  return (
    <div className={styles.view}>
      {account === null ? null : (
        <p className={styles.note}>
          Compared is the account that its workspaces share, as it is from the start.
        </p>
      )}
      <Compared opened={opened} content={content} />
      <EveryPlan opened={later} account={then.scenario} compared={variantsOf(then).length} />
      <Failures opened={later} />
      <Upgrade opened={later} account={then.scenario} />
    </div>
  )
}

const EveryPlan = memo(EveryPlanSection)
const Failures = memo(FailuresSection)
const Upgrade = memo(UpgradeSection)
