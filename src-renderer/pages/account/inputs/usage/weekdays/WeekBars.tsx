import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { WeekdayProfile } from '#shared/usage.ts'
import { type Weekday, WEEKDAYS } from '#shared/weekdays.ts'
import { CellNumber } from '#renderer/fields/CellNumber.tsx'
import { perFrame } from '#renderer/fields/per-frame.ts'
import { busyAt, busyByKey, dayByKey, heightOf, MOST_BUSY, WEEKDAY_NAMES } from './busy-bars.ts'
import styles from './weekdays.module.css'

/** How busy each weekday is, as bars that are dragged or set by keys, and as figures below them that are typed. */
export function WeekBars({
  name,
  profile,
  onChange,
}: {
  /** Of what usage, as the names of the bars begin. */
  readonly name: string
  readonly profile: WeekdayProfile
  readonly onChange: (profile: WeekdayProfile) => void
}) {
  const [at, setAt] = useState<Weekday>('mon')
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<WeekdayProfile | null>(null)
  const drawn = useRef(profile)
  const change = useMemo(() => perFrame(onChange), [onChange])

  function draw(event: PointerEvent<HTMLElement>): void {
    const { day, busy } = busyAt(event.currentTarget.getBoundingClientRect(), event)
    // Of two events within a frame the second goes on from the first.
    drawn.current = { ...drawn.current, [day]: busy }
    change(drawn.current)
    barOf(event.currentTarget, day)?.focus()
  }
  function take(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    before.current = profile
    drawn.current = profile
    draw(event)
  }
  function move(event: PointerEvent<HTMLElement>): void {
    if (before.current) draw(event)
  }
  function release(): void {
    before.current = null
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const taken = before.current
    if (key === 'Escape' && taken) {
      event.stopPropagation()
      change(taken)
      return release()
    }
    const day = dayByKey(key, at)
    const busy = busyByKey(event, profile[at])
    const isDigit = /^\d$/.test(key)
    if (day !== undefined) barOf(event.currentTarget, day)?.focus()
    else if (busy !== undefined) onChange({ ...profile, [at]: busy })
    else if (key === 'Enter' || isDigit) type(at)
    else return
    // A digit goes on into the field, and is no key of the screen.
    if (isDigit) event.stopPropagation()
    else event.preventDefault()
  }
  function type(day: Weekday): void {
    const input = box.current?.querySelector<HTMLInputElement>(`[data-typed="${day}"] input`)
    input?.focus()
    input?.select()
  }

  return (
    <div className={styles.week} ref={box}>
      <div
        className={styles.track}
        role="group"
        aria-label={`${name}: how busy each weekday is`}
        onPointerDown={take}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={press}
      >
        {WEEKDAYS.map((day) => (
          <div
            key={day}
            role="slider"
            tabIndex={day === at ? 0 : -1}
            className={styles.slot}
            data-day={day}
            aria-label={WEEKDAY_NAMES[day].full}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={MOST_BUSY}
            aria-valuenow={profile[day]}
            title={`${WEEKDAY_NAMES[day].full}: ${String(profile[day])}`}
            onFocus={() => setAt(day)}
          >
            <div className={styles.bar} style={{ height: heightOf(profile[day]) }} />
          </div>
        ))}
      </div>
      <div className={styles.days}>
        {WEEKDAYS.map((day) => (
          <div key={day} data-typed={day}>
            <span aria-hidden>{WEEKDAY_NAMES[day].short}</span>
            <CellNumber
              label={`${WEEKDAY_NAMES[day].full}: how busy`}
              value={profile[day]}
              min={0}
              max={MOST_BUSY}
              onChange={(busy) => onChange({ ...profile, [day]: busy })}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

function barOf(track: HTMLElement, day: Weekday): HTMLElement | null {
  return track.querySelector<HTMLElement>(`[data-day="${day}"]`)
}
