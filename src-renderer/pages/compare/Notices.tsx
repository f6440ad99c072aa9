import { Button } from '@mantine/core'
import { isKeyless, problemsOnce } from '#renderer/finding/notice.ts'
import { catalogId, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { useView } from '#renderer/state/view.ts'
import styles from './notices.module.css'

/** Paths that a field on the screen shows itself. */
const SHOWN_AT_FIELD = /^(usage|months|pattern\.(percent|amplitude|peakMonth|month|multiple))$/

/** A lost connection, or a refusal that no field on screen can show. The last figures stay. */
export function Notices({ onRetry }: { readonly onRetry: () => void }) {
  const unreachable = useResults((results) => results.unreachable)
  const refused = useResults((results) => results.refused)
  const empty = useResults((results) => results.comparison === null)
  const editing = useView((view) => view.editing)
  const catalog = useInputs((inputs) => catalogId(inputs.catalog))
  const problems = problemsOnce(refused)
  const elsewhere = problems.filter(
    ({ path }) =>
      !SHOWN_AT_FIELD.test(path) && !(editing !== null && path.startsWith(`customTerms.${editing}.`)),
  )

  if (unreachable) {
    return (
      <div className={styles.notice} role="alert">
        <p>
          <strong>The billing engine does not answer.</strong>{' '}
          {empty
            ? 'Start Tierwise again, then retry.'
            : 'The figures below are the last ones it gave and may not match the inputs. If Tierwise was stopped, start it again.'}
        </p>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Retry
        </Button>
      </div>
    )
  }
  if (isKeyless(problems)) {
    return (
      <div className={styles.notice} role="alert">
        <p>
          <strong>This page does not belong to the Tierwise that runs now.</strong> Put the address that the
          terminal shows into this window; what is not saved here is saved then.
        </p>
      </div>
    )
  }
  if (elsewhere.length === 0) return null
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
