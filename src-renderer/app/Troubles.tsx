import type { StoreTrouble } from '#shared/store.ts'
import { moment } from '#renderer/format/moments.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { restoreBackup, useStore, useStoreTrouble } from '#renderer/state/store-upkeep.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { LostConnection } from './LostConnection.tsx'
import { OpenFailures } from './OpenFailures.tsx'
import { TroubleBar } from './TroubleBar.tsx'

function Trouble({ trouble }: { readonly trouble: StoreTrouble }) {
  const busy = useStore((store) => store.busy !== null)
  const hidden = useView((view) => view.troubleRead === trouble.message)
  const { offered, message } = trouble
  if (hidden) return null
  const head = message.slice(0, message.indexOf('. ') + 1) || message
  const close = (
    <KeptButton
      size="compact-sm"
      variant="default"
      idle={busy}
      onClick={() => setView({ troubleRead: message })}
    >
      {offered ? 'Not now' : 'Close'}
    </KeptButton>
  )
  const restore = offered ? (
    <KeptButton size="compact-sm" idle={busy} onClick={() => void restoreBackup(offered.name, offered.at)}>
      Restore the backup of {moment(offered.at)}
    </KeptButton>
  ) : null
  return (
    <TroubleBar
      actions={
        <>
          {trouble.kind === 'readOnly' ? null : close}
          {restore}
        </>
      }
    >
      <strong>{head}</strong>
      {message.slice(head.length)}
    </TroubleBar>
  )
}

/** What is wrong with Tierwise itself, the store or a file, over every screen until it is put right. */
export function Troubles({ onRetry }: { readonly onRetry: () => void }) {
  const trouble = useStoreTrouble()
  return (
    <div>
      <LostConnection onRetry={onRetry} />
      {trouble ? <Trouble trouble={trouble} /> : null}
      <OpenFailures />
    </div>
  )
}
