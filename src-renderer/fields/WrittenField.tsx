import { TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { OWN_UNDO } from './own-undo.ts'
import { useDraft } from './use-draft.ts'
import styles from './field.module.css'

/**
 * A line of text that stands for something: a date, a time. It is passed on while it is typed, as soon as `read` takes it;
 * what it does not take stays there, is told of once the field is left, and leaves the value before it in force until it
 * is mended or Escape takes it back.
 */
export function WrittenField({
  label,
  value,
  written,
  read,
  expected,
  onChange,
  placeholder,
  problem,
  width = 132,
  rightSection,
}: {
  readonly label: string
  readonly value: string
  /** The value as it stands there while nobody types. */
  readonly written: string
  /** Null for what it does not take. */
  readonly read: (text: string) => string | null
  /** What it takes, told of what it did not take. */
  readonly expected: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly problem?: string | undefined
  readonly width?: number | string
  readonly rightSection?: ReactNode
}) {
  const id = useId()
  const { typed, left, type, leave, drop } = useDraft(value)
  const taken = typed === null || read(typed) !== null
  const told = !taken && left ? expected : problem

  function change(text: string): void {
    const next = read(text)
    type(text, next ?? value)
    if (next !== null && next !== value) onChange(next)
  }
  return (
    <div>
      <div className={styles.number}>
        <label className={styles.numberLabel} htmlFor={id}>
          {label}
        </label>
        <TextInput
          {...(taken ? {} : OWN_UNDO)}
          id={id}
          w={width}
          value={typed ?? written}
          placeholder={placeholder ?? ''}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={taken ? drop : leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') (taken ? drop : leave)()
            if (event.key !== 'Escape' || typed === null || taken) return
            event.stopPropagation()
            drop()
          }}
          rightSection={rightSection}
          error={told !== undefined}
          attributes={{ input: { 'aria-describedby': `${id}-told` } }}
        />
      </div>
      <p id={`${id}-told`} className={styles.told} aria-live="polite">
        {told}
      </p>
    </div>
  )
}
