import { type ChangeEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import type { ColumnId } from './columns.ts'
import { cancel, finish, wrongWith } from './grid-actions.ts'
import { focusGrid, setGrid, useGrid } from './use-grid.ts'
import styles from './people.module.css'

/** A cell that is being typed in. What it does not take stays, and the line under the grid says why. */
export function TextEditor({
  row,
  column,
  label,
  typed,
}: {
  readonly row: number
  readonly column: ColumnId
  readonly label: string
  readonly typed: string
}) {
  const field = useRef<HTMLInputElement>(null)
  const wrong = wrongWith(row, column, typed)
  useLayoutEffect(() => {
    const input = field.current
    input?.focus({ preventScroll: true })
    // What replaces the cell is typed on at its end; what was there is chosen as a whole.
    if (input && input.value.length > 1) input.select()
  }, [])
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return
    if (event.key === 'Tab' && wrong !== null) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') cancel()
    else if (finish(row, column, typed, event.key === 'Enter')) focusGrid()
  }
  return (
    <input
      ref={field}
      {...OWN_UNDO}
      className={styles.field}
      aria-label={label}
      aria-invalid={wrong !== null}
      autoComplete="off"
      inputMode={column === 'usage' ? 'decimal' : 'text'}
      value={typed}
      onChange={(event) => setGrid({ typed: event.currentTarget.value })}
      onBlur={() => {
        // A key has ended it already.
        if (useGrid.getState().typed === null) return
        if (!finish(row, column, typed)) setGrid({ typed: null })
      }}
      onKeyDown={press}
    />
  )
}

/** A cell in which one of a list is chosen, at once. */
export function ChoiceEditor({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
}) {
  const field = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  function press(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    cancel()
  }
  return (
    <select
      ref={field}
      className={styles.field}
      aria-label={label}
      value={value}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => onChoose(event.currentTarget.value)}
      onBlur={() => setGrid({ typed: null })}
      onKeyDown={press}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
