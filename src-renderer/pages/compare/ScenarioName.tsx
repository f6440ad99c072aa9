import { type KeyboardEvent, useEffect, useRef } from 'react'
import { OWN_UNDO } from '#renderer/commands/use-shortcuts.ts'
import { renameOpen } from '#renderer/state/edits.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './scenario-head.module.css'

const stop = (): void => setView({ naming: false })

/** `onKey` is told when a key ends it, which had the focus in the field. */
function NameField({ name, onKey }: { readonly name: string; readonly onKey: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const cancelled = useRef(false)
  useEffect(() => field.current?.select(), [])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    cancelled.current = event.key === 'Escape'
    onKey()
    event.currentTarget.blur()
  }
  return (
    <textarea
      ref={field}
      {...OWN_UNDO}
      className={styles.nameField}
      aria-label="Name of the scenario"
      rows={2}
      maxLength={200}
      defaultValue={name}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!cancelled.current) void renameOpen(event.currentTarget.value.replaceAll('\n', ' '))
        stop()
      }}
    />
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
