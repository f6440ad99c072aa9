import type { Catalog, Plan } from '#shared/catalog.ts'

/** Every figure of the plan that a run rests on and no source backs, in words for a person. */
export function assumptionsOf(catalog: Catalog, plan: Plan): readonly string[] {
  const { price, credits, rollover, pastQuota } = plan
  const figures: readonly (readonly [string, string])[] = [
    ['monthly price', price.monthly.source],
    ...(price.annual === null ? [] : [['annual price', price.annual.source] as const]),
    ['credits a month', credits.source],
    ['rollover', rollover.source],
    ...(pastQuota.kind === 'postpaid' ? [['overage rate', pastQuota.charge.source] as const] : []),
    ...(pastQuota.kind === 'prepaid' ? [['credits per unit of money', pastQuota.value.source] as const] : []),
  ]
  const assumed = figures.filter(([, source]) => catalog.sources[source]?.basis === 'assumed')
  return [
    'Usage is modelled and spread evenly over each billing period.',
    ...assumed.map(
      ([figure, source]) => `${plan.name}: the ${figure} is assumed (${catalog.sources[source]?.title}).`,
    ),
  ]
}
