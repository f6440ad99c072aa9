import type { Billing } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { isDecimal } from '#renderer/format/figures.ts'

const stated = (figure: string | undefined): figure is string => figure !== undefined && isDecimal(figure)

/** Billed by the year, a plan with only a monthly quote still costs what the catalogue assumes a year. */
export const lacksAnnualQuote = (plan: Plan, quote: CustomTerms | undefined, billing: Billing): boolean =>
  billing === 'annual' && plan.price.annual !== null && stated(quote?.monthly) && !stated(quote?.annual)

/** A plan with the terms that were agreed in place of the assumed ones, for reading; the engine prices its own. */
export function quotedPlan(plan: Plan, quote: CustomTerms): Plan {
  const { price, credits, pastQuota } = plan
  const annual = stated(quote.annual)
    ? { ...(price.annual ?? price.monthly), value: quote.annual }
    : price.annual
  return {
    ...plan,
    price: {
      monthly: stated(quote.monthly) ? { ...price.monthly, value: quote.monthly } : price.monthly,
      annual,
    },
    credits: stated(quote.credits) ? { ...credits, value: quote.credits } : credits,
    pastQuota: stated(quote.overagePerThousand)
      ? {
          kind: 'postpaid',
          charge: {
            source: pastQuota.kind === 'postpaid' ? pastQuota.charge.source : price.monthly.source,
            value: { model: 'perUnit', rate: { amount: quote.overagePerThousand, per: '1000' } },
          },
        }
      : pastQuota,
  }
}
