import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFilePlus,
  IconHistory,
  IconPresentation,
  IconPrinter,
} from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { HistoryScope } from '#shared/library.ts'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { chordText } from '#renderer/commands/accelerators.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { redo, saveNow, undo } from '#renderer/state/edits.ts'
import { useHistory } from '#renderer/state/history.ts'
import { newScenario, restoreScenario } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { printScreen } from '#renderer/state/print.ts'
import { goTo } from '#renderer/state/route.ts'
import { ScenarioName } from './ScenarioName.tsx'
import { VersionsButton } from './Versions.tsx'
import styles from './scenario-head.module.css'

const ICON = { size: 16, stroke: 1.6 } as const

/** A button of the head; one that can do nothing stays in the tab order and says so. */
export function HeadButton({
  label,
  icon,
  disabled = false,
  onClick,
}: {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}) {
  return (
    <Tooltip label={label} multiline w="max-content" maw={320} {...BESIDE_ITS_BUTTON}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={label}
        aria-disabled={disabled}
        data-disabled={disabled}
        onClick={() => {
          if (!disabled) onClick()
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** Undo and redo by name, wherever there is a history. */
export function HistoryButtons({
  scope,
  onUndo,
  onRedo,
}: {
  readonly scope: HistoryScope
  readonly onUndo: () => void
  readonly onRedo: () => void
}) {
  const history = useHistory(scope)
  return (
    <>
      <HeadButton
        label={
          history.undo === null ? 'Nothing to undo' : `Undo: ${history.undo} (${chordText('CmdOrCtrl+Z')})`
        }
        icon={<IconArrowBackUp {...ICON} />}
        disabled={history.undo === null}
        onClick={onUndo}
      />
      <HeadButton
        label={
          history.redo === null
            ? 'Nothing to redo'
            : `Redo: ${history.redo} (${chordText('CmdOrCtrl+Shift+Z')})`
        }
        icon={<IconArrowForwardUp {...ICON} />}
        disabled={history.redo === null}
        onClick={onRedo}
      />
    </>
  )
}

/** What gets a change saved that is not: out of the bin where the scenario lies in it, elsewhere another try. */
function NotSaved({ reason }: { readonly reason: string }) {
  const binned = useOpenScenario((open) =>
    open.document && open.document.deletedAt !== null ? open.document.id : null,
  )
  const foreign = useConnection(({ reach }) => reach === 'foreign' || reach === 'shut')
  const words = useRef<HTMLSpanElement>(null)
  useHandBack(words, theScreen)
  const again = () => void (binned === null ? saveNow() : restoreScenario(binned))
  return (
    <span className={styles.failed} title={reason} ref={words}>
      Not saved
      {foreign ? null : (
        <Button variant="subtle" size="compact-xs" onClick={again}>
          {binned === null ? 'Retry' : 'Restore'}
        </Button>
      )}
    </span>
  )
}

function SaveState() {
  const save = useOpenScenario((open) => open.save)
  if (save.kind === 'failed') return <NotSaved reason={save.reason} />
  return <span className={styles.save}>{save.kind === 'saving' ? 'Saving…' : 'Saved'}</span>
}

/** In a narrow window everything but the usage is out of the way until it is asked for. */
function MoreInputs() {
  const [open, setOpen] = useState(false)
  return (
    <Button
      variant="default"
      size="compact-xs"
      className={styles.more ?? ''}
      data-more-inputs
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      {open ? 'Fewer inputs' : 'More inputs'}
    </Button>
  )
}

/** Which scenario this is, whether it is kept, and what was done to it. */
export function ScenarioHead() {
  const id = useOpenScenario((open) => open.document?.id)
  return (
    <div className={styles.head} role="group" aria-label="Scenario">
      <ScenarioName />
      <div className={styles.bar}>
        <SaveState />
        <HeadButton
          label={`New scenario (${chordText('CmdOrCtrl+N')})`}
          icon={<IconFilePlus {...ICON} />}
          onClick={() => void newScenario()}
        />
        {id === undefined ? null : (
          <HistoryButtons scope={id} onUndo={() => void undo()} onRedo={() => void redo()} />
        )}
        <VersionsButton icon={<IconHistory {...ICON} />} />
        {id === undefined ? null : (
          <HeadButton
            label={`Present to the customer (${chordText('CmdOrCtrl+4')})`}
            icon={<IconPresentation {...ICON} />}
            onClick={() => goTo('present', id)}
          />
        )}
        <HeadButton
          label={`Print (${chordText('CmdOrCtrl+P')})`}
          icon={<IconPrinter {...ICON} />}
          onClick={() => void printScreen()}
        />
        <MoreInputs />
      </div>
    </div>
  )
}
