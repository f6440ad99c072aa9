import styles from './cells.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** A choice in the cell of a table. */
export const CellSelect = ({
  label,
  value,
  choices,
  onChange,
  isWrong = false,
}: {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly isWrong?: boolean
}) => (
  <select
    className={styles.cell}
    aria-label={label}
    aria-invalid={isWrong}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
    {choices.some((choice) => choice.value === value) ? null : <option value={value}>{value}</option>}
  </select>
)
