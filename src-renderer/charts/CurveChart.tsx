import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Curves } from '#shared/comparison.ts'
import type { NamedPlan } from '#renderer/finding/plan-names.ts'
import { labelRoom } from './curve-labels.ts'
import { curvePicture } from './curve-picture.ts'
import { CurveLabels } from './CurveLabels.tsx'
import { CurveLines } from './CurveLines.tsx'
import { CurveMarker } from './CurveMarker.tsx'
import { CurveOverlay } from './CurveOverlay.tsx'
import { CurvePointer } from './CurvePointer.tsx'
import { CurveUnderlay } from './CurveUnderlay.tsx'
import styles from './curve-chart.module.css'

/**
 * The cost of every plan over monthly usage, in layers that share one geometry: what depends on the terms is drawn
 * once, and only the marker, the pointer and the words that make way for the marker follow a drag.
 */
export function CurveChart({
  curves,
  plans,
  currency,
  unit,
}: {
  readonly curves: Curves
  readonly plans: readonly NamedPlan[]
  readonly currency: string
  /** What usage is counted in. */
  readonly unit: string
}) {
  const { ref, width, height } = useElementSize()
  const picture = useMemo(
    () => (width > 0 && height > 0 ? curvePicture(curves, plans, currency, { width, height }) : null),
    [curves, plans, currency, width, height],
  )
  const room = useMemo(() => (picture ? labelRoom(picture) : null), [picture])
  return (
    <div ref={ref} className={styles.chart}>
      {picture && room ? (
        <>
          <CurveUnderlay picture={picture} />
          <div className={styles.lines}>
            <CurveLines picture={picture} />
          </div>
          <CurvePointer picture={picture} />
          <CurveMarker picture={picture} />
          <CurveOverlay picture={picture} room={room} unit={unit} />
          <CurveLabels picture={picture} room={room} />
        </>
      ) : null}
    </div>
  )
}
