export interface NamedPlan {
  readonly plan: string
  readonly name: string
}

/** Display names by plan id; an id nobody named stands for itself. */
export type PlanNames = (plan: string) => string

export function planNames(plans: readonly NamedPlan[]): PlanNames {
  const names = new Map(plans.map((plan) => [plan.plan, plan.name]))
  return (plan) => names.get(plan) ?? plan
}

/** The same list object for the same plans, so that what is drawn from it is not drawn again for new figures. */
export function keepList(before: readonly NamedPlan[], now: readonly NamedPlan[]): readonly NamedPlan[] {
  const same =
    before.length === now.length &&
    now.every(({ plan, name }, index) => before[index]?.plan === plan && before[index].name === name)
  return same ? before : now.map(({ plan, name }) => ({ plan, name }))
}
