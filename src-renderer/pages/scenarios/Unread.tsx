import { Button } from '@mantine/core'
import { useConnection } from '#renderer/state/connection.ts'
import { refreshLibrary, useLibrary } from '#renderer/state/library.ts'
import styles from './scenarios.module.css'

/** Says that the store would not be read, and why; where nobody answers at all, the notice over every screen does. */
export function Unread() {
  const unread = useLibrary((library) => library.unread)
  const old = useLibrary((library) => library.documents !== null)
  const answers = useConnection(({ reach }) => reach === 'answers')
  if (unread === null || !answers) return null
  return (
    <div className={styles.unread} role="alert">
      <p>
        <strong>The scenarios cannot be read now.</strong> {unread}{' '}
        {old ? 'Below is the list as it was.' : ''}
      </p>
      <Button size="compact-sm" variant="default" onClick={refreshLibrary}>
        Retry
      </Button>
    </div>
  )
}
