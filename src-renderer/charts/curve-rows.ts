import type { Curves } from '#shared/comparison.ts'

/** The cost of every plan at one usage, in the order of `curves.plans`; null where a plan has no cost there. */
export interface CurveRow {
  readonly usage: number
  readonly usageText: string
  readonly costs: readonly (number | null)[]
  readonly costTexts: readonly (string | null)[]
}

/** The curves as rows: what the lines are drawn from, and what the table view shows. */
export function curveRows(curves: Curves): readonly CurveRow[] {
  const byUsage = new Map<string, (string | null)[]>()
  curves.plans.forEach((plan, index) => {
    for (const point of plan.points) {
      const costs = byUsage.get(point.usage) ?? curves.plans.map(() => null)
      costs[index] = point.monthly
      byUsage.set(point.usage, costs)
    }
  })
  return [...byUsage]
    .map(([usageText, costTexts]) => ({
      usage: Number(usageText),
      usageText,
      costTexts,
      costs: costTexts.map((text) => (text === null ? null : Number(text))),
    }))
    .toSorted((one, other) => one.usage - other.usage)
}

/**
 * The top of the cost axis: room above the cheapest plan for those that compete with it. A plan that costs many
 * times more would press everything else flat; it is named at the edge instead.
 */
export function mostCost(curves: Curves, rows: readonly CurveRow[]): number {
  let most = 0
  for (const stretch of curves.envelope) {
    const index = curves.plans.findIndex((plan) => plan.plan === stretch.plan)
    if (index < 0) continue
    for (const { usage, costs } of rows) {
      const cost = costs[index] ?? 0
      if (usage <= Number(stretch.to) && usage >= Number(stretch.from)) most = Math.max(most, cost)
    }
  }
  const all = rows.flatMap((row) => row.costs.filter((cost) => cost !== null))
  return most > 0 ? most * 1.5 : Math.max(1, ...all)
}

/** A step in a curve has a point on either side of it, a millionth apart: one line of a table is enough for both. */
export const readableRows = (rows: readonly CurveRow[]): readonly CurveRow[] =>
  rows.filter(({ usage }, index) => usage - (rows[index - 1]?.usage ?? -1) > 0.001)
