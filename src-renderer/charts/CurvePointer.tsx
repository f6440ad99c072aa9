import { type PointerEvent, useMemo, useRef } from 'react'
import type { Comparison } from '#shared/comparison.ts'
import { perFrame } from '#renderer/fields/per-frame.ts'
import type { CurvePicture } from './curve-picture.ts'
import { pointerStep } from './nice.ts'
import { Readout } from './Readout.tsx'
import styles from './curve-chart.module.css'

/** The dashed line under the pointer and the costs there, which the engine works out like any others. */
function HoverLine({
  picture,
  hover,
  preview,
}: {
  readonly picture: CurvePicture
  readonly hover: number
  readonly preview: Comparison | null
}) {
  const { plot } = picture
  const x = plot.x(hover)
  // The costs stand at the usage they are of, also while those at the pointer are still worked out.
  return (
    <>
      <svg className={styles.layer} data-passing aria-hidden>
        <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} className={styles.hover} />
      </svg>
      {preview ? <Readout comparison={preview} x={plot.x(Number(preview.usage))} right={plot.right} /> : null}
    </>
  )
}

/** Pointing shows the costs at a usage; pressing and dragging sets it. */
export function CurvePointer({
  picture,
  hover,
  preview,
  onHover,
  onHold,
  onChange,
}: {
  readonly picture: CurvePicture
  /** The usage under the pointer, and the costs there once they are known. */
  readonly hover: number | null
  readonly preview: Comparison | null
  readonly onHover: (usage: number | null) => void
  /** The range that must stay while the usage is dragged; null once it is let go. */
  readonly onHold: (range: number | null) => void
  readonly onChange: (usage: number) => void
}) {
  const { plot, upTo } = picture
  const pressed = useRef(false)
  const drag = useMemo(() => perFrame(onChange), [onChange])
  const point = useMemo(() => perFrame(onHover), [onHover])

  const release = () => {
    pressed.current = false
    onHold(null)
  }

  const usageAt = (event: PointerEvent<HTMLDivElement>): number => {
    const step = pointerStep(upTo)
    const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left + plot.left
    return Math.round(plot.valueAt(pixel) / step) * step
  }

  return (
    <>
      {hover === null ? null : <HoverLine picture={picture} hover={hover} preview={preview} />}
      <div
        className={styles.pointer}
        data-testid="curve-pointer"
        style={{ left: plot.left, top: plot.top, width: plot.width, height: plot.height + 21 }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          pressed.current = true
          onHold(upTo)
          onChange(usageAt(event))
        }}
        onPointerMove={(event) => {
          point(usageAt(event))
          if (pressed.current) drag(usageAt(event))
        }}
        onPointerUp={release}
        onPointerCancel={release}
        onLostPointerCapture={release}
        onPointerLeave={() => point(null)}
      />
    </>
  )
}
