import type { Catalog } from '#shared/catalog.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Variant } from '#shared/variant.ts'
import type { WindowAccount } from '../draft.ts'

/** The account's own terms said in full, so that it stays as it is when the account changes; its usage it has from that. */
export function asItIsNow(account: WindowAccount, catalog: Catalog | null): Variant {
  const plan = catalog?.plans.find(({ id }) => id === account.plan)?.name ?? account.plan
  return {
    name: `${plan} as it is now`,
    catalog: account.catalog,
    plan: account.plan,
    billing: account.billing,
    start: account.start,
    overage: account.overage,
    offers: account.offers,
    extraSeats: account.extraSeats,
    customTerms: account.customTerms,
    policies: { ...DEFAULT_POLICIES, ...catalog?.policies, ...account.policies },
    grants: account.grants,
    prepaid: account.prepaid,
    seats: account.members.map(({ id, seat }) => ({ member: id, seat })),
    changes: account.changes,
  }
}
