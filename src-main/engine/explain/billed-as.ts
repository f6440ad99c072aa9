import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { UpgradeMove } from '#shared/reference.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Variant } from '#shared/variant.ts'
import { type CatalogLookup, catalogFor, madeOf, writtenOut } from '../analysis/bill-variant.ts'
import { overageThroughout } from '../analysis/overage-throughout.ts'
import { movedUp } from '../analysis/upgrade-trial.ts'
import { priced } from '../diagnose/out-of-bounds.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import { type DetailedRun, runInDetail } from '../run/run-in-detail.ts'
import type { Detailed } from './explain-cost.ts'
import { missing } from './explained-run.ts'

/** Another way of billing an account, of which a figure is explained. */
export type AccountVersion =
  | { readonly kind: 'variant'; readonly variant: Variant }
  | { readonly kind: 'failure'; readonly plan: string; readonly overage: boolean }
  | { readonly kind: 'upgrade'; readonly move: UpgradeMove }

/** An account that is billed another way, and what it came to. */
export interface BilledAs {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly run: DetailedRun
}

/** Bills the account so: whoever goes from one figure to the next of a version need not bill it again. */
export type BillAs = (version: AccountVersion) => Result<BilledAs>

interface Of {
  readonly catalog: Catalog
  readonly scenario: Scenario
  /** For what a variant names; left out, only catalogues that are written out are known. */
  readonly catalogOf?: CatalogLookup
}

/** Refused like a run of the account as the version has it, and where the catalogue has no such plan. */
export function billedAs(of: Of, version: AccountVersion): Result<BilledAs> {
  const { catalog, scenario } = of
  switch (version.kind) {
    case 'variant':
      return billedVariant(of, version.variant)
    case 'failure': {
      const plan = catalog.plans.find(({ id }) => id === version.plan)
      return plan === undefined
        ? missing('plan')
        : billedInFull(catalog, overageThroughout(scenario, plan, version.overage))
    }
    case 'upgrade':
      return billedInFull(catalog, movedUp(scenario, version.move))
  }
}

/** What an explanation reads of it. */
export const detailedOf = ({ run: { result, detail } }: BilledAs): Detailed => ({ run: result, detail })

function billedVariant(
  { catalog: agreed, scenario, catalogOf = writtenOut }: Of,
  variant: Variant,
): Result<BilledAs> {
  const catalog = catalogFor(agreed, scenario, variant, catalogOf)
  if (!catalog.ok) return catalog
  const made = madeOf(scenario, variant)
  if (!made.ok) return made
  const billed = billedInFull(catalog.value, made.value.scenario)
  return billed.ok ? billed : { ok: false, problems: made.value.inVariant(billed.problems) }
}

function billedInFull(catalog: Catalog, scenario: Scenario): Result<BilledAs> {
  const run = priced(scenario, SCENARIO_SUSPECTS, (some) => runInDetail(catalog, some, []))
  return run.ok ? succeed({ catalog, scenario, run: run.value }) : run
}
