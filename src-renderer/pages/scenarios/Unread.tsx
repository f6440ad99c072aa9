import { Button } from '@mantine/core'
import { useRef } from 'react'
import { byId, useHandBack } from '#renderer/commands/hand-back.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { readListAgain, useScenarioList } from '#renderer/state/scenario-list.ts'
import { SCENARIO_TABLE_ID } from './ids.ts'
import styles from './scenarios.module.css'

const theList = byId(SCENARIO_TABLE_ID)

/** Says that the store would not be read, and why; where nobody answers at all, the notice over every screen does. */
export function Unread() {
  const answers = useConnection(({ reach }) => reach === 'answers')
  const { documents, unread } = useScenarioList()
  return unread === null || !answers ? null : <Notice reason={unread} old={documents !== undefined} />
}

function Notice({ reason, old }: { readonly reason: string; readonly old: boolean }) {
  const notice = useRef<HTMLDivElement>(null)
  useHandBack(notice, theList)
  return (
    <div className={styles.unread} role="alert" ref={notice}>
      <p>
        <strong>The scenarios cannot be read now.</strong> {reason}{' '}
        {old ? 'Below is the list as it was.' : ''}
      </p>
      <Button size="compact-sm" variant="default" onClick={readListAgain}>
        Retry
      </Button>
    </div>
  )
}
