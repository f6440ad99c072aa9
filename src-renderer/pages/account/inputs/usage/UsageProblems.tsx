import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'
import styles from './months.module.css'

/** What is wrong with the usage and stands beside none of its fields. */
export function UsageProblems() {
  const refused = useAccountRun((run) => run.refused)
  const others = refused.filter(
    // What is wrong with a stream or with weekdays is told there, and other months are told with what mends them.
    ({ code, path }) =>
      isBelow(path, 'usage') &&
      !path.startsWith('usage.streams.') &&
      !isBelow(path, 'usage.weekdays') &&
      code !== 'usage.wrong_length',
  )
  return others.map(({ path, message }) => (
    <p key={path} className={styles.told} data-wrong role="alert">
      {message}
    </p>
  ))
}
