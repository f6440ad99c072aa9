import type { Catalog } from '#shared/catalog.ts'
import type { CostKind } from '#shared/cost-kind.ts'
import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { UpgradeMove, UpgradeReference } from '#shared/reference.ts'
import { periodCosts } from '../costs/period-costs.ts'
import { type Money, toMicros } from '../exact/amount.ts'
import { type BillAs, type BilledAs, detailedOf } from './billed-as.ts'
import { differenceSteps } from './difference-steps.ts'
import { explainInDetail } from './explain.ts'
import { ofParts } from './explained-run.ts'

const RULE =
  'What pays for time within the run when the account moves up on this day, less the same on the best day: terms reach more or less far past the end, so what they pay for beyond it is left out.'

/**
 * A figure of the account with a move up on a day, or never; what pays for time within the run then; or how much more that
 * is than with another move, its regret. Refused like a run of either, and of what a result does not have.
 */
export function explainUpgrade(billed: BillAs, { move, of: asked }: UpgradeReference): Result<Explanation> {
  const told = billed({ kind: 'upgrade', move })
  if (!told.ok) return told
  const { catalog, scenario, run } = told.value
  const name = moveInWords(catalog, move)
  if (asked.kind === 'regret') {
    const best = billed({ kind: 'upgrade', move: asked.beside })
    if (!best.ok) return best
    return succeed(
      ofParts({
        title: `${name}, less ${moveInWords(catalog, asked.beside)}`,
        rule: RULE,
        steps: [...differenceSteps(withinRun(told.value), withinRun(best.value))],
        sources: [],
      }),
    )
  }
  const reference =
    asked.kind === 'withinRun'
      ? ({ kind: 'soFar', by: 'period', basis: 'attributable', span: run.result.periods.length } as const)
      : asked
  const explained = explainInDetail(catalog, detailedOf(told.value), reference, scenario.usage)
  return explained.ok
    ? succeed({ ...explained.value, title: `${name}: ${explained.value.title}` })
    : explained
}

/** Money for time within the run, by what it is for. */
function withinRun({ run: { result, detail } }: BilledAs): ReadonlyMap<CostKind, Money> {
  const amounts = new Map<CostKind, Money>()
  for (const { attributable } of periodCosts(result, detail, 'period').rows)
    for (const { kind, amount } of attributable.kinds)
      amounts.set(kind, (amounts.get(kind) ?? 0) + toMicros(amount))
  return amounts
}

function moveInWords({ plans }: Catalog, { plan, on }: UpgradeMove): string {
  if (on === null) return 'Never moving up'
  return `${plans.find(({ id }) => id === plan)?.name ?? plan} from ${on}`
}
