import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import type { WalletTerms } from '../funds/funds-terms.ts'
import { parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { toMicros } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { compilePack } from '../plan/compiled-pack.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { resolvePolicies } from '../plan/policies.ts'
import { customGrantsOf } from '../funds/custom-grant.ts'

/** What the account has besides its subscription; a scenario that says nothing of it costs a run nothing. */
export function fundsOfScenario(
  catalog: Catalog,
  scenario: Scenario,
  ladder: readonly CompiledPlan[],
): Pick<AccountTerms, 'funds'> {
  const { grants, changes, start, months } = scenario
  const wallet = walletOf(scenario, ladder)
  const isBuying = changes.some((change) => change.kind === 'buyPack')
  if (grants.length === 0 && wallet === null && !isBuying) return {}
  const minor = minorUnit(catalog.currency)
  const policies = resolvePolicies(catalog.policies, scenario.policies)
  const runEnd = cycleStart(parseDate(start), months)
  const packs = isBuying ? (catalog.packs ?? []) : []
  return {
    funds: {
      grants: customGrantsOf(grants, runEnd),
      packs: packs.map((pack) => compilePack(pack, minor, policies)),
      wallet,
    },
  }
}

/** Money on hand at the start lives as long as the account's plan, or else the first that sells any, lets it live. */
function walletOf({ prepaid, plan }: Scenario, ladder: readonly CompiledPlan[]): WalletTerms | null {
  if (prepaid.kind === 'asUsed') return null
  const own = ladder.find(({ id }) => id === plan)?.prepaid
  const sold = own ?? ladder.find((candidate) => candidate.prepaid !== null)?.prepaid
  return {
    opening: toMicros(prepaid.balance),
    openingMonths: sold?.expiresAfterMonths ?? 1,
    autoTopUp: prepaid.autoTopUp,
  }
}
