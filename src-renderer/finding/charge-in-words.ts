import type { Charge } from '#shared/charge.ts'
import { credits, money, unitPrice } from '#renderer/format/figures.ts'

/** A price for credits as a customer would say it. */
export function chargeInWords(charge: Charge, currency: string): string {
  switch (charge.model) {
    case 'flat':
      return `${money(charge.amount, currency)} whatever is used`
    case 'perUnit':
      return `${unitPrice(charge.rate.amount, currency)} per ${credits(charge.rate.per)} credits`
    case 'package':
      return `${money(charge.amount, currency)} for every ${credits(charge.size)} credits`
    case 'percentage':
      return `${charge.percent} % of the amount`
    case 'graduated':
    case 'volume': {
      const steps = charge.tiers.map((tier) => {
        const price = `${unitPrice(tier.rate.amount, currency)} per ${credits(tier.rate.per)}`
        return tier.upTo === null ? `${price} above` : `${price} up to ${credits(tier.upTo)}`
      })
      const how = charge.model === 'graduated' ? 'each step at its own price' : 'all at the price of the step'
      return `${steps.join(', ')} (${how})`
    }
  }
}
