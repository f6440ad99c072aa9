import { noticeInWords, problemsOnce } from '#renderer/finding/notice.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { useResults } from '#renderer/state/results.ts'
import { useView } from '#renderer/state/view.ts'
import styles from './notices.module.css'

/** Paths that a field on the screen shows itself. */
const SHOWN_AT_FIELD = /^(usage|months|pattern\.(percent|amplitude|peakMonth|month|multiple))$/

/** What else was refused of inputs that could be compared: why inputs cannot be is the finding's to say. */
export function Notices() {
  const answers = useConnection(({ reach }) => reach === 'answers')
  const refused = useResults((results) => results.refused)
  const range = useView((view) => view.range)
  const editing = useView((view) => view.editing)
  const elsewhere = problemsOnce(refused).filter(
    ({ path }) =>
      !SHOWN_AT_FIELD.test(path) && !(editing !== null && path.startsWith(`customTerms.${editing}.`)),
  )

  // Over every screen it is said that nobody answers: what was refused before that is no news beside it.
  if (!answers || refused.compare.length > 0 || elsewhere.length === 0) return null
  const { what, why } = noticeInWords(elsewhere, range)
  return (
    <div className={styles.notice} role="alert">
      <p>
        <strong>{what}</strong> {why}
      </p>
    </div>
  )
}
