import { Button, Modal } from '@mantine/core'
import { saveNow } from '#renderer/state/edits.ts'
import { restoreScenario, stay } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './frame.module.css'

/** Asks before a change that cannot be kept is lost to another scenario. */
export function UnsavedDialog() {
  const goOn = useView((view) => view.goOn)
  const name = useOpenScenario((open) => open.document?.name ?? '')
  const save = useOpenScenario((open) => open.save)
  const binned = useOpenScenario((open) =>
    open.document && open.document.deletedAt !== null ? open.document.id : null,
  )
  const restoreAndGoOn = async (id: string) => {
    await restoreScenario(id)
    // Word of the restoring may have begun to save it before the call was answered.
    if ((await saveNow()) === 'failed') return
    setView({ goOn: null })
    goOn?.()
  }
  return (
    <Modal
      opened={goOn !== null}
      onClose={stay}
      title="Your last change is not saved"
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.dialog}>
        <p>
          The last change of “{name}” could not be kept{save.kind === 'failed' ? `: ${save.reason}` : '.'} Go
          back and put it right, or go on without it.
        </p>
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setView({ goOn: null })
              goOn?.()
            }}
          >
            Go on without it
          </Button>
          {binned === null ? null : (
            <Button variant="default" size="compact-sm" onClick={() => void restoreAndGoOn(binned)}>
              Restore and save
            </Button>
          )}
          <Button size="compact-sm" data-autofocus onClick={stay}>
            Go back
          </Button>
        </div>
      </div>
    </Modal>
  )
}
