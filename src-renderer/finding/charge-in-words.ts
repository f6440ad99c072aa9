import type { Charge, Free, Tier } from '#shared/charge.ts'
import { credits, isZero, money, percent, unitPrice } from '#renderer/format/figures.ts'
import { exactCreditsOf } from './counted.ts'

function freeInWords(free: Free, currency: string): string {
  return free.kind === 'quantity'
    ? `the first ${credits(free.units)} free`
    : `the first ${money(free.amount, currency)} free`
}

/** A price for credits as a customer would say it. */
export function chargeInWords(charge: Charge, currency: string): string {
  const price = priceInWords(charge, currency)
  return charge.free ? `${price}, ${freeInWords(charge.free, currency)}` : price
}

function tierInWords({ rate, flatFee, upTo }: Tier, currency: string): string {
  const fee = flatFee === undefined || isZero(flatFee) ? '' : ` plus ${money(flatFee, currency)}`
  const price = `${unitPrice(rate.amount, currency)} per ${credits(rate.per)}${fee}`
  return upTo === null ? `${price} above` : `${price} up to ${credits(upTo)}`
}

function percentageInWords(charge: Extract<Charge, { model: 'percentage' }>, currency: string): string {
  const { fixed, minimum, maximum } = charge
  const share = `${percent(charge.percent)} of the amount`
  return [
    fixed === undefined ? share : `${share} plus ${money(fixed, currency)}`,
    ...(minimum === undefined ? [] : [`at least ${money(minimum, currency)}`]),
    ...(maximum === undefined ? [] : [`at most ${money(maximum, currency)}`]),
  ].join(', ')
}

function priceInWords(charge: Charge, currency: string): string {
  switch (charge.model) {
    case 'flat':
      return `${money(charge.amount, currency)} whatever is used`
    case 'perUnit':
      return `${unitPrice(charge.rate.amount, currency)} per ${exactCreditsOf(charge.rate.per)}`
    case 'package':
      return `${money(charge.amount, currency)} for every ${exactCreditsOf(charge.size)}`
    case 'percentage':
      return percentageInWords(charge, currency)
    case 'graduated':
    case 'volume': {
      const steps = charge.tiers.map((tier) => tierInWords(tier, currency))
      const how = charge.model === 'graduated' ? 'each step at its own price' : 'all at the price of the step'
      return `${steps.join(', ')} (${how})`
    }
  }
}
