import { useElementSize } from '@mantine/hooks'
import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useState } from 'react'
import { EventLane, LANE_HEIGHT, type LaneEvent } from './EventLane.tsx'
import { placeByKey } from './place-by-key.ts'
import { SeriesKey } from './SeriesKey.tsx'
import { middleOf, STACK_INSETS } from './stack-plot.ts'
import { isNamed, monthLabel, monthStep, timeAxis, withRoom } from './time-axis.ts'
import { type PanelData, TimePanel } from './TimePanel.tsx'
import styles from './month-chart.module.css'

const KEY_HEIGHT = 22
const LABEL_ROOM = 30

/** A stretch of time that a bar stands for: up to its end, which is not in it. */
export interface BarSpan {
  readonly start: string
  readonly end: string
}

/**
 * Stacked bars over stretches of time, in panels that share their axis; `events` stand at their instants between the
 * first panel and the others. Arrow keys read one stretch after another, Enter and a click choose one.
 */
export function TimeBars({
  name,
  spans,
  panels,
  events,
  eventsLabel,
  readout,
  onChoose,
}: {
  readonly name: string
  readonly spans: readonly BarSpan[]
  readonly panels: readonly PanelData[]
  readonly events: readonly LaneEvent[]
  /** What all events are. */
  readonly eventsLabel: string
  /** What is told of a stretch, beside its middle. */
  readonly readout: (place: number, x: number, right: number) => ReactNode
  readonly onChoose: (place: number) => void
}) {
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const active = pointed !== null && pointed < spans.length ? pointed : null
  const axis = useMemo(
    () => timeAxis(spans[0]?.start ?? '', spans.at(-1)?.end ?? '', width, STACK_INSETS),
    [spans, width],
  )
  const slots = useMemo(
    () => spans.map(({ start, end }) => ({ left: axis.x(start), width: axis.x(end) - axis.x(start) })),
    [spans, axis],
  )
  const labels = useMemo(() => {
    const every = monthStep((axis.right - axis.left) / spans.length)
    const named = slots.flatMap((slot, index) => {
      const start = spans[index]?.start ?? ''
      return isNamed(start, every) ? [{ x: middleOf(slot), text: monthLabel(start) }] : []
    })
    return withRoom(named, LABEL_ROOM)
  }, [axis, slots, spans])
  const lane = events.length === 0 ? 0 : LANE_HEIGHT
  const room = Math.max(0, height - panels.length * KEY_HEIGHT - lane)

  const placeAt = (event: PointerEvent<HTMLDivElement>): number | null => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const place = slots.findIndex((slot) => x >= slot.left && x < slot.left + slot.width)
    return place < 0 ? null : place
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active !== null) onChoose(active)
    const next = placeByKey(event.key, active, spans.length)
    if (next === undefined) return
    event.preventDefault()
    setPointed(next)
  }
  const slot = active === null ? undefined : slots[active]
  return (
    <div
      ref={ref}
      className={styles.chart}
      role="group"
      tabIndex={0}
      aria-label={`${name}; arrow keys read one after the other, Enter tells why`}
      onPointerMove={(event) => setPointed(placeAt(event))}
      onPointerLeave={() => setPointed(null)}
      onClick={() => (active === null ? undefined : onChoose(active))}
      onKeyDown={onKeyDown}
      onBlur={() => setPointed(null)}
    >
      {panels.map((panel, index) => (
        <Fragment key={panel.id}>
          <SeriesKey
            label={panel.label}
            unit={panel.unit}
            series={panel.series}
            line={panel.line?.label ?? null}
            event={index === 0 && lane > 0 ? eventsLabel : null}
          />
          {width > 0 && room > 0 ? (
            <TimePanel
              panel={panel}
              slots={slots}
              width={width}
              height={room * panel.share}
              labels={index === panels.length - 1 ? labels : null}
              active={active}
            />
          ) : null}
          {index === 0 && lane > 0 ? <EventLane label={eventsLabel} events={events} axis={axis} /> : null}
        </Fragment>
      ))}
      <div aria-live="polite">
        {active !== null && slot !== undefined ? readout(active, middleOf(slot), width) : null}
      </div>
    </div>
  )
}
