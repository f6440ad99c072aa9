import * as fc from 'fast-check'
import { runWithDetail } from '#main/engine/index.ts'
import { Variant } from '#shared/analysis.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../../engine/support/build.ts'
import { anyOfAll } from '../../laws/support/any-account.ts'
import type { Account } from '../../laws/support/arbitrary-account.ts'
import { featuresOf } from './features.ts'
import { anyLimited } from './limited-account.ts'
import type { ShownAccount } from './shown-account.ts'

/** So many are generated to choose from. */
const GENERATED = 220

/** The account on its other plans, paid otherwise, with other usage and under other rules. */
function variantsOf({ catalog, scenario }: Account): readonly Variant[] {
  const others = catalog.plans.filter(({ id }) => id !== scenario.plan)
  return [
    ...others.slice(0, 2).map(({ id, name }) => ({ name: `On ${name}`, plan: id })),
    { name: 'Half as much', usageFactor: '0.5' },
    { name: 'Overage turned round', overage: { optIn: !scenario.overage.optIn } },
    { name: 'Paid otherwise', billing: scenario.billing === 'annual' ? 'monthly' : 'annual' },
    { name: 'Other rules', policies: { burnOrder: 'soonestExpiry', overageAtPeriodEnd: 'forgive' } },
  ].map((variant) => Variant.parse(variant))
}

function shownOf({ catalog, scenario }: Account, name: string): ShownAccount {
  const named = Scenario.parse({ ...scenario, catalog, name })
  const run = valueOf(runWithDetail(catalog, named))
  return { name, catalog, scenario: named, variants: variantsOf({ catalog, scenario }), run }
}

/**
 * Of many generated accounts of all kinds a few: whichever adds most of what is needed, and then of what there is besides
 * in any, first.
 */
export function accountsOf(seed: number, most: number, needed: readonly string[]): readonly ShownAccount[] {
  const any = fc.oneof({ weight: 10, arbitrary: anyOfAll }, { weight: 1, arbitrary: anyLimited })
  const all = fc
    .sample(any, { seed, numRuns: GENERATED })
    .map((account, place) => shownOf(account, `account ${String(place)} of seed ${String(seed)}`))
    .map((account) => ({ account, features: featuresOf(account) }))
  const chosen: ShownAccount[] = []
  const has = (feature: string) =>
    all.some(({ account, features }) => chosen.includes(account) && features.has(feature))
  const choose = (wanted: readonly string[]): void => {
    while (chosen.length < most) {
      const missing = wanted.filter((feature) => !has(feature))
      const added = (features: ReadonlySet<string>) =>
        missing.filter((feature) => features.has(feature)).length
      const best = all.reduce((one, other) => (added(other.features) > added(one.features) ? other : one))
      if (added(best.features) === 0) return
      chosen.push(best.account)
    }
  }
  choose(needed)
  choose([...new Set(all.flatMap(({ features }) => [...features]))])
  return chosen
}
