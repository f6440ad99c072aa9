import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { UsageStep } from '#shared/usage.ts'
import { perFrame } from '#renderer/fields/per-frame.ts'
import { stepInWords } from '#renderer/finding/base-usage.ts'
import {
  draggedTo,
  MOST_TIMES,
  placeOf,
  pointOn,
  steppedByKey,
  topOf,
  type TrackPoint,
  withStep,
} from './step-places.ts'
import styles from './steps.module.css'

interface Grip {
  readonly place: number
  readonly step: UsageStep
  readonly at: TrackPoint
  readonly before: readonly UsageStep[]
}

const BEGIN: UsageStep = { month: 1, multiple: '1' }

/** The levels of usage one after another: each step is dragged sideways to another month and up or down to another level. */
export function StepTrack({
  steps,
  months,
  onChange,
}: {
  readonly steps: readonly UsageStep[]
  readonly months: number
  readonly onChange: (steps: UsageStep[]) => void
}) {
  const track = useRef<HTMLDivElement>(null)
  const grip = useRef<Grip | null>(null)
  const [held, setHeld] = useState<number | null>(null)
  // A drag moves the steps and not the world.
  const top = held ?? topOf(steps)
  const change = useMemo(() => perFrame(onChange), [onChange])

  function pointOf(event: PointerEvent): TrackPoint {
    const box = track.current?.getBoundingClientRect()
    return box ? pointOn(box, event) : { x: 0, y: 0 }
  }
  function take(event: PointerEvent<HTMLElement>, place: number, step: UsageStep): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus()
    grip.current = { place, step, at: pointOf(event), before: steps }
    setHeld(top)
  }
  function move(event: PointerEvent): void {
    const taken = grip.current
    if (taken) change(withStep(taken.before, taken.place, draggedTo(taken, pointOf(event), months, top)))
  }
  function release(): void {
    grip.current = null
    setHeld(null)
  }
  function press(event: KeyboardEvent, place: number, step: UsageStep): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const taken = grip.current
    if (event.key === 'Escape' && taken) {
      event.stopPropagation()
      change([...taken.before])
      return release()
    }
    const moved = steppedByKey(step, event)
    if (!moved) return
    event.preventDefault()
    onChange(withStep(steps, place, moved))
  }

  return (
    <div ref={track} className={styles.track} role="group" aria-label="Levels of usage">
      <div className={styles.level} style={placeOf(BEGIN, steps[0], months, top)} aria-hidden />
      {steps.map((step, place) =>
        step.month > months ? null : (
          <div
            // A step has nothing but its place.
            key={place}
            role="slider"
            tabIndex={0}
            className={styles.level}
            data-step
            style={placeOf(step, steps[place + 1], months, top)}
            aria-label={`Step ${String(place + 1)}`}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={MOST_TIMES}
            aria-valuenow={Number(step.multiple)}
            aria-valuetext={stepInWords(step)}
            title={`${stepInWords(step)}: drag it, or ← → its month and ↑ ↓ its level`}
            onPointerDown={(event) => take(event, place, step)}
            onPointerMove={move}
            onPointerUp={release}
            onPointerCancel={release}
            onKeyDown={(event) => press(event, place, step)}
          />
        ),
      )}
    </div>
  )
}
