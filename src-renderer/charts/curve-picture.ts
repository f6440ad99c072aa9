import type { Curves } from '#shared/comparison.ts'
import { inkName, inkVariable } from '#renderer/theme/plan-colors.ts'
import { type NamedPlan, planNames, type PlanNames } from '#renderer/finding/plan-names.ts'
import { curveRows, mostCost } from './curve-rows.ts'
import { type LineEnd, lineEnds } from './line-ends.ts'
import { niceTicks } from './nice.ts'
import { type Insets, type Plot, plotOf } from './plot.ts'

/** Room for the cost axis, the names at the line ends, and under the axis the ribbon and the usage ticks. */
export const AXIS_INSETS: Insets = { left: 52, right: 124, top: 24, bottom: 48 }

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
  readonly ends: readonly LineEnd[]
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
  const plot = plotOf(size, AXIS_INSETS, upTo, top)
  const inks = inksOf(curves.plans)
  const colors = new Map(inks.map((ink) => [ink.plan, ink.color]))
  return {
    curves,
    plot,
    upTo,
    top,
    xTicks: niceTicks(upTo, plot.width > 700 ? 10 : 5).ticks,
    yTicks,
    ends: lineEnds(curves, top),
    inks,
    colorOf: (plan) => colors.get(plan) ?? 'var(--tw-ink)',
    names: planNames(plans),
    currency,
  }
}
