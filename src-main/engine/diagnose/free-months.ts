import type { Plan } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import { MONTHS_A_YEAR } from '../calendar/cycle.ts'
import { toMicros } from '../exact/amount.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** Free months of a year that has no price: nothing could be free of it. */
export const freeMonthsWithoutYear: CatalogRule = ({ plans }) =>
  plans.flatMap(({ name, price }, index): readonly Problem[] =>
    price.freeMonths === undefined || price.annual !== null
      ? []
      : [
          {
            code: 'catalog.free_months_without_year',
            message: `${name} has no price a year of which months could be free.`,
            path: `plans.${index}.price.freeMonths`,
          },
        ],
  )

/** A year that costs no less than twelve months, some of which are said to be free: they are paid for with the others. */
export const freeMonthsPaidFor: CatalogRule = ({ plans }) =>
  plans.flatMap((plan, index): readonly Problem[] =>
    hasFreeMonths(plan) && costsWholeYear(plan)
      ? [
          {
            code: 'price.free_months_paid_for',
            message: `${plan.name}: a year costs no less than twelve months, so none of them is free; leaving it would give back less than was paid for the months left.`,
            path: `plans.${index}.price.freeMonths.value`,
          },
        ]
      : [],
  )

const hasFreeMonths = ({ price }: Plan): boolean => (price.freeMonths?.value ?? 0) > 0

const costsWholeYear = ({ price }: Plan): boolean =>
  price.annual !== null && toMicros(price.annual.value) >= toMicros(price.monthly.value) * MONTHS_A_YEAR
