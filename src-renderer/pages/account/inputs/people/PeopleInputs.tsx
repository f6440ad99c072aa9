import { useLayoutEffect } from 'react'
import { useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { edit, followPeople } from './grid-actions.ts'
import { within } from './grid-state.ts'
import { PasteDialog } from './paste/PasteDialog.tsx'
import { PeopleGrid } from './PeopleGrid.tsx'
import { PeopleTools } from './PeopleTools.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SeatCounter } from './SeatCounter.tsx'
import { StatusLine } from './StatusLine.tsx'
import { beginGrid, focusGrid, openDialog, setGrid, useGrid } from './use-grid.ts'
import { useSeatCount } from './use-seat-count.ts'
import styles from './people.module.css'

const NOBODY: readonly string[] = []

/** The people of an account, with the seats they hold. */
export function PeopleInputs() {
  const account = useAccount()
  const scenario = useOpenScenario((open) => open.document?.id)
  return account === null ? null : <People key={scenario} account={account} />
}

function People({ account }: { readonly account: WindowAccount }) {
  const { members } = account
  const seats = useSeatCount(account)
  useLayoutEffect(() => beginGrid(), [])
  // An undo may take people away from under a selection, or bring others into the row that is typed in.
  useLayoutEffect(() => {
    followPeople(members)
    setGrid(within(useGrid.getState(), members.length))
  }, [members])
  useWanted('person', () => {
    focusGrid()
    edit(members.length, 'name')
  })
  useWanted('people', () => openDialog({ kind: 'paste', text: '' }))
  return (
    <div className={styles.people}>
      <SeatCounter count={seats} />
      <PeopleTools account={account} />
      <PeopleGrid account={account} />
      <StatusLine members={account.members} wouldLock={seats?.wouldLock ?? NOBODY} />
      <PasteDialog />
      <RemoveDialog />
    </div>
  )
}
