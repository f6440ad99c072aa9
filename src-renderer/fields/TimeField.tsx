import { readTime } from '#renderer/format/days.ts'
import { WrittenField } from './WrittenField.tsx'

const MIDNIGHT = ''

/** A time of day in UTC; empty stands for midnight. */
export function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  /** `09:30`; null for midnight. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  return (
    <WrittenField
      label={label}
      value={value ?? MIDNIGHT}
      written={value ?? MIDNIGHT}
      read={(text) => (text.trim() === '' ? MIDNIGHT : readTime(text))}
      expected="A time like 09:30."
      placeholder="00:00"
      onChange={(time) => onChange(time === MIDNIGHT ? null : time)}
    />
  )
}
