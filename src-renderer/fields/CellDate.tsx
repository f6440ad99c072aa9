import { ActionIcon } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { readDay } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import { OWN_UNDO } from './own-undo.ts'
import { useDraft } from './use-draft.ts'
import styles from './cells.module.css'

const NONE = ''

/** A date, nothing, or null for what is neither. */
const read = (text: string): string | null => (text.trim() === NONE ? NONE : readDay(text))

/** A civil date in the cell of a table, `2026-03-12`, typed as a person writes it or picked on a calendar; null where none is set. */
export function CellDate({
  label,
  value,
  onChange,
  isWrong = false,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly isWrong?: boolean
}) {
  const calendar = useRef<HTMLInputElement>(null)
  const { typed, left, type, leave, drop } = useDraft(value ?? NONE)
  const taken = typed === null || read(typed) !== null
  const set = (date: string): void => onChange(date === NONE ? null : date)

  function change(text: string): void {
    const next = read(text)
    type(text, next ?? value ?? NONE)
    if (next !== null && next !== (value ?? NONE)) set(next)
  }
  return (
    <span className={styles.date}>
      <input
        {...(taken ? {} : OWN_UNDO)}
        className={styles.cell}
        aria-label={label}
        aria-invalid={isWrong || (!taken && left)}
        title={!taken && left ? `A date like ${day('2026-03-12')} or 2026-03-12.` : undefined}
        placeholder="no date"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? (value === null ? NONE : day(value))}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={taken ? drop : leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') (taken ? drop : leave)()
          if (event.key !== 'Escape' || typed === null || taken) return
          event.stopPropagation()
          drop()
        }}
      />
      <ActionIcon
        type="button"
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`${label} on a calendar`}
        onClick={() => calendar.current?.showPicker()}
      >
        <IconCalendar size={13} />
      </ActionIcon>
      <input
        ref={calendar}
        type="date"
        className={styles.calendar}
        value={value ?? NONE}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => set(event.currentTarget.value)}
      />
    </span>
  )
}
