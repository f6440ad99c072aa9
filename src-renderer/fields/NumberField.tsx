import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { expected } from './figure-rule.ts'
import { useFigure } from './use-figure.ts'
import styles from './field.module.css'

/**
 * A whole or short decimal number on one line with its label. What it does not take is not passed on: the field says
 * what it expects, in a place that is there anyway.
 */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  unit,
  decimals = 0,
  problem,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
  /** Stands behind the figure, and may be typed with it. */
  readonly unit?: string
  readonly decimals?: number
  readonly problem?: string | undefined
}) {
  const id = useId()
  const rule = { min, max, decimals, ...(unit === undefined ? {} : { unit }) }
  const { props, refused } = useFigure({ value, rule, steps: true, onChange })
  // What is wrong with the value in force, unless something else stands in its field.
  const told = problem !== undefined && refused === null
  const described = [
    ...(unit === undefined ? [] : [`${id}-unit`]),
    `${id}-refused`,
    ...(told ? [`${id}-problem`] : []),
  ]
  return (
    <div>
      <div className={styles.number}>
        <div>
          <label className={styles.numberLabel} htmlFor={id}>
            {label}
          </label>
          <p id={`${id}-refused`} className={styles.numberProblem} aria-live="polite">
            {refused === null ? null : expected(refused, rule)}
          </p>
        </div>
        <TextInput
          {...props}
          id={id}
          w={84}
          classNames={{ input: styles.numberInput ?? '' }}
          rightSection={unit === undefined ? null : <span id={`${id}-unit`}>{unit}</span>}
          rightSectionWidth={22}
          rightSectionPointerEvents="none"
          error={refused !== null || problem !== undefined}
          // Mantine puts its own in place of the plain attribute.
          attributes={{ input: { 'aria-describedby': described.join(' ') } }}
        />
      </div>
      {told ? (
        <p id={`${id}-problem`} className={styles.numberProblem}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}
