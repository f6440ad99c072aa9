import { CostKind, LostKind, type Variant, type VariantCost } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { firstOf, type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { type BilledVariant, billVariant, type CatalogLookup, writtenOut } from './bill-variant.ts'
import type { OnProgress } from './progress.ts'
import { rankAmong } from './ranking.ts'
import { runCost } from './run-cost.ts'
import { perMonth, whatDiffers } from './what-differs.ts'

/** Of a thousand variants that have everything wrong, the first hundred of each would be megabytes. */
const MOST_OF_ONE = 10

/** How variants are billed and compared, beyond what they are. */
export interface VariantOptions {
  /**
   * The variant that the others are beside: its place from 0, or its name, of which the first that bears it is meant.
   * Left out, or where it cannot be billed: the first that can be.
   */
  readonly baseline?: number | string | undefined
  /** For what a variant names; left out, only catalogues that are written out are known. */
  readonly catalogOf?: CatalogLookup
  readonly onProgress?: OnProgress | undefined
}

/**
 * Bills many variants of one account: other plans, catalogues, policies, dates, seats, usage. Each is the scenario with
 * what the variant says instead, billed on `catalog`, or on the catalogue it names itself with the terms agreed there; one
 * that cannot be billed, or is billed in another currency than the baseline, is told with its problems and does not stop
 * the others. Refused: a baseline there is none of.
 */
export function compareVariants(
  catalog: Catalog,
  scenario: Scenario,
  variants: readonly Variant[],
  options: VariantOptions = {},
): Result<readonly VariantCost[]> {
  const asked = placeOf(variants, options.baseline)
  if (asked === null) return unknownBaseline(options.baseline)
  const { catalogOf = writtenOut, onProgress } = options
  const billed = variants.map(({ name, ...changed }, index): Billed | RefusedVariant => {
    onProgress?.(index, variants.length)
    const answer = billVariant(catalog, scenario, changed, catalogOf)
    return answer.ok ? { name, ...answer.value } : refused(name, answer.problems)
  })
  const known = billed.filter(isBilled)
  const [baseline] = [...billed.slice(asked, asked + 1).filter(isBilled), ...known]
  if (baseline === undefined) return succeed(billed.filter(isRefused))
  const compared = known.filter((variant) => variant.currency === baseline.currency)
  return succeed(
    billed.map((variant) => {
      if (isRefused(variant)) return variant
      return compared.includes(variant)
        ? costOf(variant, baseline, compared, scenario.months)
        : otherCurrency(variant, baseline)
    }),
  )
}

interface Billed extends BilledVariant {
  readonly name: string
}

type RefusedVariant = Extract<VariantCost, { kind: 'refused' }>

const isBilled = (variant: Billed | RefusedVariant): variant is Billed => 'totals' in variant

const isRefused = (variant: Billed | RefusedVariant): variant is RefusedVariant => !isBilled(variant)

const refused = (name: string, problems: readonly Problem[]): RefusedVariant => ({
  kind: 'refused',
  name,
  problems: [...firstOf(problems, MOST_OF_ONE)],
})

/** Null where it is none of them. */
function placeOf(variants: readonly Variant[], baseline: number | string = 0): number | null {
  const place = typeof baseline === 'number' ? baseline : variants.findIndex(({ name }) => name === baseline)
  return place === 0 || variants[place] !== undefined ? place : null
}

function unknownBaseline(baseline: number | string | undefined): Result<never> {
  const named = typeof baseline === 'string' ? `called "${baseline}"` : `in place ${baseline}, counted from 0`
  return refuse({ code: 'variant.unknown', message: `There is no variant ${named}.`, path: 'baseline' })
}

function otherCurrency(variant: Billed, baseline: Billed): RefusedVariant {
  const message = `It is billed in ${variant.currency}, and "${baseline.name}" in ${baseline.currency}: what they cost cannot be compared.`
  return refused(variant.name, [{ code: 'variant.other_currency', message, path: 'catalog' }])
}

function costOf(variant: Billed, baseline: Billed, compared: readonly Billed[], months: number): VariantCost {
  const { name, catalog, currency, plan, minor, totals, total, outcome, refusals } = variant
  return {
    kind: 'billed',
    name,
    cost: runCost(totals),
    difference: moneyText(total - baseline.total),
    isBaseline: variant === baseline,
    rank: rankAmong(compared, variant),
    plan,
    catalog,
    currency,
    monthly: moneyText(perMonth(total, months, minor)),
    byKind: ofKinds(CostKind.options, outcome.money).map(([kind, amount]) => ({
      kind,
      amount: moneyText(amount),
    })),
    lost: ofKinds(LostKind.options, outcome.lost).map(([kind, credits]) => ({
      kind,
      credits: creditsText(credits),
    })),
    blockedPeriods: totals.blockedPeriods,
    differences: whatDiffers(baseline.outcome, outcome, { months, minor }),
    refusals: [...firstOf(refusals, MOST_OF_ONE)],
  }
}

/** In the order of the kinds, but for those that come to nothing. */
const ofKinds = <Kind>(kinds: readonly Kind[], amounts: ReadonlyMap<Kind, number>) =>
  kinds.flatMap((kind) => {
    const amount = amounts.get(kind) ?? 0
    return amount === 0 ? [] : [[kind, amount] as const]
  })
