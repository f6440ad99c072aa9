import type { PastQuota } from '#shared/catalog.ts'
import type { Policies } from '#shared/policies.ts'
import { type Money, moneyText, toMicros } from '../exact/amount.ts'
import { roundTo, whole } from '../exact/rational.ts'
import type { CompiledPrepaid } from './compiled-plan.ts'

/** The prepaid balance a plan sells; null where it sells none. A top-up is an invoice line, so its amounts round as lines do. */
export function compilePrepaid(
  pastQuota: PastQuota,
  minor: Money,
  policies: Policies,
): CompiledPrepaid | null {
  if (pastQuota.kind !== 'prepaid' || policies.beyondGrants === 'blocked') return null
  const line = (text: string) => roundTo(whole(toMicros(text)), minor)
  const { value, minimumTopUp, autoTopUp, expiresAfterMonths } = pastQuota
  return {
    credits: toMicros(value.value.credits),
    money: toMicros(value.value.money),
    minimumTopUp: line(minimumTopUp.value),
    autoTopUp: {
      amount: line(autoTopUp.value.amount),
      below: toMicros(autoTopUp.value.below),
      mustRemain: toMicros(autoTopUp.value.mustRemain ?? '0'),
    },
    expiresAfterMonths: expiresAfterMonths.value,
    source: minimumTopUp.source,
  }
}

/**
 * Why automatic top-up cannot wait until the balance is `below` so much: while it is on, the least a plan names must remain.
 * Null when it can, or where the plan decides when. Source: facts §4.2 ("when on, $5 must remain").
 */
export function triggerProblem(below: string | undefined, mustRemain: Money): string | null {
  if (below === undefined || toMicros(below) >= mustRemain) return null
  return `While automatic top-up is on, at least ${moneyText(mustRemain)} must remain: it cannot wait for less.`
}
