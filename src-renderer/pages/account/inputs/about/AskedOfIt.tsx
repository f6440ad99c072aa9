import type { About } from '#shared/about.ts'
import styles from '../inputs.module.css'

/** What the scenario is to answer and what to look for in it, before anything else of it; nothing where neither is said. */
export function AskedOfIt({
  about: { question, lookFor },
}: {
  readonly about: Pick<About, 'question' | 'lookFor'>
}) {
  if (question === '' && lookFor === '') return null
  return (
    <div className={styles.asked} role="note">
      {question === '' ? null : <p>{question}</p>}
      {lookFor === '' ? null : <p>{lookFor}</p>}
    </div>
  )
}
