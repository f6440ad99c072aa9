import { Button } from '@mantine/core'
import type { StoreTrouble } from '#shared/store.ts'
import { moment } from '#renderer/format/moments.ts'
import { restoreBackup, useStore } from '#renderer/state/store-info.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { LostConnection } from './LostConnection.tsx'
import styles from './frame.module.css'

function Trouble({ trouble }: { readonly trouble: StoreTrouble }) {
  const busy = useStore((store) => store.busy !== null)
  const hidden = useView((view) => view.troubleRead === trouble.message)
  const { offered, message } = trouble
  if (hidden) return null
  const head = message.slice(0, message.indexOf('. ') + 1) || message
  return (
    <div className={styles.trouble} role="alert">
      <p>
        <strong>{head}</strong>
        {message.slice(head.length)}
      </p>
      <div className={styles.actions}>
        {trouble.kind === 'readOnly' ? null : (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => setView({ troubleRead: message })}
          >
            {offered ? 'Not now' : 'Close'}
          </Button>
        )}
        {offered ? (
          <Button
            size="compact-sm"
            loading={busy}
            onClick={() => void restoreBackup(offered.name, offered.at)}
          >
            Restore the backup of {moment(offered.at)}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function OpenFailed() {
  const failed = useView((view) => view.openFailed)
  if (!failed) return null
  return (
    <div className={styles.trouble} role="alert">
      <p>
        <strong>{failed.file} could not be opened.</strong> {failed.message}
      </p>
      <div className={styles.actions}>
        <Button size="compact-sm" variant="default" onClick={() => setView({ openFailed: null })}>
          Close
        </Button>
      </div>
    </div>
  )
}

/** What is wrong with Tierwise itself, the store or a file, over every screen until it is put right. */
export function Troubles({ onRetry }: { readonly onRetry: () => void }) {
  const trouble = useStore((store) => store.info?.trouble ?? null)
  return (
    <div>
      <LostConnection onRetry={onRetry} />
      {trouble ? <Trouble trouble={trouble} /> : null}
      <OpenFailed />
    </div>
  )
}
