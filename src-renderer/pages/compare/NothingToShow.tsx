import { useResults } from '#renderer/state/results.ts'
import styles from './compare.module.css'

/** In the place of curves, ranking and months where nothing could be compared since the window was opened. */
export function NothingToShow() {
  const unreachable = useResults((results) => results.unreachable)
  return (
    <section className={styles.nothing} aria-label="No figures yet">
      <h2>No figures yet</h2>
      <p>
        What each plan costs by usage, the plans by rank and the months of one plan stand here as soon as{' '}
        {unreachable ? 'the billing engine answers.' : 'these inputs can be compared.'}
      </p>
    </section>
  )
}
