import { Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { OWN_UNDO } from './own-undo.ts'

/** Labels of all fields look alike, whatever they are fields of. */
export const QUIET_LABEL = { c: 'var(--tw-ink-2)', mb: 3, fw: 500 } as const

/** A text of a line or more: kept when it is left, let go of with Escape. */
export function TextField({
  label,
  value,
  onChange,
  placeholder = '',
  most,
  lines = 1,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** The most characters it takes. */
  readonly most: number
  readonly lines?: number
  readonly hint?: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  function keep(): void {
    if (typed !== null && typed !== value) onChange(typed)
    setTyped(null)
  }
  const props = {
    label,
    labelProps: QUIET_LABEL,
    placeholder,
    size: 'xs',
    maxLength: most,
    description: hint,
    value: typed ?? value,
    onBlur: keep,
    ...(typed === null ? {} : OWN_UNDO),
  } as const
  const drop = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || typed === null) return
    // What is around the field is left by the next one.
    event.preventDefault()
    setTyped(null)
  }
  if (lines > 1) {
    return (
      <Textarea
        {...props}
        autosize
        minRows={lines}
        maxRows={12}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={drop}
      />
    )
  }
  return (
    <TextInput
      {...props}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else drop(event)
      }}
    />
  )
}
