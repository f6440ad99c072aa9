import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { AxisWords } from './axis-words.ts'
import {
  clearTicks,
  type DivergingPlot,
  type DivergingRow,
  divergingPlot,
  type Segment,
} from './diverging-plot.ts'
import { FillPatterns, fillOf } from './fills.tsx'
import type { KeySeries } from './key-series.ts'
import { SeriesKey } from './SeriesKey.tsx'
import styles from './diverging.module.css'

/** What is on either side of zero, and how its figures are written. */
export interface DivergingWords {
  readonly key: string
  readonly unit: string
  /** The figure of a part, with its sign. */
  readonly exact: (amount: string) => string
  readonly tick: AxisWords
}

/** Bars of one unit on one scale. */
export interface DivergingPanel {
  /** In the order of the lines that the bars stand beside. */
  readonly rows: readonly DivergingRow[]
  /** In the order of the key. */
  readonly series: readonly KeySeries[]
  readonly words: DivergingWords
}

/**
 * Bars that are stacked on both sides of zero by kind, each beside the line that says in words what it shows; beside one
 * another where there are several units. Who hears it is told every part.
 */
export function DivergingBars({
  lines,
  panels,
  ink,
}: {
  readonly lines: readonly { readonly id: string; readonly name: string; readonly sentence: string }[]
  readonly panels: readonly DivergingPanel[]
  readonly ink: string
}) {
  const plots = useMemo(
    () =>
      panels.map((panel) => ({
        ...panel,
        ...drawn(panel),
        known: new Map(panel.series.map((one) => [one.id, one])),
      })),
    [panels],
  )
  return (
    <div className={styles.chart} data-panels={panels.length}>
      <FillPatterns ink={ink} />
      <div className={styles.keys}>
        <span />
        {plots.map(({ words, series }) => (
          <SeriesKey
            key={words.key}
            label={words.key}
            unit={words.unit}
            series={series.map(({ id, label, fill }) => ({ id, label, paint: fillOf(fill, ink) }))}
          />
        ))}
      </div>
      <ul className={styles.rows}>
        {lines.map(({ id, name, sentence }, place) => (
          <li key={id}>
            <p className={styles.told}>
              <strong>{name}</strong> <span>{sentence}</span>
            </p>
            {plots.map((panel) => (
              <Bar key={panel.words.key} {...panel} place={place} ink={ink} />
            ))}
          </li>
        ))}
      </ul>
      <div className={styles.axis} aria-hidden>
        <span />
        {plots.map(({ words, plot, print }) => (
          <Ticks key={words.key} plot={plot} print={print} />
        ))}
      </div>
    </div>
  )
}

/** The bars of a panel, and how the figures at its foot are written. */
function drawn({ rows, words }: DivergingPanel) {
  const plot = divergingPlot(rows)
  return { plot, print: words.tick(plot.ticks.map(({ figure }) => figure)) }
}

function Ticks({
  plot,
  print,
}: {
  readonly plot: DivergingPlot
  readonly print: (figure: number) => string
}) {
  const { ref, width } = useElementSize<HTMLSpanElement>()
  const ticks = plot.ticks.map((tick) => ({ ...tick, text: print(tick.figure) }))
  const last = ticks.at(-1)?.figure
  return (
    <span className={styles.ticks} ref={ref}>
      {clearTicks(ticks, width).map(({ figure, at, text }) => (
        <span
          key={figure}
          data-end={figure === ticks[0]?.figure ? 'first' : figure === last ? 'last' : undefined}
          style={{ left: `${String(at)}%` }}
        >
          {text}
        </span>
      ))}
    </span>
  )
}

function Bar({
  rows,
  words,
  plot,
  known,
  place,
  ink,
}: DivergingPanel & {
  readonly plot: DivergingPlot
  readonly known: ReadonlyMap<string, KeySeries>
  readonly place: number
  readonly ink: string
}) {
  const parts = rows[place]?.parts ?? []
  return (
    <span className={styles.bar}>
      <span className={styles.zero} style={{ left: `${String(plot.zero)}%` }} />
      {(plot.bars[place] ?? []).map((segment) => (
        <Part key={segment.kind} {...{ segment, ink, series: known.get(segment.kind), words }} />
      ))}
      <span className="visually-hidden">
        {parts.length === 0
          ? `${words.key}: none`
          : parts
              .map(({ kind, amount }) => `${known.get(kind)?.label ?? kind} ${words.exact(amount)}`)
              .join(', ')}
      </span>
    </span>
  )
}

function Part({
  segment: { kind, amount, left, width },
  series,
  words,
  ink,
}: {
  readonly segment: Segment
  readonly series: KeySeries | undefined
  readonly words: DivergingWords
  readonly ink: string
}) {
  return (
    <span
      className={styles.part}
      style={{ left: `${String(left)}%`, width: `${String(width)}%` }}
      title={`${series?.label ?? kind} ${words.exact(amount)}`}
      aria-hidden
    >
      <svg width="100%" height="100%">
        <rect width="100%" height="100%" fill={fillOf(series?.fill ?? 'lost', ink)} />
      </svg>
    </span>
  )
}
