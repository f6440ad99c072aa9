import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Backup } from '#shared/store.ts'
import { bytes } from '#renderer/format/bytes.ts'
import { moment } from '#renderer/format/moments.ts'
import { backUp, restoreBackup, useStore } from '#renderer/state/store-info.ts'
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

/** Copies of the whole store: made by themselves and on demand. */
export function Backups() {
  const backups = useStore((store) => store.info?.backups ?? NONE)
  const busy = useStore((store) => store.busy)
  const said = useStore((store) => store.said)
  const [asked, setAsked] = useState<Backup | null>(null)
  return (
    <Section
      title="Backups"
      note="Made once a day and before every update or restore; of each kind the newest five are kept."
    >
      <Row
        label="Back up"
        actions={
          <Button
            variant="default"
            size="compact-xs"
            loading={busy === 'backup'}
            disabled={busy !== null}
            onClick={() => void backUp()}
          >
            Back up now
          </Button>
        }
      >
        <span role="status" className={said?.kind === 'refused' ? styles.refused : undefined}>
          {said?.text ?? <span className={styles.quiet}>Copies the whole store as it is now.</span>}
        </span>
      </Row>
      {backups.map((backup) => (
        <Row
          key={backup.name}
          label={moment(backup.at)}
          actions={
            <Button
              variant="default"
              size="compact-xs"
              disabled={busy !== null}
              aria-label={`Restore the backup of ${moment(backup.at)}`}
              onClick={() => setAsked(backup)}
            >
              Restore…
            </Button>
          }
        >
          {bytes(backup.bytes)}, {REASONS[backup.reason]}
        </Row>
      ))}
      {backups.length === 0 ? <Row label="None yet" /> : null}
      <Confirm backup={asked} onClose={() => setAsked(null)} />
    </Section>
  )
}

const NONE: readonly Backup[] = []
