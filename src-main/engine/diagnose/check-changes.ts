import type { AccountChange } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'

/** Changes that the catalogue has nothing for; whether they can be carried out on their day is found out as time passes. */
export const checkChanges = (catalog: Catalog, { changes }: Scenario): readonly Problem[] =>
  changes.flatMap((change, index) => {
    const problem = problemOf(catalog, change)
    return problem === null ? [] : [{ ...problem, path: `changes.${index}${problem.path}` }]
  })

function problemOf({ name, plans, refundDays }: Catalog, change: AccountChange): Problem | null {
  switch (change.kind) {
    case 'changePlan':
      return plans.some(({ id }) => id === change.plan)
        ? null
        : {
            code: 'plan.unknown',
            message: `The catalogue has no plan "${change.plan}".`,
            path: '.plan',
          }
    case 'refund':
      return refundDays !== undefined
        ? null
        : { code: 'refund.not_offered', message: `${name} gives no price back on request.`, path: '' }
    default:
      return null
  }
}
