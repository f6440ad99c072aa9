import type { Catalog } from '#shared/catalog.ts'
import { CostKind } from '#shared/cost-kind.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { VariantReference } from '#shared/reference.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Variant } from '#shared/variant.ts'
import { type CatalogLookup, catalogFor, madeOf, writtenOut } from '../analysis/bill-variant.ts'
import { priced } from '../diagnose/out-of-bounds.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import { moneyText, toMicros } from '../exact/amount.ts'
import { runInDetail } from '../run/run-in-detail.ts'
import { kindWords } from './cost-kind-rules.ts'
import { explainInDetail } from './explain.ts'
import type { Detailed } from './explain-cost.ts'
import { explainTotal } from './explain-total.ts'
import { missing, moneyStep, ofParts, sumStep } from './explained-run.ts'

const RULE =
  'What the variant comes to, less what the baseline does, by what the money is for: both are billed whole, each by its own terms.'

interface Of {
  readonly catalog: Catalog
  readonly scenario: Scenario
  /** For what a variant names; left out, only catalogues that are written out are known. */
  readonly catalogOf?: CatalogLookup
}

/**
 * A figure of a variant of the account, billed anew as the variant says; or what makes it dearer or cheaper than another,
 * the baseline. Refused like a run of either, of what a result does not have, and between currencies.
 */
export function explainVariant(of: Of, { variant, of: asked }: VariantReference): Result<Explanation> {
  const told = billed(of, variant)
  if (!told.ok) return told
  const { catalog, detailed } = told.value
  if (asked.kind !== 'difference') {
    const explained = explainInDetail(catalog, detailed, asked, told.value.scenario.usage)
    return explained.ok
      ? succeed({ ...explained.value, title: `${variant.name}: ${explained.value.title}` })
      : explained
  }
  const baseline = billed(of, asked.baseline)
  if (!baseline.ok) return baseline
  if (baseline.value.catalog.currency !== catalog.currency) return missing('difference')
  return differenceOf({ ...told.value, name: variant.name }, { ...baseline.value, name: asked.baseline.name })
}

interface Billed {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly detailed: Detailed
}

function billed({ catalog: agreed, scenario, catalogOf = writtenOut }: Of, variant: Variant): Result<Billed> {
  const catalog = catalogFor(agreed, scenario, variant, catalogOf)
  if (!catalog.ok) return catalog
  const made = madeOf(scenario, variant)
  if (!made.ok) return made
  const run = priced(made.value.scenario, SCENARIO_SUSPECTS, (some) => runInDetail(catalog.value, some, []))
  if (!run.ok) return { ok: false, problems: made.value.inVariant(run.problems) }
  const { result, detail } = run.value
  return succeed({
    catalog: catalog.value,
    scenario: made.value.scenario,
    detailed: { run: result, detail },
  })
}

interface Named extends Billed {
  readonly name: string
}

function differenceOf(variant: Named, baseline: Named): Result<Explanation> {
  const [own, other] = [kindsOf(variant), kindsOf(baseline)]
  if (!own.ok) return own
  if (!other.ok) return other
  const steps = [...CostKind.options.map(kindWords), 'Total'].flatMap((kind): ExplanationStep[] => {
    const [its, theirs] = [own.value.amounts.get(kind) ?? '0.00', other.value.amounts.get(kind) ?? '0.00']
    const difference = toMicros(its) - toMicros(theirs)
    const text = `${kind}: ${its} less ${theirs}`
    if (kind === 'Total') return [sumStep(moneyStep(text, moneyText(difference)))]
    return difference === 0 ? [] : [moneyStep(text, moneyText(difference))]
  })
  return succeed(
    ofParts({
      title: `${variant.name} less ${baseline.name}`,
      rule: RULE,
      steps,
      sources: own.value.sources,
    }),
  )
}

/** What each kind of money comes to in all, by its words. */
function kindsOf({ catalog, detailed: { run } }: Billed): Result<{
  readonly amounts: ReadonlyMap<string, string>
  readonly sources: Explanation['sources']
}> {
  const total = explainTotal(catalog, run)
  if (!total.ok) return total
  const { steps, sources } = total.value
  return succeed({ amounts: new Map(steps.map(({ text, amount }) => [text, amount])), sources })
}
