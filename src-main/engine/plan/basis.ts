import type { Basis, Catalog, PastQuota, Plan } from '#shared/catalog.ts'

const TRUST: readonly Basis[] = ['measured', 'estimated', 'assumed']

/** How far a plan's cost can be trusted: the weakest basis among its price, credits, rollover and overage. */
export function basisOf(catalog: Catalog, plan: Plan): Basis {
  const keys = [plan.price.monthly, plan.credits, plan.rollover].map((figure) => figure.source)
  const bases = [...keys, pastQuotaSource(plan.pastQuota)].map(
    (key) => catalog.sources[key]?.basis ?? 'assumed',
  )
  return TRUST.findLast((basis) => bases.includes(basis)) ?? 'assumed'
}

function pastQuotaSource(pastQuota: PastQuota): string {
  switch (pastQuota.kind) {
    case 'block':
      return pastQuota.source
    case 'postpaid':
      return pastQuota.charge.source
    case 'prepaid':
      return pastQuota.value.source
  }
}
