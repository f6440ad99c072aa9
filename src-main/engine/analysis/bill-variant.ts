import { type LostKind } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import type { CatalogRef, Scenario } from '#shared/scenario.ts'
import { type Suspect, priced } from '../diagnose/out-of-bounds.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import type { Money } from '../exact/amount.ts'
import { withCustomTerms } from '../plan/custom-terms.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import { type Totals, totalOf } from '../record/totals.ts'
import { RefusalWriter } from '../report/refusal-writer.ts'
import { simulate } from '../simulate/simulate.ts'
import { BlockTally } from './block-tally.ts'
import { MoneyByKind } from './money-by-kind.ts'
import { prepareScenario } from './prepared-scenario.ts'
import { type Changed, scenarioOfVariant, type VariantScenario } from './variant-scenario.ts'
import type { Outcome } from './what-differs.ts'

/** Looks up a catalogue by its id or takes it as it is written out: sound, and without any agreed terms. */
export type CatalogLookup = (ref: CatalogRef) => Result<Catalog>

/** What a variant was billed on and what it came to: there may be a thousand of them, so none keeps what it was made of. */
export interface BilledVariant {
  /** Its id in the catalogue, and that of the catalogue. */
  readonly plan: string
  readonly catalog: string
  readonly currency: string
  /** The currency's smallest amount. */
  readonly minor: Money
  readonly totals: Totals
  readonly total: Money
  readonly outcome: Outcome
  /** Changes that were refused when their time came, with their paths in the variant. */
  readonly refusals: readonly Problem[]
}

/** Knows no catalogue but such as are written out. */
export const writtenOut: CatalogLookup = (ref) =>
  typeof ref === 'string'
    ? refuse({ code: 'catalog.unknown', message: `There is no catalogue "${ref}".`, path: 'catalog' })
    : succeed(ref)

/** Where what a factor makes of the usage is larger than a figure can be. */
const FACTOR_SUSPECTS: readonly Suspect<Changed>[] = [
  { path: 'usageFactor', without: (changed) => ({ ...changed, usageFactor: undefined }) },
]

/**
 * Bills the scenario with what a variant says instead: on `agreed`, the scenario's catalogue with its agreed terms, or on
 * what the variant names with the terms that hold there. Refused like a run of it, with paths in the variant.
 */
export function billVariant(
  agreed: Catalog,
  scenario: Scenario,
  changed: Changed,
  catalogOf: CatalogLookup,
): Result<BilledVariant> {
  const catalog = catalogFor(agreed, scenario, changed, catalogOf)
  if (!catalog.ok) return catalog
  const made = madeOf(scenario, changed)
  if (!made.ok) return made
  const billed = priced(made.value.scenario, SCENARIO_SUSPECTS, (variant) =>
    billOn(catalog.value, variant, made.value),
  )
  return billed.ok ? billed : { ok: false, problems: made.value.inVariant(billed.problems) }
}

/** The scenario as a variant has it; refused too where its factor makes a figure too large. */
export const madeOf = (scenario: Scenario, changed: Changed): Result<VariantScenario> =>
  priced(changed, FACTOR_SUSPECTS, (some) => scenarioOfVariant(scenario, some))

/** The scenario's own where the variant has nothing to say about it. */
export function catalogFor(
  agreed: Catalog,
  scenario: Scenario,
  { catalog, customTerms }: Changed,
  catalogOf: CatalogLookup,
): Result<Catalog> {
  if (catalog === undefined && customTerms === undefined) return succeed(agreed)
  const found = catalogOf(catalog ?? scenario.catalog)
  return found.ok ? withCustomTerms(found.value, customTerms ?? scenario.customTerms) : found
}

function billOn(catalog: Catalog, scenario: Scenario, { inVariant }: VariantScenario): Result<BilledVariant> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const { plan, terms } = prepared.value
  const [blocks, money, refusals] = [new BlockTally(), new MoneyByKind(), new RefusalWriter()]
  const totals = simulate(terms, new RecorderGroup(blocks, money, refusals))
  const lost = new Map<LostKind, number>([
    ...blocks.credits,
    ['expired', totals.expiredCredits],
    ['forfeited', totals.forfeitedCredits],
  ])
  const total = totalOf(totals)
  return succeed({
    plan: plan.id,
    catalog: catalog.id,
    currency: catalog.currency,
    minor: plan.minor,
    totals,
    total,
    outcome: { total, money: money.money, lost },
    refusals: inVariant(refusals.problems),
  })
}
