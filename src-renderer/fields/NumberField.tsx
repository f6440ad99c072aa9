import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { separators } from '#renderer/format/figures.ts'
import styles from './field.module.css'

/** A whole or short decimal number on one line with its label; what is no number yet is not passed on. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  suffix = '',
  decimals = 0,
  problem,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
  readonly suffix?: string
  readonly decimals?: number
  readonly problem?: string | undefined
}) {
  const id = useId()
  return (
    <div>
      <div className={styles.number}>
        <label className={styles.numberLabel} htmlFor={id}>
          {label}
        </label>
        <NumberInput
          id={id}
          w={84}
          classNames={{ input: styles.numberInput ?? '' }}
          value={value}
          onChange={(next) => {
            if (typeof next === 'number' && next >= min && next <= max) onChange(next)
          }}
          min={min}
          max={max}
          suffix={suffix}
          decimalScale={decimals}
          decimalSeparator={separators().decimal}
          allowNegative={false}
          error={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        />
      </div>
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={styles.numberProblem}>
          {problem}
        </p>
      )}
    </div>
  )
}
