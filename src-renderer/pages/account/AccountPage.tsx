import { useState } from 'react'
import { useSettings } from '#renderer/state/settings.ts'
import styles from './account.module.css'
import { InputsPane } from './inputs/InputsPane.tsx'
import { PaneDivider } from './PaneDivider.tsx'

/** One account with all that is agreed, its people and its changes, beside what it comes to. */
export function AccountPage() {
  const kept = useSettings((settings) => settings.inputsWidth)
  const [held, setHeld] = useState<number | null>(null)
  return (
    <div className={styles.page} style={{ '--inputs-width': `${String(held ?? kept)}px` }}>
      <InputsPane />
      <PaneDivider onMove={setHeld} />
      <main tabIndex={-1} className={styles.results} />
    </div>
  )
}

/** Said of the figures while nobody answers. */
export const AccountWhileSilent = () =>
  'The figures below are the last ones it gave and may not match the inputs.'
