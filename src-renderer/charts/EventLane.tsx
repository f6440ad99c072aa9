import { useMemo } from 'react'
import { textWidth } from './labels.ts'
import type { TimeAxis } from './time-axis.ts'
import styles from './month-chart.module.css'

export const LANE_HEIGHT = 26

/** Something that happened at an instant, in a word or two. */
export interface LaneEvent {
  readonly at: string
  readonly text: string
}

interface PlacedEvent {
  readonly x: number
  readonly text: string
  /** Where the text begins; null where there is no room for it. */
  readonly left: number | null
}

const GAP = 6

/** Each at its instant, and named where its words do not run into those before or out of the picture. */
export function placeEvents(events: readonly LaneEvent[], axis: TimeAxis): readonly PlacedEvent[] {
  let taken = 0
  return events.map(({ at, text }) => {
    const x = axis.x(at)
    const width = textWidth(text, 11)
    const left = Math.min(x - width / 2, axis.right - width)
    if (left < taken) return { x, text, left: null }
    taken = left + width + GAP
    return { x, text, left }
  })
}

/** What happened when, as marks on a line of their own; the readout and the table tell of each. */
export function EventLane({
  label,
  events,
  axis,
}: {
  readonly label: string
  readonly events: readonly LaneEvent[]
  readonly axis: TimeAxis
}) {
  const placed = useMemo(() => placeEvents(events, axis), [events, axis])
  return (
    <div className={styles.lane} style={{ height: LANE_HEIGHT }}>
      <svg className={styles.layer} aria-hidden>
        {placed.map(({ x, text, left }, index) => (
          <g key={`${String(index)} ${text}`}>
            <title>{`${label} ${text}`}</title>
            <path d={`M${String(x - 4)} 2h8l-4 6.5z`} fill="var(--tw-danger)" />
            {left === null ? null : (
              <text x={left} y={20} className={styles.event}>
                {text}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
