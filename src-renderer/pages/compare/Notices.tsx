import { problemsOnce } from '#renderer/finding/notice.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { catalogId, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { useView } from '#renderer/state/view.ts'
import styles from './notices.module.css'

/** Paths that a field on the screen shows itself. */
const SHOWN_AT_FIELD = /^(usage|months|pattern\.(percent|amplitude|peakMonth|month|multiple))$/

/** A refusal that no field on screen can show. The last figures stay. */
export function Notices() {
  const answers = useConnection(({ reach }) => reach === 'answers')
  const refused = useResults((results) => results.refused)
  const empty = useResults((results) => results.comparison === null)
  const editing = useView((view) => view.editing)
  const catalog = useInputs((inputs) => catalogId(inputs.catalog))
  const problems = problemsOnce(refused)
  const elsewhere = problems.filter(
    ({ path }) =>
      !SHOWN_AT_FIELD.test(path) && !(editing !== null && path.startsWith(`customTerms.${editing}.`)),
  )

  // Over every screen it is said that nobody answers: what was refused before that is no news beside it.
  if (!answers || elsewhere.length === 0) return null
  const priced = refused.compare.length === 0
  return (
    <div className={styles.notice} role="alert">
      <p>
        <strong>{priced ? 'Not everything can be shown.' : 'These inputs cannot be priced.'}</strong>{' '}
        {elsewhere.map(({ message, path }) => (path === '' ? message : `${message} (${path})`)).join(' ')}{' '}
        {priced
          ? 'The figures are those of these inputs.'
          : empty
            ? `Nothing can be shown for ${catalog}.`
            : 'The figures below are those of the last inputs that could.'}
      </p>
    </div>
  )
}
