import type { CurvePicture } from './curve-picture.ts'
import { textWidth } from './labels.ts'

/** Where the ribbon lies under the usage axis. */
export const RIBBON = { top: 5, height: 16 } as const

const SIZE = 11
const AIR = 6
/** Where along its stretch a name stands: in the middle, or out of the way of the marker. */
const SHARES = [0.5, 0.25, 0.75] as const

export interface RibbonName {
  readonly id: string
  readonly text: string
  readonly color: string
  readonly middle: number
  readonly y: number
}

/** The names of the cheapest plans in their stretches of the ribbon, beside the marker at `x` where there is room. */
export function ribbonNames(picture: CurvePicture, x: number): readonly RibbonName[] {
  const { plot, curves, names, colorOf } = picture
  return curves.envelope.flatMap(({ plan, from, to }) => {
    const text = plan === null ? 'all block' : names(plan)
    const half = textWidth(text, SIZE, 'bold') / 2 + AIR
    const [left, right] = [plot.x(Number(from)), plot.x(Number(to))]
    if (right - left <= 2 * half) return []
    const places = SHARES.map((share) =>
      Math.min(right - half, Math.max(left + half, left + share * (right - left))),
    )
    const middle = places.find((place) => Math.abs(place - x) >= half) ?? (left + right) / 2
    return [
      {
        id: from,
        text,
        color: ribbonColor(plan, colorOf),
        middle,
        y: plot.bottom + RIBBON.top + RIBBON.height / 2 + 1,
      },
    ]
  })
}

/** The colour of a stretch; where all plans block it is that of danger. */
export const ribbonColor = (plan: string | null, colorOf: (plan: string) => string): string =>
  plan === null ? 'var(--tw-danger)' : colorOf(plan)
