import { CostKind } from '#shared/cost-kind.ts'
import type { ExplanationStep } from '#shared/explanation.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import { kindWords } from './cost-kind-rules.ts'
import { moneyStep, sumStep } from './explained-run.ts'

/** What one account costs less what another does, by what the money is for; what both pay alike for is left out. */
export function differenceSteps(
  own: ReadonlyMap<CostKind, Money>,
  other: ReadonlyMap<CostKind, Money>,
): readonly ExplanationStep[] {
  const kinds = CostKind.options.map((kind) => ({
    name: kindWords(kind),
    its: own.get(kind) ?? 0,
    theirs: other.get(kind) ?? 0,
  }))
  const [its, theirs] = [own, other].map((amounts) =>
    [...amounts.values()].reduce((sum, one) => sum + one, 0),
  )
  return [
    ...kinds.filter((kind) => kind.its !== kind.theirs).map(stepOf),
    sumStep(stepOf({ name: 'Total', its: its ?? 0, theirs: theirs ?? 0 })),
  ]
}

const stepOf = ({
  name,
  its,
  theirs,
}: {
  readonly name: string
  readonly its: Money
  readonly theirs: Money
}): ExplanationStep =>
  moneyStep(`${name}: ${moneyText(its)} less ${moneyText(theirs)}`, moneyText(its - theirs))
