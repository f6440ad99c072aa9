import { useId } from 'react'
import { inkVariable, planInks } from '#renderer/theme/plan-colors.ts'
import { Axes } from './Axes.tsx'
import type { AxisWords } from './axis-words.ts'
import { DAY_INSETS, type DayLine, dayPlot } from './day-plot.ts'
import { spread } from './labels.ts'
import styles from './customer-chart.module.css'

/** The picture's own units: it is scaled as a whole, on a projector and on paper, and nothing in it moves. */
const SIZE = { width: 720, height: 216 }
const NAME_HEIGHT = 15

/** Lines over days for people who only look: the figures are in a table for everybody else. */
export function CustomerChart({
  label,
  lines,
  tick,
  month,
  markName,
}: {
  readonly label: string
  readonly lines: readonly DayLine[]
  readonly tick: AxisWords
  readonly month: (date: string) => string
  /** What the marked day is called. */
  readonly markName: (on: string) => string
}) {
  const id = useId()
  const { width, height, figures, months, lines: drawn } = dayPlot(SIZE, lines)
  const print = tick(figures.map(({ figure }) => figure))
  const right = Math.max(...drawn.map(({ end }) => end.x), 0)
  const names = spread(
    drawn.map(({ line, end }) => ({ id: line.id, at: end.y, size: NAME_HEIGHT })),
    0,
    height,
  )
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{label}</title>
      <Axes
        left={DAY_INSETS.left}
        right={right}
        bottom={height - 6}
        figures={figures.map(({ figure, y }) => ({ at: y, text: print(figure), isZero: figure === 0 }))}
        places={months.map(({ date, x }) => ({ at: x, text: month(date) }))}
      />
      {drawn.map(({ line, path, marked }) => (
        <g key={line.id} stroke={inkVariable(line.ink)} fill={inkVariable(line.ink)}>
          <polyline
            points={path}
            fill="none"
            strokeWidth={2}
            strokeDasharray={planInks.get(line.ink)?.dash}
          />
          {marked === null || line.marked === null ? null : (
            <>
              <line x1={marked.x} x2={marked.x} y1={24} y2={height - 22} className={styles.day} />
              <circle cx={marked.x} cy={marked.y} r={5} className={styles.marked} />
              <text
                x={marked.x}
                y={16}
                textAnchor={marked.x > width / 2 ? 'end' : 'start'}
                className={styles.name}
              >
                {markName(line.marked)}
              </text>
            </>
          )}
          <text x={right + 8} y={names.get(line.id)} dy="0.35em" className={styles.name}>
            {line.name}
          </text>
        </g>
      ))}
    </svg>
  )
}
