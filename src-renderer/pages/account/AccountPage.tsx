import { useEffect, useState } from 'react'
import { startAccountRun, useAccountRun } from '#renderer/state/account-run.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { useSettings } from '#renderer/state/settings.ts'
import styles from './account.module.css'
import { AccountHeader } from './AccountHeader.tsx'
import { InputsPane } from './inputs/InputsPane.tsx'
import { useResultView, VIEW_ID } from './ResultTabs.tsx'
import { VIEWS } from './views.tsx'
import { WhyPanel } from './WhyPanel.tsx'

/** One account with all that is agreed, its people and its changes, beside what it comes to. */
export function AccountPage() {
  const kept = useSettings((settings) => settings.inputsWidth)
  const [held, setHeld] = useState<number | null>(null)
  useEffect(startAccountRun, [])
  return (
    <div className={styles.page} style={{ '--inputs-width': `${String(held ?? kept)}px` }}>
      <InputsPane onMove={setHeld} />
      <Results />
      <Why />
    </div>
  )
}

function Results() {
  const opened = useAccountRun((run) => run.opened)
  const account = useAccountRun((run) => run.account)
  const refused = useAccountRun((run) => run.refused.length > 0)
  const answers = useConnection(({ reach }) => reach === 'answers')
  const view = useResultView()
  const { name, Body } = VIEWS[view]
  return (
    <main tabIndex={-1} className={styles.results} data-stale={refused || !answers}>
      <AccountHeader />
      <div
        id={VIEW_ID}
        role="tabpanel"
        aria-labelledby={`result-tab-${view}`}
        className={styles.view}
        data-former={opened !== null && refused}
      >
        {opened !== null && refused ? (
          <p className={styles.former}>
            Of {opened.planName}, before the last change: what follows is not of the account as it is.
          </p>
        ) : null}
        {opened !== null ? (
          <Body opened={opened} account={account} />
        ) : refused ? (
          <p className={styles.nothing}>
            {name} can be shown once the account is billed: what is wrong with it is told beside its fields.
          </p>
        ) : null}
      </div>
    </main>
  )
}

/** Over the inputs: nothing of the result that is asked about is covered by its reasons, nor moves for them. */
function Why() {
  const opened = useAccountRun((run) => run.opened)
  const account = useAccountRun((run) => run.account)
  return opened === null ? null : <WhyPanel opened={opened} account={account} />
}
