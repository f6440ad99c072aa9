import type { Catalog, Plan } from '#shared/catalog.ts'
import type { CompiledPlan } from './compiled-plan.ts'

/** The plan of that id on a ladder that is known to have it. */
export const planNamed = (ladder: readonly CompiledPlan[], id: string): CompiledPlan => named(ladder, id)

/** The same in the words of its catalogue. */
export const planIn = ({ plans }: Catalog, id: string): Plan => named(plans, id)

function named<P extends { readonly id: string }>(plans: readonly P[], id: string): P {
  const plan = plans.find((candidate) => candidate.id === id)
  if (plan === undefined) throw new Error(`There is no plan ${id} to change to.`)
  return plan
}
