import { findPreset } from '#main/catalogs/index.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import type { CatalogRef } from '#shared/scenario.ts'

/** The catalogue that is meant; undefined where there is none of the name. */
export const meantBy = (catalog: CatalogRef): Catalog | undefined =>
  typeof catalog === 'string' ? findPreset(catalog) : catalog

/** Its charges may have any number of tiers, and so its curves any number of corners. */
export const isOwnCatalog = (catalog: CatalogRef): boolean => typeof catalog !== 'string'

/** So many tiers take about as long to price as all else of a plan in a month. */
const TIERS_OF_A_MONTH = 16

/** What a month on every plan takes, in months on a plan without tiers. */
export const monthOnAll = (catalog: CatalogRef): number =>
  (meantBy(catalog)?.plans ?? []).reduce((sum, plan) => sum + 1 + tiersOf(plan) / TIERS_OF_A_MONTH, 0)

/** Tiers of the charges by which a plan is billed. */
export const tiersOf = ({ pastQuota, seats }: Plan): number =>
  (pastQuota.kind === 'postpaid' ? tiersIn(pastQuota.charge.value) : 0) +
  (seats.purchase === null ? 0 : tiersIn(seats.purchase.charge.value))

const tiersIn = (charge: Charge): number => ('tiers' in charge ? charge.tiers.length : 0)
