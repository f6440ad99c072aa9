import type { Billing } from '#shared/account.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { plural } from '#renderer/format/figures.ts'
import { patternInWords } from './base-usage.ts'

export interface TermsInView {
  readonly months: number
  readonly billing: Billing
  readonly overage: boolean
  readonly offers: boolean
}

function billed(months: number, billing: Billing): string {
  if (billing === 'monthly') return `${plural(months, 'month')}, billed monthly`
  if (months % 12 === 0) return `${plural(months, 'month')}, billed annually`
  return `Billed annually: a year is paid in advance; ${plural(months, 'month is', 'months are')} compared`
}

/** What the figures rest on, so that a picture of the screen explains itself. */
export function termsLine(terms: TermsInView, pattern: UsagePattern, catalog: string): string {
  return [
    catalog,
    billed(terms.months, terms.billing),
    terms.overage ? 'overage on' : 'overage off',
    ...(terms.offers ? ['first-month offers'] : []),
    patternInWords(pattern, terms.months),
  ].join(' · ')
}
