import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from '#renderer/client/client.ts'
import { perFrame } from '#renderer/fields/per-frame.ts'
import { positionOf, stepAt } from '#renderer/fields/usage-scale.ts'
import type { Comparison } from '#shared/comparison.ts'

/*
 * What a drag costs at the least: a bare React page with the application's slider and its call, that draws one text and
 * one path of the answer. Nothing is kept and nothing is asked ahead.
 */

const WIDTH = 1600
const HEIGHT = 600

const bridge = connect(
  () => Promise.resolve(),
  () => undefined,
)

/** The costs of the plans as one line over the page. */
function pathOf({ plans }: Comparison): string {
  const most = Math.max(1, ...plans.map(({ monthly }) => Number(monthly)))
  const points = plans.map(({ monthly }, index) => {
    const x = (index / plans.length) * WIDTH
    return `${String(x)},${String(HEIGHT - (Number(monthly) / most) * HEIGHT)}`
  })
  return `M${points.join('L')}`
}

function Floor() {
  const [usage, setUsage] = useState(400_000)
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const drag = useMemo(
    () =>
      perFrame((next: number) => {
        setUsage(next)
        void bridge
          .invoke('analysis.compare', { catalog: 'elevenlabs-2026-04', usage: String(next) })
          .then((answer) => {
            if (answer.ok) setComparison(answer.value)
          })
      }),
    [],
  )
  const shown = Number(comparison?.usage ?? usage).toLocaleString('en-US')
  return (
    <>
      <h1>{shown} credits a month</h1>
      <input
        type="range"
        style={{ width: WIDTH }}
        min={0}
        max={1}
        step={0.0005}
        value={positionOf(usage)}
        onChange={(event) => drag(stepAt(Number(event.currentTarget.value)))}
      />
      <svg width={WIDTH} height={HEIGHT}>
        <path d={comparison ? pathOf(comparison) : ''} fill="none" stroke="black" />
      </svg>
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Floor />)
