import { useConnection } from '#renderer/state/connection.ts'
import styles from './compare.module.css'

/** In the place of curves, ranking and months where nothing could be compared since the window was opened. */
export function NothingToShow() {
  const answers = useConnection(({ reach }) => reach === 'answers')
  return (
    <section className={styles.nothing} aria-label="No figures yet">
      <h2>No figures yet</h2>
      <p>
        What each plan costs by usage, the plans by rank and the months of one plan stand here as soon as{' '}
        {answers ? 'these inputs can be compared.' : 'Tierwise answers.'}
      </p>
    </section>
  )
}
