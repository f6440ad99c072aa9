import { Button, Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Backup } from '#shared/store.ts'
import { byId, useHandBack } from '#renderer/commands/hand-back.ts'
import { bytes } from '#renderer/format/bytes.ts'
import { moment } from '#renderer/format/moments.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import {
  backUp,
  restoreBackup,
  type StoreState,
  useStore,
  useStoreInfo,
} from '#renderer/state/store-upkeep.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { Row, Section } from './Section.tsx'
import styles from './settings.module.css'

const REASONS: Readonly<Record<Backup['reason'], string>> = {
  automatic: 'made by itself',
  migration: 'before the store was brought up to date',
  asked: 'made by you',
  restore: 'before a backup was restored',
}

function Confirm({ backup, onClose }: { readonly backup: Backup | null; readonly onClose: () => void }) {
  return (
    <Modal
      opened={backup !== null}
      onClose={onClose}
      title={backup ? `Restore the backup of ${moment(backup.at)}?` : ''}
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p>
        Every scenario, setting and version goes back to how it was then. The store as it is now is kept as a
        backup first, so that you can come back to it.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          size="compact-sm"
          onClick={() => {
            if (backup) void restoreBackup(backup.name, backup.at)
            onClose()
          }}
        >
          Restore
        </Button>
      </div>
    </Modal>
  )
}

const BACK_UP_ID = 'back-up-now'
const backUpButton = byId(BACK_UP_ID)

/** Of each kind only the newest are kept: with the backup before a restore the one that was restored may go. */
function RestoreButton({
  at,
  busy,
  onClick,
}: {
  readonly at: string
  readonly busy: boolean
  readonly onClick: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  useHandBack(place, backUpButton)
  return (
    <div ref={place}>
      <KeptButton
        variant="default"
        size="compact-xs"
        idle={busy}
        aria-label={`Restore the backup of ${moment(at)}`}
        onClick={onClick}
      >
        Restore…
      </KeptButton>
    </div>
  )
}

function busyWords(busy: StoreState['busy']): string | null {
  if (busy === 'backup') return 'Backing up…'
  return busy === 'restore' ? 'Restoring…' : null
}

/** Copies of the whole store: made by themselves and on demand. */
export function Backups() {
  const info = useStoreInfo()
  const backups = info?.backups ?? NONE
  const failure = info?.lastBackupFailure ?? null
  const busy = useStore((store) => store.busy)
  const said = useStore((store) => store.said)
  const [asked, setAsked] = useState<Backup | null>(null)
  return (
    <Section
      name="backups"
      note="Made once a day and before every update or restore; of each kind the newest five are kept."
    >
      <Row
        label="Back up"
        actions={
          <KeptButton
            id={BACK_UP_ID}
            variant="default"
            size="compact-xs"
            idle={busy !== null}
            onClick={() => void backUp()}
          >
            Back up now
          </KeptButton>
        }
      >
        <span role="status" className={said?.kind === 'refused' ? styles.refused : undefined}>
          {busyWords(busy) ?? said?.text ?? (
            <span className={styles.quiet}>Copies the whole store as it is now.</span>
          )}
        </span>
      </Row>
      {failure === null ? null : (
        <Row label="By itself">
          <span role="alert" className={styles.refused}>
            {failure}
          </span>
        </Row>
      )}
      <ul ref={oneStop} className={styles.backups} aria-label="Backups">
        {backups.map((backup) => (
          <li key={backup.name}>
            <Row
              label={moment(backup.at)}
              actions={<RestoreButton at={backup.at} busy={busy !== null} onClick={() => setAsked(backup)} />}
            >
              {bytes(backup.bytes)}, {REASONS[backup.reason]}
              {backup.isAhead ? ', dated later than the clock of this machine says' : null}
            </Row>
          </li>
        ))}
      </ul>
      {backups.length === 0 ? <Row label="None yet" /> : null}
      <Confirm backup={asked} onClose={() => setAsked(null)} />
    </Section>
  )
}

const NONE: readonly Backup[] = []
