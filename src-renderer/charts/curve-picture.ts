import type { Curves } from '#shared/comparison.ts'
import { inkName, inkVariable } from '#renderer/theme/plan-colors.ts'
import { type NamedPlan, planNames, type PlanNames } from '#renderer/finding/plan-names.ts'
import { curveRows, mostCost } from './curve-rows.ts'
import { type EdgeText, edgeTexts } from './edge-texts.ts'
import { textWidth } from './labels.ts'
import { type LineEnd, lineEnds } from './line-ends.ts'
import { niceTicks } from './nice.ts'
import { type Insets, type Plot, plotOf } from './plot.ts'

/** Room for the cost axis, and under the usage axis for the ribbon and the ticks. */
const INSETS = { left: 52, top: 24, bottom: 48 } as const
/** Room at the right: for the axis' words at least, for the names at the line ends while they are not endless. */
const RIGHT = { least: 112, most: 200 } as const
/** Of the names at the line ends. */
export const EDGE_SIZE = 12

export interface PlanInkUse {
  readonly plan: string
  /** The ink's name in the palette, and its CSS colour. */
  readonly name: string
  readonly color: string
}

/** Everything the layers of the cost chart agree on. */
export interface CurvePicture {
  readonly curves: Curves
  readonly plot: Plot
  readonly upTo: number
  readonly top: number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  readonly insets: Insets
  readonly ends: readonly LineEnd[]
  readonly edges: readonly EdgeText[]
  readonly inks: readonly PlanInkUse[]
  readonly colorOf: (plan: string) => string
  readonly names: PlanNames
  readonly currency: string
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export function inksOf(plans: readonly { readonly plan: string }[]): readonly PlanInkUse[] {
  return plans.map(({ plan }, place) => {
    const name = inkName(plan, place)
    return { plan, name, color: inkVariable(name) }
  })
}

export function curvePicture(
  curves: Curves,
  plans: readonly NamedPlan[],
  currency: string,
  size: PictureSize,
): CurvePicture {
  const upTo = Number(curves.upTo)
  const { top, ticks: yTicks } = niceTicks(mostCost(curves, curveRows(curves)), 6)
  const names = planNames(plans)
  const ends = lineEnds(curves, top)
  const edges = edgeTexts(ends, names, currency)
  const widest = Math.max(...edges.map(({ text }) => textWidth(text, EDGE_SIZE, 'bold')), RIGHT.least)
  const insets = { ...INSETS, right: Math.min(widest, RIGHT.most) }
  const plot = plotOf(size, insets, upTo, top)
  const inks = inksOf(curves.plans)
  const colors = new Map(inks.map((ink) => [ink.plan, ink.color]))
  return {
    curves,
    plot,
    upTo,
    top,
    // A range that ends where figures do ends between two ticks.
    xTicks: niceTicks(upTo, plot.width > 700 ? 10 : 5).ticks.filter((tick) => tick <= upTo),
    yTicks,
    insets,
    ends,
    edges,
    inks,
    colorOf: (plan) => colors.get(plan) ?? 'var(--tw-ink)',
    names,
    currency,
  }
}
