import { type ReactNode, useRef } from 'react'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import styles from './frame.module.css'

/** One thing that is wrong, over the screen, with what can be done about it; `calm` where nothing is, and it is only told. */
export function TroubleBar({
  children,
  actions,
  calm = false,
}: {
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly calm?: boolean
}) {
  const bar = useRef<HTMLDivElement>(null)
  useHandBack(bar, theScreen)
  return (
    <div className={styles.trouble} role={calm ? 'status' : 'alert'} data-calm={calm || undefined} ref={bar}>
      <div className={styles.told}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
