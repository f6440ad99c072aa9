import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { OWN_UNDO } from '#renderer/commands/use-shortcuts.ts'
import { renameOpen } from '#renderer/state/edits.ts'
import { nameProblem } from '#renderer/state/names.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './scenario-head.module.css'

const stop = (): void => setView({ naming: false })

/** One line, however long the name; `onKey` is told when a key ends it, which had the focus in the field. */
function NameField({ name, onKey }: { readonly name: string; readonly onKey: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [text, setText] = useState(name)
  const problem = nameProblem(text)
  useEffect(() => field.current?.select(), [])
  const ended = useRef(false)
  const end = (kept: boolean) => {
    // What is too long stays to be shortened, or to be let go of with Escape.
    if (ended.current || (kept && problem !== null)) return
    ended.current = true
    if (kept) void renameOpen(text)
    stop()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter' && problem !== null) return
    onKey()
    end(event.key === 'Enter')
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
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(true)}
      />
      <p id={id} className={styles.nameProblem} role="status">
        {problem}
      </p>
    </div>
  )
}

/** The open scenario's name, edited in its place. */
export function ScenarioName() {
  const name = useOpenScenario((open) => open.document?.name)
  const naming = useView((view) => view.naming)
  // The button takes the focus over from the field that a key has closed.
  const takesOver = useRef(false)
  if (name === undefined) return <p className={styles.name} />
  if (naming) return <NameField name={name} onKey={() => (takesOver.current = true)} />
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
      onClick={() => setView({ naming: true })}
    >
      {name}
    </button>
  )
}
