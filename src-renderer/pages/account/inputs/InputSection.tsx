import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useRef } from 'react'
import type { AccountPart } from '#shared/screens.ts'
import { FIRST_PART } from '#renderer/commands/use-shortcuts.ts'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import { useWanted } from '#renderer/state/wanted.ts'
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
  readonly id: AccountPart
  readonly title: string
  readonly summary: string
  /** How many things in it are wrong. */
  readonly problems: number
  readonly children: ReactNode
}) {
  const isOpen = useSettings(({ openInputs }) => openInputs.includes(id))
  const body = useId()
  const head = useRef<HTMLButtonElement>(null)
  useWanted(`part ${id}`, () => {
    head.current?.scrollIntoView({ block: 'start' })
    head.current?.focus()
  })
  useWanted(`problem ${id}`, () => {
    const field = document.getElementById(body)?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const there = field ?? head.current
    there?.scrollIntoView({ block: field ? 'center' : 'start' })
    there?.focus()
  })
  return (
    <section className={styles.section} aria-label={title} {...(id === 'usage' ? FIRST_PART : {})}>
      <h2>
        <button
          ref={head}
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
