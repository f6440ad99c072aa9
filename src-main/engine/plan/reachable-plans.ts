import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'

/**
 * Every plan an account may come to be on, each once, in the order it may: the first, those of its changes, and after a
 * cancellation or a refund the free one. A change may be refused as time passes, so it need not come to be on them all.
 */
export function reachablePlans({ plans }: Catalog, { plan, changes }: Scenario): readonly Plan[] {
  const free = plans.find(({ price }) => toMicros(price.monthly.value) === 0)
  const later = changes
    .toSorted((a, b) => parseInstant(a.on) - parseInstant(b.on))
    .flatMap((change) => {
      if (change.kind === 'changePlan') return [change.plan]
      return free !== undefined && (change.kind === 'cancel' || change.kind === 'refund') ? [free.id] : []
    })
  return [...new Set([plan, ...later])].flatMap((id) => plans.find((candidate) => candidate.id === id) ?? [])
}
