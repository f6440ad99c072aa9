import { useState } from 'react'
import { OWN_UNDO } from './own-undo.ts'
import styles from './cells.module.css'

/** A text in the cell of a table: kept when it is left or Enter is pressed, let go of with Escape. */
export function CellText({
  label,
  value,
  onChange,
  placeholder = '',
  isWrong = false,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly isWrong?: boolean
}) {
  const [typed, setTyped] = useState<string | null>(null)
  function keep(): void {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim())
    setTyped(null)
  }
  return (
    <input
      className={styles.cell}
      aria-label={label}
      aria-invalid={isWrong}
      placeholder={placeholder}
      autoComplete="off"
      {...(typed === null ? {} : OWN_UNDO)}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape' || typed === null) return
        // What is around the field is closed by the next one.
        event.preventDefault()
        setTyped(null)
      }}
    />
  )
}
