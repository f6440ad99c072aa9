import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import { spread } from './labels.ts'
import { inkVariable, planInks } from '#renderer/theme/plan-colors.ts'
import { Axes } from './Axes.tsx'
import type { AxisWords } from './axis-words.ts'
import { DAY_INSETS, type DayLine, type DayPlot, dayPlot, daysOf } from './day-plot.ts'
import styles from './day-lines.module.css'

/** How the figures and days of the picture are written. */
export interface DayWords {
  /** What the picture is of, and what keys do in it. */
  readonly label: string
  readonly tick: AxisWords
  readonly month: (date: string) => string
  /** What there is to say of a day. */
  readonly readout: (on: string) => string
}

const NAME_HEIGHT = 15

/** The day an arrow key moves to; null leaves the days. */
function dayByKey(key: string, day: number | null, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, (day ?? -1) + 1)
    case 'ArrowLeft':
      return Math.max(0, (day ?? count) - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}

/** A line for each plan over days, with the best day of each marked and its name at the end. */
export function DayLines({ lines, words }: { readonly lines: readonly DayLine[]; readonly words: DayWords }) {
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const days = useMemo(() => daysOf(lines), [lines])
  const plot = useMemo(
    () => (width > 0 && height > 0 ? dayPlot({ width, height }, lines) : null),
    [width, height, lines],
  )
  const day = pointed === null ? undefined : days[pointed]
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    setPointed(plot?.nearest(x) ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, pointed, days.length)
    if (next === undefined) return
    event.preventDefault()
    setPointed(next)
  }
  return (
    <div
      ref={ref}
      className={styles.chart}
      role="group"
      tabIndex={0}
      aria-label={words.label}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={onKeyDown}
      onBlur={() => setPointed(null)}
    >
      {plot === null ? null : <Picture plot={plot} words={words} day={day} />}
      <p className={styles.readout} aria-live="polite">
        {day === undefined ? null : words.readout(day)}
      </p>
    </div>
  )
}

function Picture({
  plot,
  words,
  day,
}: {
  readonly plot: DayPlot
  readonly words: DayWords
  readonly day: string | undefined
}) {
  const { width, height, figures, months, lines } = plot
  const right = Math.max(...lines.map(({ end }) => end.x), 0)
  const tick = words.tick(figures.map(({ figure }) => figure))
  const names = spread(
    lines.map(({ line, end }) => ({ id: line.id, at: end.y, size: NAME_HEIGHT })),
    0,
    height,
  )
  return (
    <svg className={styles.layer} width={width} height={height} aria-hidden>
      <Axes
        left={DAY_INSETS.left}
        right={right}
        bottom={height - 6}
        figures={figures.map(({ figure, y }) => ({ at: y, text: tick(figure), isZero: figure === 0 }))}
        places={months.map(({ date, x }) => ({ at: x, text: words.month(date) }))}
      />
      {day === undefined ? null : (
        <line x1={plot.x(day)} x2={plot.x(day)} y1={8} y2={height - 22} className={styles.hover} />
      )}
      {lines.map(({ line, path, marked }) => (
        <g key={line.id} stroke={inkVariable(line.ink)} fill={inkVariable(line.ink)}>
          <polyline
            points={path}
            fill="none"
            strokeWidth={1.75}
            strokeDasharray={planInks.get(line.ink)?.dash}
          />
          {marked === null ? null : <circle cx={marked.x} cy={marked.y} r={4.5} className={styles.marked} />}
          <text x={right + 8} y={names.get(line.id)} dy="0.35em" className={styles.name}>
            {line.name}
          </text>
        </g>
      ))}
    </svg>
  )
}
