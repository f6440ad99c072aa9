import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { editable } from '#renderer/format/figures.ts'
import { grouped } from '#renderer/format/regroup.ts'
import { expected, type FigureRule, MOST_COUNTABLE, type Reading, readDecimal } from './figure-rule.ts'
import { useFigureText } from './use-figure.ts'
import styles from './field.module.css'

/** Credits and money: exact to the millionth, and never below zero. */
export const AMOUNT_RULE: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 6 }

const EMPTY = ''

function written(figure: string): string {
  const text = editable(figure)
  return grouped(text) ?? text
}

/**
 * An exact decimal on one line with its label: credits, money, a percentage. An empty field stands for none where
 * `none` says what that means; otherwise it goes back to what it was.
 */
export function DecimalField({
  label,
  value,
  onChange,
  rule = AMOUNT_RULE,
  none,
  unit,
  of,
  width = 120,
  problem,
  hidesLabel = false,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly rule?: FigureRule
  /** Shown in an empty field: `no limit`. Left out where there must be a figure. */
  readonly none?: string
  /** Stands behind the figure. */
  readonly unit?: string
  /** What the figure belongs to: what was refused for one is not for the next. */
  readonly of?: string
  readonly width?: number | string
  readonly problem?: string | undefined
  /** In the cell of a table the label is the column's. */
  readonly hidesLabel?: boolean
}) {
  const id = useId()
  const read = (text: string): Reading<string> =>
    none !== undefined && text.trim() === '' ? { kind: 'taken', figure: EMPTY } : readDecimal(text, rule)
  const { props, refused } = useFigureText({
    value: value ?? EMPTY,
    ...(of === undefined ? {} : { of }),
    written: value === null ? EMPTY : written(value),
    read,
    onChange: (figure) => onChange(figure === EMPTY ? null : figure),
  })
  const told = refused === null ? problem : expected(refused, rule)
  return (
    <div className={styles.decimal}>
      <div className={styles.number}>
        <label className={hidesLabel ? 'visually-hidden' : styles.numberLabel} htmlFor={id}>
          {label}
        </label>
        <TextInput
          {...props}
          id={id}
          w={width}
          placeholder={none ?? ''}
          classNames={{ input: styles.numberInput ?? '' }}
          rightSection={unit === undefined ? null : <span id={`${id}-unit`}>{unit}</span>}
          rightSectionWidth={unit === undefined ? 0 : `calc(${String(unit.length)}ch + 12px)`}
          rightSectionPointerEvents="none"
          error={told !== undefined}
          attributes={{
            input: { 'aria-describedby': unit === undefined ? `${id}-told` : `${id}-unit ${id}-told` },
          }}
        />
      </div>
      <p id={`${id}-told`} className={styles.told} aria-live="polite">
        {told}
      </p>
    </div>
  )
}
