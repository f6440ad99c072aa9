import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { moneyText, toMicros } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { reachablePlans } from '../plan/reachable-plans.ts'

/** Null where the account may come to be on a plan that sells usage from a prepaid balance. */
export function notSold(catalog: Catalog, scenario: Scenario, path: string): Problem | null {
  if (reachablePlans(catalog, scenario).some(({ pastQuota }) => pastQuota.kind === 'prepaid')) return null
  const message = 'The account is never on a plan that sells usage from a prepaid balance.'
  return { code: 'prepaid.not_sold', message, path }
}

/** Null where the scenario gives the account a balance that money can be put into. */
export function noWallet({ prepaid }: Scenario, path: string): Problem | null {
  if (prepaid.kind !== 'asUsed') return null
  const message = 'Money can be put only into a wallet: the scenario funds prepaid usage as it is used.'
  return { code: 'prepaid.no_wallet', message, path }
}

/** A top-up is an invoice line, and those are in whole minor units. */
export function finerThanMinorUnit({ currency }: Catalog, amount: string, path: string): Problem | null {
  const minor = minorUnit(currency)
  if (toMicros(amount) % minor === 0) return null
  const message = `A top-up is a multiple of ${moneyText(minor)} ${currency}.`
  return { code: 'prepaid.finer_than_minor_unit', message, path }
}
