import type { Member } from '#shared/account.ts'
import { useAccountRun } from '#renderer/state/account-run.ts'
import { wrongWith } from './grid-actions.ts'
import { problemsByPlace } from './person-facts.ts'
import { lockInWords } from './seats-in-words.ts'
import { useGrid } from './use-grid.ts'
import styles from './people.module.css'

const HINT = 'Enter edits, Space switches, Delete removes.'
const NOBODY = 'Usage that names nobody is held back by the pool alone.'

/** What is wrong where a person is, what was just done, or what keys do: in one line that is always there. */
export function StatusLine({
  members,
  wouldLock,
}: {
  readonly members: readonly Member[]
  /** Whom the plan would lock. */
  readonly wouldLock: readonly string[]
}) {
  const said = useGrid((grid) => (grid.saidOf === members ? grid.said : ''))
  const row = useGrid((grid) => grid.row)
  const column = useGrid((grid) => grid.column)
  const typed = useGrid((grid) => grid.typed)
  const refused = useAccountRun((run) => run.refused)
  const wrong = typed === null ? null : wrongWith(row, column, typed)
  const here = members[row]?.id
  const lock = here !== undefined && wouldLock.includes(here) ? lockInWords(here) : undefined
  const problem = wrong ?? problemsByPlace(refused).get(row) ?? lock
  const told = wrong ?? (said === '' ? problem : said)
  return (
    <p
      role="status"
      className={styles.status}
      data-wrong={(told !== undefined && told === problem) || undefined}
    >
      {told ?? (members.length === 0 ? NOBODY : HINT)}
    </p>
  )
}
