import { Button, Modal } from '@mantine/core'
import { mentionsInWords, mentionsNow, removeNow, selectedNow } from './grid-actions.ts'
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
  const mentions = mentionsNow()
  if (!mentions) return null
  const who = whoInWords(selectedNow().map(({ id }) => id))
  return (
    <div className={styles.dialog}>
      <p>
        With {who} would go {mentionsInWords(mentions)}. All of it is one edit, which can be undone.
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
