import type { Catalog, Plan } from '#shared/catalog.ts'
import { type Problem, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { agreedPrice } from './agreed-price.ts'

/** The source key under which agreed terms are cited. */
export const AGREED = 'agreed-terms'

/**
 * The catalogue with the terms a person agreed for its custom plans. Terms for a plan that is unknown, or sold
 * at list price, are refused with their path; so are free months of a year that has no price.
 */
export function withCustomTerms(
  catalog: Catalog,
  terms: Readonly<Record<string, CustomTerms>>,
): Result<Catalog> {
  const ids = Object.keys(terms)
  if (ids.length === 0) return succeed(catalog)
  const problems = ids.flatMap((id) => problemsOf(catalog, id, terms[id]))
  if (problems.length > 0) return refuseAll(problems)
  const agreed = { title: 'Terms entered by you', date: catalog.date, basis: 'assumed' as const }
  return succeed({
    ...catalog,
    sources: { ...catalog.sources, [AGREED]: agreed },
    plans: catalog.plans.map((plan) => applyTerms(plan, terms[plan.id])),
  })
}

function problemsOf(catalog: Catalog, id: string, terms: CustomTerms | undefined): readonly Problem[] {
  const path = `customTerms.${id}`
  const plan = catalog.plans.find((candidate) => candidate.id === id)
  if (plan === undefined) {
    return [{ code: 'plan.unknown', message: `The catalogue has no plan "${id}".`, path }]
  }
  if (!plan.custom) {
    return [
      {
        code: 'plan.not_custom',
        message: `${plan.name} is sold at list price; its terms cannot be changed.`,
        path,
      },
    ]
  }
  if (terms?.freeMonths !== undefined && terms.annual === undefined && plan.price.annual === null) {
    return [
      {
        code: 'plan.free_months_without_year',
        message: `${plan.name} has no price a year of which months could be free.`,
        path: `${path}.freeMonths`,
      },
    ]
  }
  return []
}

function applyTerms(plan: Plan, terms: CustomTerms | undefined): Plan {
  if (terms === undefined) return plan
  const { credits, overagePerThousand, basicSeats } = terms
  const agreed = <T>(value: T) => ({ value, source: AGREED })
  return {
    ...plan,
    price: agreedPrice(plan.price, terms, agreed),
    seats: basicSeats === undefined ? plan.seats : { ...plan.seats, basic: agreed(basicSeats) },
    credits: credits === undefined ? plan.credits : agreed(credits),
    pastQuota:
      overagePerThousand === undefined
        ? plan.pastQuota
        : {
            kind: 'postpaid',
            charge: {
              value: { model: 'perUnit', rate: { amount: overagePerThousand, per: '1000' } },
              source: AGREED,
            },
          },
  }
}
