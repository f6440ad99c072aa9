import { useElementSize } from '@mantine/hooks'
import { type ComponentType, useMemo } from 'react'
import type { Curves } from '#shared/comparison.ts'
import type { NamedPlan } from '#renderer/finding/plan-names.ts'
import { type LabelRoom, labelRoom } from './curve-labels.ts'
import { type CurvePicture, curvePicture } from './curve-picture.ts'
import { CurveLines } from './CurveLines.tsx'
import { CurveOverlay } from './CurveOverlay.tsx'
import { CurveUnderlay } from './CurveUnderlay.tsx'
import styles from './curve-chart.module.css'

/** The layers that follow the usage: whoever holds it gives them to the chart, which alone knows their places. */
export interface MovingLayers {
  readonly Pointer: ComponentType<{ readonly picture: CurvePicture }>
  readonly Marker: ComponentType<{ readonly picture: CurvePicture }>
  readonly Labels: ComponentType<{ readonly picture: CurvePicture; readonly room: LabelRoom }>
}

/**
 * The cost of every plan over monthly usage, in layers that share one geometry: what depends on the terms is drawn
 * once, and only the marker, the pointer and the words that make way for the marker follow a drag.
 */
export function CurveChart({
  curves,
  plans,
  currency,
  unit,
  moving: { Pointer, Marker, Labels },
}: {
  readonly curves: Curves
  readonly plans: readonly NamedPlan[]
  readonly currency: string
  /** What usage is counted in. */
  readonly unit: string
  readonly moving: MovingLayers
}) {
  const { ref, width, height } = useElementSize()
  const picture = useMemo(
    () => (width > 0 && height > 0 ? curvePicture(curves, plans, currency, { width, height }) : null),
    [curves, plans, currency, width, height],
  )
  const room = useMemo(() => (picture ? labelRoom(picture) : null), [picture])
  return (
    <div ref={ref} className={styles.chart} data-chart>
      {picture && room ? (
        <>
          <CurveUnderlay picture={picture} />
          <div className={styles.lines}>
            <CurveLines picture={picture} />
          </div>
          <Pointer picture={picture} />
          <Marker picture={picture} />
          <CurveOverlay picture={picture} room={room} unit={unit} />
          <Labels picture={picture} room={room} />
        </>
      ) : null}
    </div>
  )
}
