import type { PastQuota, Plan, Rollover } from '#shared/catalog.ts'
import { credits, creditsInWords, money, percent, plural } from '#renderer/format/figures.ts'
import { chargeInWords } from './charge-in-words.ts'

/** The terms of a plan as a customer would say them. */
export function rolloverInWords(rollover: Rollover): string {
  switch (rollover.kind) {
    case 'none':
      return 'Unused credits expire at the end of the month.'
    case 'age':
      return `Unused credits last ${rollover.periods === 1 ? 'one more month' : plural(rollover.periods, 'more month', 'more months')}, then expire.`
    case 'cap':
      return `Unused credits carry over, up to ${credits(rollover.multiple)} times the monthly credits; a renewal adds no more than fits.`
    case 'count': {
      const share =
        rollover.percent === '100' ? 'Unused credits' : `${percent(rollover.percent)} of unused credits`
      const times = rollover.carries === 1 ? 'once' : `${credits(rollover.carries)} times`
      return `${share} carry over ${times}, for ${plural(rollover.validity, 'month')}; the rest is forfeited.`
    }
  }
}

export function pastQuotaInWords(plan: Plan, currency: string): string {
  const { pastQuota } = plan
  switch (pastQuota.kind) {
    case 'block':
      return 'Work stops until the next renewal.'
    case 'postpaid':
      return `Overage, if switched on: ${chargeInWords(pastQuota.charge.value, currency)}.`
    case 'prepaid': {
      const { credits: bought, money: price } = pastQuota.value.value
      return `Prepaid balance, if topped up: ${creditsInWords(bought)} for ${money(price, currency)}.`
    }
  }
}

export function seatsInWords(plan: Plan): string {
  const { seats } = plan
  const included = `${credits(seats.full.value)} Full, ${credits(seats.basic.value)} Basic`
  const most = seats.purchase?.limit?.value
  if (!seats.purchase) return included
  return most === undefined
    ? `${included}; more Full seats by contract`
    : `${included}; up to ${credits(most)} Full seats for sale`
}

function pastQuotaSources(past: PastQuota): readonly (string | undefined)[] {
  switch (past.kind) {
    case 'block':
      return [past.source]
    case 'postpaid':
      return [past.charge.source, past.invoiceThreshold?.source]
    case 'prepaid':
      return [past.value, past.minimumTopUp, past.autoTopUp, past.expiresAfterMonths].map(
        ({ source }) => source,
      )
  }
}

/** The keys of every source a plan's figures rest on, each once. */
export function sourceKeys(plan: Plan): readonly string[] {
  const { purchase, basicCeiling, full, basic } = plan.seats
  const keys = [
    plan.price.monthly.source,
    plan.price.annual?.source,
    plan.price.freeMonths?.source,
    plan.credits.source,
    plan.rollover.source,
    ...pastQuotaSources(plan.pastQuota),
    plan.lowBalancePercent.source,
    full.source,
    basic.source,
    basicCeiling?.credits.source,
    purchase?.limit?.source,
    purchase?.charge.source,
    purchase?.credits.source,
    ...plan.offers.map((offer) => offer.percent.source),
  ]
  return [...new Set(keys.filter((key) => key !== undefined))]
}
