import { useElementSize } from '@mantine/hooks'
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { perFrame } from '#renderer/fields/per-frame.ts'
import { exactCreditsOf } from '#renderer/finding/counted.ts'
import { compactCredits } from '#renderer/format/figures.ts'
import type { CreditsByMonth } from '#renderer/state/account-edits/series.ts'
import {
  barOf,
  type BarPoint,
  drawnBetween,
  figureByKey,
  hasRoomForFigures,
  isLabelled,
  labelledEvery,
  monthByKey,
  pointIn,
  type Scale,
  scaleOf,
} from './month-bars.ts'
import type { MonthName } from './month-names.ts'
import styles from './months.module.css'

export interface BarActions {
  /** Turns to a month. */
  readonly go: (month: number) => void
  /** Sets months by hand: each call of one drag is the same edit. */
  readonly draw: (months: CreditsByMonth) => void
  readonly step: (month: number, credits: string) => void
  /** A figure is being typed for the month. */
  readonly type: () => void
  readonly paste: (text: string) => void
}

interface Grip {
  readonly at: BarPoint
  readonly scale: Scale
  readonly before: readonly string[]
}

/** The credits of each month as bars: dragged, drawn across, or set by keys, which move from bar to bar as well. */
export function MonthBars({
  credits,
  names,
  at,
  actions,
  keysId,
}: {
  readonly credits: readonly string[]
  readonly names: readonly MonthName[]
  /** The month that keys are at. */
  readonly at: number
  readonly actions: BarActions
  /** What says which keys there are. */
  readonly keysId: string
}) {
  const { ref, width } = useElementSize()
  const grip = useRef<Grip | null>(null)
  const [held, setHeld] = useState<Scale | null>(null)
  const fitted = useMemo(() => scaleOf(credits), [credits])
  // A drag moves the bars and not the world.
  const scale = held ?? fitted
  const draw = useMemo(() => perFrame(actions.draw), [actions.draw])
  const every = labelledEvery(credits.length, width)
  const withFigures = hasRoomForFigures(credits.length, width)

  const pointOf = (event: PointerEvent<HTMLElement>): BarPoint =>
    pointIn(event.currentTarget.getBoundingClientRect(), credits.length, {
      x: event.clientX,
      y: event.clientY,
    })

  function take(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    // The focus goes to the bar, and no text is selected on the way.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const point = pointOf(event)
    grip.current = { at: point, scale, before: credits }
    setHeld(scale)
    barAt(event.currentTarget, point.month)?.focus()
    draw(drawnBetween(point, point, scale))
  }
  function move(event: PointerEvent<HTMLElement>): void {
    const taken = grip.current
    if (!taken) return
    const point = pointOf(event)
    draw(drawnBetween(taken.at, point, taken.scale))
    grip.current = { ...taken, at: point }
    barAt(event.currentTarget, point.month)?.focus()
  }
  function release(): void {
    grip.current = null
    setHeld(null)
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const taken = grip.current
    if (key === 'Escape' && taken) {
      event.stopPropagation()
      draw(new Map(taken.before.entries()))
      return release()
    }
    const month = monthByKey(key, at, credits.length)
    const figure = figureByKey(event, credits[at] ?? '0', scale)
    if (month !== undefined) barAt(event.currentTarget, month)?.focus()
    else if (figure !== undefined) actions.step(at, figure)
    else if (key === 'Enter' || /^\d$/.test(key)) actions.type()
    else return
    // A digit goes on into the field, and is no key of the screen.
    if (/^\d$/.test(key)) event.stopPropagation()
    else event.preventDefault()
  }
  function paste(event: ClipboardEvent): void {
    event.preventDefault()
    actions.paste(event.clipboardData.getData('text/plain'))
  }

  return (
    <div className={styles.bars}>
      <span className={styles.top} aria-hidden>
        {compactCredits(scale.top)}
      </span>
      <div
        ref={ref}
        className={styles.track}
        role="group"
        aria-label="Credits of each month"
        aria-describedby={keysId}
        data-held={held !== null || undefined}
        onPointerDown={take}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={press}
        onPaste={paste}
      >
        {credits.map((figure, month) => {
          const { height, value } = barOf(figure, scale)
          return (
            <div
              // A month has nothing but its place.
              key={month}
              role="slider"
              tabIndex={month === at ? 0 : -1}
              className={styles.slot}
              data-month={month}
              data-at={month === at || undefined}
              aria-label={names[month]?.full ?? ''}
              aria-orientation="vertical"
              aria-valuemin={0}
              aria-valuemax={Math.max(scale.top, value)}
              aria-valuenow={value}
              aria-valuetext={exactCreditsOf(figure)}
              title={`${names[month]?.full ?? ''}: ${exactCreditsOf(figure)}`}
              onFocus={() => actions.go(month)}
            >
              <div className={styles.bar} style={{ height }}>
                {withFigures ? <span className={styles.figure}>{compactCredits(figure)}</span> : null}
              </div>
            </div>
          )
        })}
      </div>
      <div className={styles.labels} aria-hidden>
        {credits.map((_, month) => (
          <span key={month} data-at={month === at || undefined}>
            {isLabelled(month, every) ? names[month]?.short : ''}
          </span>
        ))}
      </div>
    </div>
  )
}

function barAt(track: HTMLElement, month: number): HTMLElement | null {
  return track.querySelector<HTMLElement>(`[data-month="${String(month)}"]`)
}
