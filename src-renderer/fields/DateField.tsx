import { ActionIcon } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { day } from '#renderer/format/figures.ts'
import { readDay } from '#renderer/format/days.ts'
import { WrittenField } from './WrittenField.tsx'
import styles from './field.module.css'

/** A civil date, typed as a person writes it or picked on the system's own calendar. */
export function DateField({
  label,
  value,
  onChange,
  from,
  to,
  problem,
}: {
  readonly label: string
  /** `2026-03-12` */
  readonly value: string
  readonly onChange: (value: string) => void
  /** The first and the last day that the calendar offers. */
  readonly from?: string
  readonly to?: string
  readonly problem?: string | undefined
}) {
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <WrittenField
      label={label}
      value={value}
      written={day(value)}
      read={readDay}
      expected={`A date like ${day('2026-03-12')} or 2026-03-12.`}
      onChange={onChange}
      problem={problem}
      rightSection={
        <>
          <ActionIcon
            type="button"
            variant="subtle"
            color="gray"
            size={24}
            aria-label={`${label} on a calendar`}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={14} />
          </ActionIcon>
          <input
            ref={calendar}
            type="date"
            className={styles.calendar}
            value={value}
            min={from}
            max={to}
            tabIndex={-1}
            aria-hidden
            onChange={(event) => {
              if (event.currentTarget.value !== '') onChange(event.currentTarget.value)
            }}
          />
        </>
      }
    />
  )
}
