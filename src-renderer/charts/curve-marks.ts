import type { Curves } from '#shared/comparison.ts'
import { wholeCredits } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'

/** A place in the picture that has something to say. */
export interface Mark {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The end of a line that blocks further usage. */
export interface Stop extends Mark {
  readonly plan: string
  /** The plan is the cheapest up to here: its end is where the next one takes over. */
  readonly handsOver: boolean
}

type Stretch = Curves['envelope'][number]

/** Usages in the answer are rounded to hundredths of a credit, each by itself. */
const SAME = 0.011

const isSame = (one: string | null, other: string): boolean =>
  one !== null && Math.abs(Number(one) - Number(other)) < SAME

/** How high a plan's line is drawn at a usage: between two points of the engine it is straight. */
function heightOn({ curves, plot }: CurvePicture, plan: string, usage: number): number | undefined {
  const points = curves.plans.find((curve) => curve.plan === plan)?.points ?? []
  const above = points.findIndex((point) => Number(point.usage) >= usage)
  const after = points[above]
  const before = points[above - 1] ?? after
  if (!after || !before) return undefined
  const [from, to] = [Number(before.usage), Number(after.usage)]
  const [low, high] = [plot.y(Number(before.monthly)), plot.y(Number(after.monthly))]
  return to === from ? high : low + ((high - low) * (usage - from)) / (to - from)
}

/** A stretch that ends because its plan blocks: the stop of the plan's line says so. */
const endsByBlocking = (curves: Curves, { plan, to }: Stretch): boolean =>
  curves.plans.some((curve) => curve.plan === plan && isSame(curve.blocksFrom, to))

/** Where another plan becomes the cheapest while the one before still serves. */
export function handOvers(picture: CurvePicture): readonly Mark[] {
  const { curves, names, plot } = picture
  return curves.envelope.slice(1).flatMap((next, index) => {
    const last = curves.envelope[index]
    if (!last || last.plan === null || next.plan === null || endsByBlocking(curves, last)) return []
    const y = heightOn(picture, next.plan, Number(last.to))
    if (y === undefined) return []
    return [
      {
        id: `${last.plan}>${next.plan} ${last.to}`,
        text: `${names(last.plan)} → ${names(next.plan)} ${wholeCredits(last.to)}`,
        x: plot.x(Number(last.to)),
        y,
      },
    ]
  })
}

/** Where the bills of two neighbours on the ladder meet while another plan is cheaper than both. */
export function otherCrossings({ curves, names, plot, upTo, top }: CurvePicture): readonly Mark[] {
  const changes = curves.envelope.slice(1).flatMap((next, index) => {
    const last = curves.envelope[index]
    return last ? [{ from: last.plan, to: next.plan, usage: last.to }] : []
  })
  return curves.crossovers.flatMap(({ from, to, usage, monthly, kind }) => {
    if (kind !== 'cost' || usage === null || monthly === null) return []
    if (Number(usage) > upTo || Number(monthly) > top) return []
    const isChange = changes.some(
      (change) => change.from === from && change.to === to && isSame(usage, change.usage),
    )
    if (isChange) return []
    return [
      {
        id: `meet:${from}>${to}`,
        text: `${names(from)} → ${names(to)} ${wholeCredits(usage)}`,
        x: plot.x(Number(usage)),
        y: plot.y(Number(monthly)),
      },
    ]
  })
}

/** Where lines end because their plans block. */
export function stops({ curves, ends, names, plot }: CurvePicture): readonly Stop[] {
  return ends.flatMap((end) =>
    end.kind === 'blocks'
      ? [
          {
            id: `stop:${end.plan}`,
            plan: end.plan,
            text: `${names(end.plan)} blocks past ${wholeCredits(end.from)}`,
            x: plot.x(end.usage),
            y: plot.y(end.cost),
            handsOver: curves.envelope.some(({ plan, to }) => plan === end.plan && isSame(end.from, to)),
          },
        ]
      : [],
  )
}

/** Where lines leave through the top. */
export function tops({ ends, names, plot }: CurvePicture): readonly (Mark & { readonly plan: string })[] {
  return ends.flatMap((end) =>
    end.kind === 'top'
      ? [
          {
            id: `top:${end.plan}`,
            plan: end.plan,
            text: names(end.plan),
            x: plot.x(end.usage),
            y: plot.top + 8,
          },
        ]
      : [],
  )
}
