import { type ReactNode, useRef } from 'react'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import styles from './frame.module.css'

/** One thing that is wrong, over the screen, with what can be done about it. */
export function TroubleBar({
  children,
  actions,
}: {
  readonly children: ReactNode
  readonly actions?: ReactNode
}) {
  const bar = useRef<HTMLDivElement>(null)
  useHandBack(bar, theScreen)
  return (
    <div className={styles.trouble} role="alert" ref={bar}>
      <p>{children}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
