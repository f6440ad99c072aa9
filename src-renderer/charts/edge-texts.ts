import { money, shortMoney } from '#renderer/format/figures.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import type { LineEnd } from './line-ends.ts'

/** What is written at the right edge of the picture for a line that ends there, or costs more than it shows. */
export interface EdgeText {
  readonly plan: string
  readonly text: string
  /** Where on the cost axis the line ends; null above the picture. */
  readonly cost: number | null
}

const isWhole = (cost: string): boolean => /^\d+(\.0+)?$/.test(cost)

/** From here on cents would take more room than they are worth. */
const SHORT_FROM = 1_000_000

/** One way to write them all: none has cents where all are whole, else all have them. */
function moneyFor(costs: readonly string[], currency: string): (cost: string) => string {
  if (costs.every(isWhole)) return (cost) => shortMoney(cost, currency)
  return (cost) => (Number(cost) < SHORT_FROM ? money(cost, currency) : shortMoney(cost, currency))
}

export function edgeTexts(ends: readonly LineEnd[], names: PlanNames, currency: string): readonly EdgeText[] {
  const atEdge = ends.filter(({ kind }) => kind === 'right' || kind === 'above')
  const print = moneyFor(
    atEdge.map(({ monthly }) => monthly),
    currency,
  )
  return atEdge.map((end) => ({
    plan: end.plan,
    text: `${names(end.plan)} ${end.kind === 'above' ? '↑ ' : ''}${print(end.monthly)}`,
    cost: end.kind === 'right' ? end.cost : null,
  }))
}
