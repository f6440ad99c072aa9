import { Button, Modal } from '@mantine/core'
import { mentionsOf } from '#renderer/state/account-edits/remove-members.ts'
import { accountNow, mentionsInWords, removeNow, selectedNow } from './grid-actions.ts'
import { whoInWords } from './person-facts.ts'
import { closeDialog, focusGrid, useGrid } from './use-grid.ts'
import styles from './people.module.css'

/** Asks before keys and dated changes go with the people whom they name. */
export function RemoveDialog() {
  const opened = useGrid((grid) => grid.dialog.kind === 'remove')
  return (
    <Modal
      opened={opened}
      onClose={closeDialog}
      title="Remove what names them too?"
      size={440}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened ? <Question /> : null}
    </Modal>
  )
}

function removeThem(): void {
  removeNow()
  focusGrid()
}

function Question() {
  const account = accountNow()
  const at = selectedNow()
  if (!account) return null
  const who = whoInWords(at.map(({ id }) => id))
  return (
    <div className={styles.dialog}>
      <p>
        With {who} would go {mentionsInWords(mentionsOf(account, at))}. All of it is one edit, which can be
        undone.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={closeDialog}>
          Cancel
        </Button>
        <Button size="compact-sm" data-autofocus onClick={removeThem}>
          Remove all of it
        </Button>
      </div>
    </div>
  )
}
