import type { Curves } from '#shared/comparison.ts'

/**
 * How a plan's line leaves the picture: at the right edge, through the top, by blocking further usage, or it never
 * enters because it costs more than the picture shows.
 */
export type LineEnd = {
  readonly plan: string
  /** The cost where the line leaves, as the engine gave it. */
  readonly monthly: string
} & (
  | { readonly kind: 'right'; readonly cost: number }
  | { readonly kind: 'top'; readonly usage: number }
  | { readonly kind: 'blocks'; readonly usage: number; readonly cost: number; readonly from: string }
  | { readonly kind: 'above' }
)

type PlanCurve = Curves['plans'][number]

function endOf(curve: PlanCurve, top: number, upTo: number): LineEnd | undefined {
  const { plan, points } = curve
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return undefined
  if (Number(first.monthly) > top) return { plan, kind: 'above', monthly: first.monthly }

  const over = points.findIndex((point) => Number(point.monthly) > top)
  const beyond = points[over]
  const before = points[over - 1]
  if (beyond && before) {
    // Where on the picture's edge the name goes; the costs on both sides are the engine's.
    const share = (top - Number(before.monthly)) / (Number(beyond.monthly) - Number(before.monthly))
    const usage = Number(before.usage) + share * (Number(beyond.usage) - Number(before.usage))
    return { plan, kind: 'top', usage, monthly: before.monthly }
  }

  const cost = Number(last.monthly)
  if (curve.blocksFrom !== null && Number(curve.blocksFrom) < upTo) {
    return {
      plan,
      kind: 'blocks',
      usage: Number(last.usage),
      cost,
      from: curve.blocksFrom,
      monthly: last.monthly,
    }
  }
  return { plan, kind: 'right', cost, monthly: last.monthly }
}

export const lineEnds = (curves: Curves, top: number): readonly LineEnd[] =>
  curves.plans.flatMap((curve) => endOf(curve, top, Number(curves.upTo)) ?? [])
