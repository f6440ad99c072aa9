import type { CurvePicture } from '#renderer/charts/curve-picture.ts'
import type { LabelRoom } from '#renderer/charts/curve-labels.ts'
import type { MovingLayers } from '#renderer/charts/CurveChart.tsx'
import { CurveLabels } from '#renderer/charts/CurveLabels.tsx'
import { CurveMarker } from '#renderer/charts/CurveMarker.tsx'
import { CurvePointer } from '#renderer/charts/CurvePointer.tsx'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'

const setUsage = (usage: number): void => setInputs({ usage })
const setHover = (hover: number | null): void => setView({ hover })
const holdRange = (heldRange: number | null): void => setView({ heldRange })

function Pointer({ picture }: { readonly picture: CurvePicture }) {
  const hover = useView((view) => view.hover)
  const preview = useResults((results) => results.preview)
  return (
    <CurvePointer
      picture={picture}
      hover={hover}
      preview={preview}
      onHover={setHover}
      onHold={holdRange}
      onChange={setUsage}
    />
  )
}

function Marker({ picture }: { readonly picture: CurvePicture }) {
  const usage = useInputs((inputs) => inputs.usage)
  const comparison = useResults((results) => results.comparison)
  const hovering = useView((view) => view.hover !== null)
  return (
    <CurveMarker
      picture={picture}
      usage={usage}
      comparison={comparison}
      hovering={hovering}
      onChange={setUsage}
    />
  )
}

function Labels({ picture, room }: { readonly picture: CurvePicture; readonly room: LabelRoom }) {
  const usage = useInputs((inputs) => inputs.usage)
  return <CurveLabels picture={picture} room={room} usage={usage} />
}

/** What follows the usage in the cost chart, each part drawn anew by itself. */
export const MOVING: MovingLayers = { Pointer, Marker, Labels }
