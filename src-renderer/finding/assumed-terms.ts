import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { credits, exactAmount } from '#renderer/format/figures.ts'

/** What the catalogue assumes of a plan that is sold by contract, as long as nothing was quoted. */
export function assumedTerm(
  { price, credits: quota, pastQuota, seats }: Plan,
  term: keyof CustomTerms,
): string {
  switch (term) {
    case 'monthly':
      return exactAmount(price.monthly.value)
    case 'annual':
      return price.annual === null ? 'none' : exactAmount(price.annual.value)
    case 'freeMonths':
      return String(price.freeMonths?.value ?? 0)
    case 'credits':
      return credits(quota.value)
    case 'overagePerThousand': {
      if (pastQuota.kind !== 'postpaid' || pastQuota.charge.value.model !== 'perUnit') return 'none'
      const { rate } = pastQuota.charge.value
      return rate.per === '1000' ? exactAmount(rate.amount) : 'as listed'
    }
    case 'basicSeats':
      return credits(seats.basic.value)
  }
}
