import type { Catalog, Plan } from '#shared/catalog.ts'
import { findPreset } from '#main/catalogs/index.ts'

export function preset(id: string): Catalog {
  const found = findPreset(id)
  if (found === undefined) throw new Error(`No preset ${id}.`)
  return found
}

export function planOf(catalog: Catalog, id: string): Plan {
  const found = catalog.plans.find((plan) => plan.id === id)
  if (found === undefined) throw new Error(`No plan ${id} in ${catalog.id}.`)
  return found
}

/** The flat price of a charge with one rate, as "amount per units"; other models have no such figure. */
export function flatRate(plan: Plan): string {
  const { pastQuota } = plan
  if (pastQuota.kind !== 'postpaid') return pastQuota.kind
  const { value } = pastQuota.charge
  return value.model === 'perUnit' ? `${value.rate.amount} per ${value.rate.per}` : value.model
}

export interface Citation {
  readonly path: string
  readonly source: string
  readonly explained: boolean
}

/** Every place below a value that names a source, with where it is. */
export function citations(node: unknown, path = ''): Citation[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) =>
    key === 'source' && typeof child === 'string'
      ? [{ path, source: child, explained: 'note' in node }]
      : citations(child, path === '' ? key : `${path}.${key}`),
  )
}

/** A burn rate as "credits per units", null where the product cannot be priced, undefined where none is listed. */
export function burnRate(
  catalog: Catalog,
  plan: string,
  product: string,
  model: string,
): string | null | undefined {
  const found = catalog.burnRates.find(
    (rate) =>
      rate.product === product &&
      rate.model === model &&
      (rate.plans === undefined || rate.plans.includes(plan)),
  )
  if (found === undefined) return undefined
  const { value } = found.rate
  return value === null ? null : `${value.credits} per ${value.per}`
}
