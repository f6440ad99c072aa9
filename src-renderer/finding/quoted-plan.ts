import type { PlanCost } from '#shared/comparison.ts'
import type { Plan } from '#shared/catalog.ts'

/** The source key of the figures that were put in. */
export const QUOTED = 'agreed-terms'

/** Paid by the year, a plan of which only the price a month was agreed still costs what the catalogue assumes a year. */
export const lacksAnnualQuote = ({ price }: Plan, paid: PlanCost['paid']): boolean =>
  paid === 'annual' && price.monthly.source === QUOTED && price.annual?.source !== QUOTED
