import type { AccountChange } from '#shared/account.ts'
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
    .flatMap((change) => {
      const next = nextPlan(change, free)
      return next === undefined ? [] : [{ next, at: parseInstant(change.on) }]
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ next }) => next)
  return [...new Set([plan, ...later])].flatMap((id) => plans.find((candidate) => candidate.id === id) ?? [])
}

function nextPlan(change: AccountChange, free: Plan | undefined): string | undefined {
  if (change.kind === 'changePlan') return change.plan
  return change.kind === 'cancel' || change.kind === 'refund' ? free?.id : undefined
}
