import { fillOf } from './fills.tsx'
import { PanelAxes } from './PanelAxes.tsx'
import type { SeatPanelKind, SeatPanelPlot, TimePlot } from './seat-plot.ts'
import months from './month-chart.module.css'
import styles from './seat-chart.module.css'

/** One panel of the seats' chart: who holds them as steps, the limit as a line over them, and a band over one step. */
export function SeatPanel({
  id,
  plot,
  time,
  height,
  ink,
  active,
  withDates,
}: {
  readonly id: SeatPanelKind['id']
  readonly plot: SeatPanelPlot
  readonly time: TimePlot
  readonly height: number
  readonly ink: string
  /** The place of the step that is pointed at, from 1. */
  readonly active: number | null
  readonly withDates: boolean
}) {
  const band = active === null ? undefined : plot.blocks[active - 1]
  return (
    <div className={months.panel} style={{ height }}>
      <PanelAxes
        left={time.left}
        right={time.right}
        bottom={height - 6}
        figures={plot.ticks}
        places={withDates ? time.ticks : []}
      />
      <svg className={months.layer} aria-hidden>
        {plot.blocks.map(({ left, width, heldTop, lentTop }) => (
          <g key={left}>
            <rect
              x={left}
              y={heldTop}
              width={width}
              height={plot.bottom - heldTop}
              fill={fillOf(id === 'locked' ? 'lost' : 'tint', ink)}
            />
            <rect x={left} y={lentTop} width={width} height={heldTop - lentTop} fill={fillOf('hatch', ink)} />
          </g>
        ))}
        <path d={plot.limitPath} className={styles.limit} />
      </svg>
      {band === undefined ? null : (
        <div className={months.band} style={{ left: band.left, width: band.width }} />
      )}
    </div>
  )
}
