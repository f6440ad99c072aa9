import { creditsOf } from '#renderer/finding/counted.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import styles from './months.module.css'

/** What the usage comes to in a month on average; nothing where that cannot be said. Its line is there all the same. */
export function AverageLine({ account }: { readonly account: WindowAccount }) {
  const { value, refused } = useAnswer('scenarios.monthlyUsage', { ...account, usageEvents: [] })
  return (
    <p className={styles.average}>
      {value === undefined || refused.length > 0 ? '\u00a0' : `${creditsOf(value)} a month on average`}
    </p>
  )
}
