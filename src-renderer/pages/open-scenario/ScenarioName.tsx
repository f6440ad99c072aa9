import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useRef } from 'react'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { dropName, keepName, startNaming } from '#renderer/state/edits.ts'
import { nameProblem } from '#renderer/state/names.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './scenario-head.module.css'

/** One line, however long the name; `onGone` is told whether the focus went with the field. */
function NameField({
  text,
  onGone,
}: {
  readonly text: string
  readonly onGone: (hadFocus: boolean) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const problem = nameProblem(text)
  useLayoutEffect(() => {
    const held = field.current
    held?.select()
    return () => onGone(held !== null && held === document.activeElement)
  }, [onGone])
  // What is too long stays to be shortened, or to be let go of with Escape.
  const keep = () => {
    if (problem === null) void keepName()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') keep()
    else dropName()
  }
  return (
    <div className={styles.naming}>
      <input
        ref={field}
        {...OWN_UNDO}
        className={styles.nameField}
        aria-label="Name of the scenario"
        aria-invalid={problem !== null}
        aria-describedby={id}
        value={text}
        onChange={(event) => setView({ naming: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      <p id={id} className={styles.nameProblem} role="status">
        {problem}
      </p>
    </div>
  )
}

/** The open scenario's name, edited in its place. */
export function ScenarioName() {
  const id = useOpenScenario((open) => open.document?.id)
  const name = useOpenScenario((open) => open.document?.name)
  const naming = useView((view) => view.naming)
  // The button takes the focus over from a field that went with it.
  const takesOver = useRef(false)
  const onGone = useCallback((hadFocus: boolean) => {
    takesOver.current = hadFocus
  }, [])
  if (name === undefined) return <p className={styles.name} />
  if (naming !== null) return <NameField key={id} text={naming} onGone={onGone} />
  return (
    <button
      type="button"
      ref={(button) => {
        if (takesOver.current) button?.focus()
        takesOver.current = false
      }}
      className={styles.name}
      title={name}
      aria-label={`${name}, rename (F2)`}
      onClick={startNaming}
    >
      {name}
    </button>
  )
}
