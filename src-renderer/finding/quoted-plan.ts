import type { Billing } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { isDecimal } from '#renderer/format/figures.ts'

/** The source key of the figures that were put in. */
export const QUOTED = 'agreed-terms'

const stated = (figure: string | undefined): figure is string => figure !== undefined && isDecimal(figure)

/** Billed by the year, a plan with only a monthly quote still costs what the catalogue assumes a year. */
export const lacksAnnualQuote = (plan: Plan, quote: CustomTerms | undefined, billing: Billing): boolean =>
  billing === 'annual' && plan.price.annual !== null && stated(quote?.monthly) && !stated(quote?.annual)

/** A plan with the terms that were agreed in place of the assumed ones, for reading; the engine prices its own. */
export function quotedPlan(plan: Plan, quote: CustomTerms): Plan {
  const { price, credits, pastQuota } = plan
  const annual = stated(quote.annual) ? { value: quote.annual, source: QUOTED } : price.annual
  return {
    ...plan,
    price: {
      monthly: stated(quote.monthly) ? { value: quote.monthly, source: QUOTED } : price.monthly,
      annual,
    },
    credits: stated(quote.credits) ? { value: quote.credits, source: QUOTED } : credits,
    pastQuota: stated(quote.overagePerThousand)
      ? {
          kind: 'postpaid',
          charge: {
            source: QUOTED,
            value: { model: 'perUnit', rate: { amount: quote.overagePerThousand, per: '1000' } },
          },
        }
      : pastQuota,
  }
}

/** Whether everything that makes the price was put in: what the term costs, its credits and what is past them. */
export const isQuotedWhole = (quote: CustomTerms, byYear: boolean): boolean =>
  [byYear ? quote.annual : quote.monthly, quote.credits, quote.overagePerThousand].every(stated)
