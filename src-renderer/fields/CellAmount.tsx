import { useEffect } from 'react'
import { editable } from '#renderer/format/figures.ts'
import { grouped } from '#renderer/format/regroup.ts'
import { expected, type FigureRule, MOST_COUNTABLE, type Reading, readDecimal } from './figure-rule.ts'
import { useFigureText } from './use-figure.ts'
import styles from './cells.module.css'

const RULE: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 6 }
const NONE = ''

function written(figure: string): string {
  const text = editable(figure)
  return grouped(text) ?? text
}

/** An exact amount in the cell of a table; an empty cell is none, which `none` says in words. */
export function CellAmount({
  label,
  value,
  none,
  of,
  onChange,
  isWrong = false,
  rule = RULE,
  isNeeded = false,
  onWrong,
}: {
  readonly label: string
  readonly value: string | null
  readonly none: string
  /** What the amount belongs to. */
  readonly of: string
  readonly onChange: (value: string | null) => void
  readonly isWrong?: boolean
  readonly rule?: FigureRule
  /** An empty cell is no amount: it goes back by itself. */
  readonly isNeeded?: boolean
  /** Told what is wrong with what is typed; null: nothing any more. */
  readonly onWrong?: (message: string | null) => void
}) {
  const read = (text: string): Reading<string> =>
    text.trim() === '' && !isNeeded ? { kind: 'taken', figure: NONE } : readDecimal(text, rule)
  const { props, refused } = useFigureText({
    value: value ?? NONE,
    of,
    written: value === null ? NONE : written(value),
    read,
    onChange: (figure) => onChange(figure === NONE ? null : figure),
  })
  const message = refused === null ? null : expected(refused, rule)
  useEffect(() => onWrong?.(message), [onWrong, message])
  return (
    <input
      {...props}
      className={`${styles.cell ?? ''} ${styles.numeric ?? ''}`}
      aria-label={label}
      aria-invalid={isWrong || refused !== null}
      title={message ?? undefined}
      placeholder={none}
    />
  )
}
