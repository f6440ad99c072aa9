import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { VariantReference } from '#shared/reference.ts'
import { type BillAs, type BilledAs, detailedOf } from './billed-as.ts'
import { differenceSteps } from './difference-steps.ts'
import { explainInDetail } from './explain.ts'
import { moneyByKind } from './explain-total.ts'
import { missing, ofParts } from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

const RULE =
  'What the variant comes to, less what the baseline does, by what the money is for: both are billed whole, each by its own terms.'

/**
 * A figure of a variant of the account, billed anew as the variant says; or what makes it dearer or cheaper than another,
 * the baseline. Refused like a run of either, of what a result does not have, and between currencies.
 */
export function explainVariant(
  billed: BillAs,
  { variant, of: asked }: VariantReference,
): Result<Explanation> {
  const told = billed({ kind: 'variant', variant })
  if (!told.ok) return told
  const { catalog, scenario } = told.value
  if (asked.kind !== 'difference') {
    const explained = explainInDetail(catalog, detailedOf(told.value), asked, scenario.usage)
    return explained.ok
      ? succeed({ ...explained.value, title: `${variant.name}: ${explained.value.title}` })
      : explained
  }
  const baseline = billed({ kind: 'variant', variant: asked.baseline })
  if (!baseline.ok) return baseline
  if (baseline.value.catalog.currency !== catalog.currency) return missing('difference')
  return succeed(
    differenceOf({ ...told.value, name: variant.name }, { ...baseline.value, name: asked.baseline.name }),
  )
}

interface Named extends BilledAs {
  readonly name: string
}

function differenceOf(variant: Named, baseline: Named): Explanation {
  const [own, other] = [detailedOf(variant).run, detailedOf(baseline).run]
  return ofParts({
    title: `${variant.name} less ${baseline.name}`,
    rule: RULE,
    steps: [...differenceSteps(moneyByKind(variant.catalog, own), moneyByKind(baseline.catalog, other))],
    sources: sourcesOf(
      variant.catalog,
      own,
      own.invoices.flatMap(({ lines }) => lines.flatMap((line) => lineSources(variant.catalog, line))),
    ),
  })
}
