import type { CostDimensions, CostShare } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { AttributedCosts } from '#shared/open-result.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { attributeCosts } from '../analysis/cost-attribution.ts'
import type { OnProgress } from '../analysis/progress.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'

/** Costs by what they are told apart by, and their sum: see `attributeCosts`, which also says what is refused. */
export function attributedCosts(
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
  onProgress?: OnProgress,
): Result<AttributedCosts> {
  const shares = attributeCosts(catalog, scenario, dimensions, onProgress)
  return shares.ok ? succeed({ shares: [...shares.value], total: sumOf(shares.value) }) : shares
}

function sumOf(shares: readonly CostShare[]): AttributedCosts['total'] {
  const [credits, overage, cost] = [new LongSum(), new LongSum(), new LongSum()]
  let requests = 0
  for (const share of shares) {
    requests += share.requests
    credits.add(toMicros(share.credits))
    overage.add(toMicros(share.overageCredits))
    cost.add(toMicros(share.cost))
  }
  return { requests, credits: credits.credits, overageCredits: overage.credits, cost: cost.money }
}
