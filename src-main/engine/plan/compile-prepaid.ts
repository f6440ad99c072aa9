import type { PastQuota } from '#shared/catalog.ts'
import type { Policies } from '#shared/policies.ts'
import { type Money, toMicros } from '../exact/amount.ts'
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
    autoTopUp: { amount: line(autoTopUp.value.amount), below: toMicros(autoTopUp.value.below) },
    expiresAfterMonths: expiresAfterMonths.value,
    source: minimumTopUp.source,
  }
}
