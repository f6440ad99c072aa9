import { memo, useMemo } from 'react'
import type { LayerMark } from '#shared/credit-layers.ts'
import { LANES, placeMarks } from './mark-lanes.ts'
import { MarkGlyph } from './MarkGlyph.tsx'
import type { TimeAxis } from './time-axis.ts'
import styles from './month-chart.module.css'

const LANE = 13
export const LANES_HEIGHT = LANES.length * LANE + 4

/** What happened when, as glyphs over the picture: credits that come, that go, and where they fall short. */
export const MarkLanes = memo(function MarkLanes({
  marks,
  axis,
  told,
  onAsk,
}: {
  readonly marks: readonly LayerMark[]
  readonly axis: TimeAxis
  readonly told: (mark: LayerMark) => string
  readonly onAsk: (mark: LayerMark) => void
}) {
  const placed = useMemo(() => placeMarks(marks, axis), [marks, axis])
  return (
    <svg className={styles.lanes} width="100%" height={LANES_HEIGHT} aria-hidden>
      {placed.map(({ x, lane, kind, marks: of }) => (
        <g
          key={`${String(lane)} ${String(x)}`}
          transform={`translate(${String(x)} ${String(lane * LANE + LANE / 2 + 2)})`}
          className={styles.glyph}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            const explained = of.find(({ references }) => references.length > 0)
            if (explained !== undefined) onAsk(explained)
          }}
        >
          <title>{of.map(told).join('\n')}</title>
          <rect x={-6} y={-6} width={12} height={12} fill="transparent" />
          <MarkGlyph kind={kind} />
        </g>
      ))}
    </svg>
  )
})
