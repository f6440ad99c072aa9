import type { Comparison, PlanCost } from '#shared/comparison.ts'

/** The plans of a comparison that are named, in the order they are named in. */
const named = ({ plans }: Pick<Comparison, 'plans'>, ids: readonly string[]): readonly PlanCost[] =>
  ids.flatMap((id) => plans.find(({ plan }) => plan === id) ?? [])

/** All plans, the best first. */
export const ranked = (comparison: Pick<Comparison, 'plans' | 'ranking'>): readonly PlanCost[] =>
  named(comparison, comparison.ranking)

/** The plans that are the cheapest together: more than one where bills are the same to the cent, none where all block. */
export const cheapestPlans = (comparison: Pick<Comparison, 'plans' | 'tied'>): readonly PlanCost[] =>
  named(comparison, comparison.tied)

/** A plan that costs less than the cheapest and serves most of the usage all the same; null where none does. */
export const nearMiss = ({ plans, nearMiss: id }: Pick<Comparison, 'plans' | 'nearMiss'>): PlanCost | null =>
  plans.find(({ plan }) => plan === id) ?? null
