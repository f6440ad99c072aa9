import { type KeyboardEvent, useState } from 'react'
import type { Comparison } from '#shared/comparison.ts'
import { usageByKey } from '#renderer/fields/UsageSlider.tsx'
import { LEAST_USAGE, MOST_USAGE } from '#renderer/fields/usage-scale.ts'
import { ranked } from '#renderer/finding/ranking.ts'
import { credits, isZero, money } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'
import { markerPlace } from './marker-place.ts'
import { Readout } from './Readout.tsx'
import styles from './curve-chart.module.css'

/** The costs at the marker in words, for those who do not see the picture. */
function spoken(usage: number, comparison: Comparison | null): string {
  const at = `${credits(usage)} credits a month`
  if (!comparison) return at
  const costs = ranked(comparison).map((plan) =>
    isZero(plan.blockedCredits)
      ? `${plan.name} ${money(plan.monthly, comparison.currency)}`
      : `${plan.name} blocks work`,
  )
  return `${at}: ${costs.join(', ')}`
}

/** The costs on the lines, at the usage they were worked out for. */
function Dots({ comparison, picture }: { readonly comparison: Comparison; readonly picture: CurvePicture }) {
  const { plot, upTo, top, colorOf } = picture
  const usage = Number(comparison.usage)
  if (usage > upTo) return null
  return comparison.plans.map((plan) =>
    isZero(plan.blockedCredits) && Number(plan.monthly) <= top ? (
      <circle
        key={plan.plan}
        cx={plot.x(usage)}
        cy={plot.y(Number(plan.monthly))}
        r={plan.plan === comparison.cheapest ? 5 : 4}
        fill={colorOf(plan.plan)}
        className={styles.dot}
      />
    ) : null,
  )
}

/** The line at the present usage with its handle. It follows the pointer at once; the figures follow the engine. */
export function CurveMarker({
  picture,
  usage,
  comparison,
  hovering,
  onChange,
}: {
  readonly picture: CurvePicture
  readonly usage: number
  readonly comparison: Comparison | null
  /** Whether the costs at the pointer are shown, which stand in the place of those at the marker. */
  readonly hovering: boolean
  readonly onChange: (usage: number) => void
}) {
  // Who takes it by mouse sees the costs there from the first key on.
  const [byKeyboard, setByKeyboard] = useState(false)
  const { x, grip, label, top, bottom } = markerPlace(picture, usage)

  const onKeyDown = (event: KeyboardEvent) => {
    const next = usageByKey(event.key, usage)
    if (next === undefined) return
    event.preventDefault()
    setByKeyboard(true)
    onChange(next)
  }

  return (
    <>
      <svg className={styles.layer} aria-hidden>
        <line x1={x} x2={x} y1={top} y2={bottom} className={styles.marker} />
        {comparison ? <Dots comparison={comparison} picture={picture} /> : null}
      </svg>
      <div
        className={styles.grip}
        style={{ left: grip }}
        role="slider"
        tabIndex={0}
        aria-label="Monthly usage in the chart"
        aria-valuemin={LEAST_USAGE}
        aria-valuemax={Math.max(MOST_USAGE, usage)}
        aria-valuenow={usage}
        aria-valuetext={spoken(usage, comparison)}
        onKeyDown={onKeyDown}
        onFocus={(event) => setByKeyboard(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setByKeyboard(false)}
      >
        {label}
      </div>
      {byKeyboard && !hovering && comparison ? (
        <Readout comparison={comparison} x={x} right={picture.plot.right} />
      ) : null}
    </>
  )
}
