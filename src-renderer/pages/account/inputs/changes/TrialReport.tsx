import type { Problem } from '#shared/problem.ts'
import { type ChangeNames, changeInWords } from '#renderer/finding/change-in-words.ts'
import { differenceInWords, withoutEventsInWords } from '#renderer/finding/trial-in-words.ts'
import { money } from '#renderer/format/figures.ts'
import type { Trial } from '#renderer/state/change-trial.ts'
import styles from './changes.module.css'

const MOST_TOLD = 5

/** What a change would be refused for, and what it would cost, told before it is made. */
export function TrialReport({
  trial,
  isNewest,
  names,
  months,
  events,
  told,
}: {
  readonly trial: Trial | null
  readonly isNewest: boolean
  readonly names: ChangeNames
  readonly months: number
  /** Usage events that are no part of it. */
  readonly events: number
  /** Problems that stand at their fields already. */
  readonly told: ReadonlySet<Problem>
}) {
  return (
    <div className={styles.trial} role="status" data-stale={!isNewest} aria-label="What it would do">
      {trial === null ? <p>Trying it out…</p> : <Report {...{ trial, names, months, told }} />}
      {trial === null ? null : <p className={styles.quiet}>{withoutEventsInWords(events)}</p>}
    </div>
  )
}

function Report({
  trial: { refused, others, unbilled, cost, isRun },
  names,
  months,
  told,
}: {
  readonly trial: Trial
  readonly names: ChangeNames
  readonly months: number
  readonly told: ReadonlySet<Problem>
}) {
  return (
    <>
      {refused.length === 0 ? null : (
        <p className={styles.refused}>
          <strong>It would be refused.</strong>
        </p>
      )}
      {refused
        .filter((problem) => !told.has(problem))
        .slice(0, MOST_TOLD)
        .map(({ path, message }) => (
          <p key={`${path} ${message}`} className={styles.refused}>
            {message}
          </p>
        ))}
      {unbilled[0] === undefined ? null : (
        <p className={styles.refused}>The account cannot be billed as it is. {unbilled[0].message}</p>
      )}
      {others.slice(0, MOST_TOLD).map(({ change, message }) => (
        <p key={`${change.on} ${message}`} className={styles.refused}>
          <strong>{changeInWords(change, names)}</strong> would come to nothing then. {message}
        </p>
      ))}
      {cost === null ? null : (
        <p>
          <strong>{differenceInWords(cost.difference, names.currency, months)}</strong>
          <span className={styles.quiet}>
            {' '}
            {money(cost.before.total, names.currency)} → {money(cost.after.total, names.currency)}
          </span>
        </p>
      )}
      {isRun ? null : (
        <p className={styles.quiet}>
          The account is too large to be run with every key: the results tell whether it can be carried out on
          its day.
        </p>
      )}
    </>
  )
}
