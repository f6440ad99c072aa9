import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { separators } from '#renderer/format/figures.ts'
import { useDraft } from './use-draft.ts'
import styles from './field.module.css'

/**
 * A whole or short decimal number on one line with its label. What is out of bounds is not passed on: the field says
 * so, and takes the nearest number it can when it is left.
 */
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
  const { shown, refused, change, leave } = useDraft(value, (typed) => typed >= min && typed <= max, onChange)
  const wrong = refused ? `From ${String(min)} to ${String(max)}.` : problem
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
          value={shown}
          onChange={change}
          onBlur={leave}
          min={min}
          max={max}
          suffix={suffix}
          decimalScale={decimals}
          decimalSeparator={separators().decimal}
          allowNegative={false}
          error={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
        />
      </div>
      {wrong === undefined ? null : (
        <p id={`${id}-problem`} className={styles.numberProblem}>
          {wrong}
        </p>
      )}
    </div>
  )
}
