import { type PointerEvent, useMemo, useRef } from 'react'
import { perFrame } from '#renderer/client/per-frame.ts'
import { setInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import type { CurvePicture } from './curve-picture.ts'
import { pointerStep } from './nice.ts'
import { Readout } from './Readout.tsx'
import styles from './curve-chart.module.css'

const setUsage = (usage: number): void => setInputs({ usage })
const setHover = (hover: number | null): void => setView({ hover })

/** The dashed line under the pointer and the costs there, which the engine works out like any others. */
function HoverLine({ picture }: { readonly picture: CurvePicture }) {
  const hover = useView((view) => view.hover)
  const preview = useResults((results) => results.preview)
  if (hover === null) return null
  const { plot } = picture
  const x = plot.x(hover)
  // The costs stand at the usage they are of, also while those at the pointer are still worked out.
  return (
    <>
      <svg className={styles.layer} aria-hidden>
        <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} className={styles.hover} />
      </svg>
      {preview ? <Readout comparison={preview} x={plot.x(Number(preview.usage))} right={plot.right} /> : null}
    </>
  )
}

/** Pointing shows the costs at a usage; pressing and dragging sets it. */
export function CurvePointer({ picture }: { readonly picture: CurvePicture }) {
  const { plot, upTo } = picture
  const pressed = useRef(false)
  const drag = useMemo(() => perFrame(setUsage), [])
  const point = useMemo(() => perFrame(setHover), [])

  const release = () => {
    pressed.current = false
    setView({ heldRange: null })
  }

  const usageAt = (event: PointerEvent<HTMLDivElement>): number => {
    const step = pointerStep(upTo)
    const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left + plot.left
    return Math.round(plot.valueAt(pixel) / step) * step
  }

  return (
    <>
      <HoverLine picture={picture} />
      <div
        className={styles.pointer}
        data-testid="curve-pointer"
        style={{ left: plot.left, top: plot.top, width: plot.width, height: plot.height + 21 }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          pressed.current = true
          setView({ heldRange: upTo })
          setUsage(usageAt(event))
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
