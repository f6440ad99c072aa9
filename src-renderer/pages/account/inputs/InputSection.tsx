import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import styles from './inputs.module.css'

function toggle(id: string): void {
  const { openInputs } = useSettings.getState()
  const others = openInputs.filter((open) => open !== id)
  void changeSettings({ openInputs: others.length < openInputs.length ? others : [...others, id] })
}

/** A part of the inputs that opens and closes; closed, one line says what is in it. */
export function InputSection({
  id,
  title,
  summary,
  problems,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** How many things in it are wrong. */
  readonly problems: number
  readonly children: ReactNode
}) {
  const isOpen = useSettings(({ openInputs }) => openInputs.includes(id))
  const body = useId()
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => toggle(id)}
        >
          <IconChevronRight size={14} className={styles.chevron ?? ''} aria-hidden />
          <span className={styles.title}>{title}</span>
          <span className={styles.summary}>{summary}</span>
          {problems === 0 ? null : (
            <span className={styles.problems}>
              {problems === 1 ? '1 problem' : `${String(problems)} problems`}
            </span>
          )}
        </button>
      </h2>
      <div id={body} className={styles.body} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  )
}
