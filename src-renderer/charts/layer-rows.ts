import type { CreditLayer, CreditLayers, LayerCredits, LayerStep } from '#shared/credit-layers.ts'
import type { StackFigures } from './stack-plot.ts'

/** What is on hand at an instant, as numbers for drawing; several of one instant are a fall or a rise. */
export interface Vertex {
  readonly at: string
  readonly figures: StackFigures<CreditLayer>
}

export const USE_FIGURES = ['pool', 'grace', 'overage', 'blocked'] as const
export type UseFigure = (typeof USE_FIGURES)[number]

const figuresOf = (layers: readonly CreditLayer[], credits: LayerCredits): StackFigures<CreditLayer> =>
  Object.fromEntries(layers.map((layer) => [layer, Number(credits[layer])]))

/** What of a step moved or was lost as it ended, and is on hand up to there in the picture. */
function atItsEnd(step: LayerStep | undefined, layer: CreditLayer): number {
  const moved = step?.layers.find((movement) => movement.layer === layer)
  if (moved === undefined) return 0
  return Number(moved.movedOut) + Number(moved.expired) + Number(moved.forfeited) - Number(moved.movedIn)
}

const isSame = (layers: readonly CreditLayer[], one: Vertex, other: Vertex): boolean =>
  one.at === other.at && layers.every((layer) => one.figures[layer] === other.figures[layer])

/** The outline of all layers in time: before what ends at a point has ended, once it has, and with what starts then. */
export function verticesOf({ layers, points, steps }: CreditLayers): readonly Vertex[] {
  const found: Vertex[] = []
  const add = (vertex: Vertex): void => {
    const last = found.at(-1)
    if (last === undefined || !isSame(layers, last, vertex)) found.push(vertex)
  }
  for (const [index, { at, onHand, withGrants }] of points.entries()) {
    const step = steps[index - 1]
    const before = layers.map(
      (layer) => [layer, Math.max(0, Number(onHand[layer]) + atItsEnd(step, layer))] as const,
    )
    add({ at, figures: Object.fromEntries(before) })
    add({ at, figures: figuresOf(layers, onHand) })
    if (index < steps.length) add({ at, figures: figuresOf(layers, withGrants) })
  }
  return found
}

/** What became of the usage of each step. */
export const usedOf = ({ steps }: CreditLayers): readonly StackFigures<UseFigure>[] =>
  steps.map((step) => ({
    pool: Number(step.poolCredits),
    grace: Number(step.graceCredits),
    overage: Number(step.overageCredits),
    blocked: Number(step.blockedCredits),
  }))

/** Those of which there is anything in some step. */
export const usedIn = (rows: readonly StackFigures<UseFigure>[]): readonly UseFigure[] =>
  USE_FIGURES.filter((id) => rows.some((row) => (row[id] ?? 0) > 0))

/** Money of the prepaid balance at each point; null where the account has none. */
export function moneyRows({ points }: CreditLayers): readonly number[] | null {
  const money = points.flatMap(({ prepaidMoney }) => (prepaidMoney === null ? [] : [Number(prepaidMoney)]))
  return money.length === points.length ? money : null
}
