import styles from './cells.module.css'

/** A civil date in the cell of a table, `2026-03-12`; null where none is set. */
export const CellDate = ({
  label,
  value,
  onChange,
  isWrong = false,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly isWrong?: boolean
}) => (
  <input
    type="date"
    className={styles.cell}
    aria-label={label}
    aria-invalid={isWrong}
    value={value ?? ''}
    onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
  />
)
