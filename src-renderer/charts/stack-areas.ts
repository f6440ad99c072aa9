import type { StackFigures, StackPlot, StackSeries } from './stack-plot.ts'

/** A place along the axis, in pixels, and what is stacked there. */
export interface AreaPoint<Id extends string> {
  readonly x: number
  readonly figures: StackFigures<Id>
}

const isFlat = (edge: readonly string[], other: readonly string[]): boolean =>
  edge.every((point, index) => point === other[index])

/** The outline of each part stacked on those before it, as SVG paths; one that is nothing everywhere has none. */
export function areaPaths<Id extends string>(
  points: readonly AreaPoint<Id>[],
  series: readonly StackSeries<Id>[],
  { y }: Pick<StackPlot, 'y'>,
): ReadonlyMap<Id, string> {
  const paths = new Map<Id, string>()
  const heights = points.map(() => 0)
  const edge = (): readonly string[] =>
    points.map(({ x }, index) => `${x.toFixed(1)} ${y(heights[index] ?? 0).toFixed(1)}`)
  let below = edge()
  for (const { id } of series) {
    for (const [index, { figures }] of points.entries())
      heights[index] = (heights[index] ?? 0) + (figures[id] ?? 0)
    const above = edge()
    if (!isFlat(above, below)) paths.set(id, `M${above.join('L')}L${below.toReversed().join('L')}z`)
    below = above
  }
  return paths
}
