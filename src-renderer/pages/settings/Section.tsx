import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

export function Section({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </div>
      <div className={styles.rows}>{children}</div>
    </section>
  )
}

/** One line of a section: what it is, its value, and what can be done with it. */
export function Row({
  label,
  children,
  actions,
}: {
  readonly label: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className={styles.row}>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
