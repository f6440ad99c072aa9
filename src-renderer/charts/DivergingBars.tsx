import { useMemo } from 'react'
import { type DivergingRow, divergingPlot, type Segment } from './diverging-plot.ts'
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
  readonly tick: (figure: number) => string
}

/**
 * Bars that are stacked on both sides of zero by kind, each beside its name, with what all of it comes to at its end.
 * Who hears it is told every part.
 */
export function DivergingBars({
  rows,
  series,
  words,
  ink,
  netOf,
}: {
  readonly rows: readonly DivergingRow[]
  /** In the order of the key. */
  readonly series: readonly KeySeries[]
  readonly words: DivergingWords
  readonly ink: string
  /** What the parts of a row come to, written out; null where they do not sum. */
  readonly netOf: (id: string) => string | null
}) {
  const plot = useMemo(() => divergingPlot(rows), [rows])
  const known = useMemo(() => new Map(series.map((one) => [one.id, one])), [series])
  return (
    <div className={styles.chart}>
      <FillPatterns ink={ink} />
      <SeriesKey
        label={words.key}
        unit={words.unit}
        series={series.map(({ id, label, fill }) => ({ id, label, paint: fillOf(fill, ink) }))}
      />
      <ul className={styles.rows}>
        {rows.map((row, place) => (
          <li key={row.id}>
            <span className={styles.name} title={row.name}>
              {row.name}
            </span>
            <span className={styles.bar}>
              <span className={styles.zero} style={{ left: `${String(plot.zero)}%` }} />
              {(plot.bars[place] ?? []).map((segment) => (
                <Part key={segment.kind} {...{ segment, ink, series: known.get(segment.kind), words }} />
              ))}
              <span className="visually-hidden">
                {row.parts.length === 0
                  ? 'no difference'
                  : row.parts
                      .map(({ kind, amount }) => `${known.get(kind)?.label ?? kind} ${words.exact(amount)}`)
                      .join(', ')}
              </span>
            </span>
            <span className={styles.net}>{netOf(row.id)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.axis} aria-hidden>
        <span />
        <span className={styles.ticks}>
          {plot.ticks.map(({ figure, at }) => (
            <span key={figure} style={{ left: `${String(at)}%` }}>
              {words.tick(figure)}
            </span>
          ))}
        </span>
      </div>
    </div>
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
