import { Basis, type Catalog, type PastQuota, type Plan } from '#shared/catalog.ts'

/** What rests on several figures is as sure as the least sure of them; what rests on none is assumed. */
export const weakestBasis = (bases: readonly Basis[]): Basis =>
  Basis.options.findLast((basis) => bases.includes(basis)) ?? 'assumed'

/** The basis of the source that figures name by its key; a key that no source has backs nothing. */
export const basisOfSource = ({ sources }: Catalog, key: string): Basis => sources[key]?.basis ?? 'assumed'

/** How far a plan's price can be trusted: the weakest basis among its price, credits, rollover and overage. */
export function basisOf(catalog: Catalog, plan: Plan): Basis {
  const keys = [plan.price.monthly, plan.credits, plan.rollover].map((figure) => figure.source)
  return weakestBasis([...keys, pastQuotaSource(plan.pastQuota)].map((key) => basisOfSource(catalog, key)))
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
