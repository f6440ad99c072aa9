import { type ReactNode, useEffect, useId, useRef } from 'react'
import { SETTINGS_SECTIONS, type SettingsSection } from '#renderer/state/settings-sections.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './settings.module.css'

/** A section of the settings; one that is gone to by name comes into sight and has the focus. */
export function Section({
  name,
  note,
  children,
}: {
  readonly name: SettingsSection
  readonly note?: string
  readonly children: ReactNode
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = useView((view) => view.section === name)
  useEffect(() => {
    if (!wanted) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
    setView({ section: null })
  }, [wanted])
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {SETTINGS_SECTIONS[name]}
        </h2>
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
