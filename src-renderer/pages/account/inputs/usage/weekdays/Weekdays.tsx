import { Button } from '@mantine/core'
import type { WeekdayProfile } from '#shared/usage.ts'
import { weekdaysInWords } from '#renderer/finding/weekdays-in-words.ts'
import { Fold } from '../../Fold.tsx'
import { EVENLY, WEEKENDS, WORKING_DAYS } from './busy-bars.ts'
import { WeekBars } from './WeekBars.tsx'
import styles from './weekdays.module.css'

const CHOICES: readonly { readonly label: string; readonly chosen: WeekdayProfile | undefined }[] = [
  { label: 'Every day', chosen: undefined },
  { label: 'Working days', chosen: WORKING_DAYS },
  { label: 'Weekends', chosen: WEEKENDS },
]

/** The weekdays that a month's usage falls on; evenly where nothing is said. */
export function Weekdays({
  name,
  profile,
  problem,
  onChange,
}: {
  /** Of what usage: "Usage". */
  readonly name: string
  readonly profile: WeekdayProfile | undefined
  readonly problem: string | undefined
  readonly onChange: (profile: WeekdayProfile | undefined) => void
}) {
  const words = weekdaysInWords(profile)
  return (
    <div className={styles.weekdays}>
      <Fold title="Weekdays" summary={words}>
        <div className={styles.choices} role="group" aria-label={`${name} on`}>
          {CHOICES.map(({ label, chosen }) => (
            <Button
              key={label}
              variant="default"
              size="compact-xs"
              aria-pressed={weekdaysInWords(chosen) === words}
              onClick={() => onChange(chosen)}
            >
              {label}
            </Button>
          ))}
        </div>
        <WeekBars name={name} profile={profile ?? EVENLY} onChange={onChange} />
        {problem === undefined ? null : (
          <p className={styles.wrong} role="alert">
            {problem}
          </p>
        )}
        <p className={styles.hint}>
          How busy days are beside one another; a month stays what it is. ↑ ↓ change a day, digits type it.
        </p>
      </Fold>
    </div>
  )
}
