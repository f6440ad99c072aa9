import { expected } from './figure-rule.ts'
import { useFigure } from './use-figure.ts'
import styles from './cells.module.css'

/** A number in a cell or a row of small fields; the arrow keys go up and down by one. */
export function CellNumber({
  label,
  value,
  min,
  max,
  decimals = 0,
  unit,
  isWrong = false,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly decimals?: number
  /** May be typed behind the figure. */
  readonly unit?: string
  readonly isWrong?: boolean
  readonly onChange: (value: number) => void
}) {
  const rule = { min, max, decimals, ...(unit === undefined ? {} : { unit }) }
  const { props, refused } = useFigure({ value, rule, steps: true, onChange })
  return (
    <input
      {...props}
      className={`${styles.cell ?? ''} ${styles.numeric ?? ''}`}
      aria-label={label}
      aria-invalid={isWrong || refused !== null}
      title={refused === null ? undefined : expected(refused, rule)}
    />
  )
}
