import type { Option, Options } from './command.ts'
import { CATALOG_OPTION } from './catalog-ref.ts'

/** The options of every comparison of plans. */
export const COMPARISON_OPTIONS: Readonly<Record<string, Option>> = {
  catalog: CATALOG_OPTION,
  months: { value: 'N', help: 'How many months are billed, 1 to 120 (12).' },
  billing: { value: 'monthly|annual', help: 'How often the subscription is paid (monthly).' },
  'no-overage': { value: null, help: 'Opt in to overage nowhere: shows what is blocked instead.' },
  offers: { value: null, help: 'Apply first-month offers.' },
}

export const COMPARISON_USAGE = '[--months 12] [--billing annual] [--no-overage] [--offers]'

/** What the options say of the comparison, for its schema to read: overage wherever it is sold, no offers. */
export const comparisonTerms = ({ months, billing, 'no-overage': noOverage, offers }: Options) => ({
  ...(months === undefined ? {} : { months: wholeNumber(months) }),
  ...(billing === undefined ? {} : { billing }),
  overage: noOverage !== true,
  offers: offers === true,
})

/** The number that the digits write; anything else as it is, for the schema to refuse. */
const wholeNumber = (text: string | true): number | string | true =>
  typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text
