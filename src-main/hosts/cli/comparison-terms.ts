import type { CatalogRef } from '#shared/scenario.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Option, Options, Read } from './command.ts'
import { CATALOG_OPTION, readCatalogRef } from './catalog-ref.ts'
import { readDocument } from './read-document.ts'
import { PATTERN_FORMS, readPattern } from './read-pattern.ts'
import { wholeNumber } from './whole-number.ts'

/** The options of every comparison of plans. */
export const COMPARISON_OPTIONS: Readonly<Record<string, Option>> = {
  catalog: CATALOG_OPTION,
  months: { value: 'N', help: 'How many months are billed, 1 to 120 (12).' },
  billing: { value: 'monthly|annual', help: 'How often the subscription is paid (monthly).' },
  pattern: { value: 'FORM', help: `How usage varies by month: ${PATTERN_FORMS} (flat).` },
  terms: { value: 'FILE', help: 'A JSON object of the terms agreed for custom plans, or - for one.' },
  'no-overage': { value: null, help: 'Opt in to overage nowhere: shows what is blocked instead.' },
  offers: { value: null, help: 'Apply first-month offers.' },
}

export const COMPARISON_USAGE =
  '[--months 12] [--billing annual] [--pattern FORM] [--terms FILE] [--no-overage] [--offers]'

/** What its help tells of the terms. */
export const TERMS_FILE =
  'The terms are those of a scenario’s `customTerms`, by plan: {"enterprise": {"monthly": "2000", "credits": "20000000", "overagePerThousand": "0.1"}}.'

/** What the options say of a comparison, for its schema to read: overage wherever it is sold, no offers. */
export async function readComparisonTerms(read: Read, options: Options): Promise<Result<TermsRead>> {
  const catalog = await readCatalogRef(read, options)
  if (!catalog.ok) return catalog
  const { months, billing, pattern, terms, 'no-overage': noOverage, offers } = options
  const usagePattern = pattern === undefined ? succeed(undefined) : readPattern(pattern)
  if (!usagePattern.ok) return usagePattern
  const agreed = terms === undefined ? succeed(undefined) : await readDocument(read, String(terms))
  if (!agreed.ok) return agreed
  return succeed({
    catalog: catalog.value,
    ...(months !== undefined && { months: wholeNumber(months) }),
    ...(billing !== undefined && { billing }),
    ...(usagePattern.value !== undefined && { pattern: usagePattern.value }),
    ...(terms !== undefined && { customTerms: agreed.value }),
    overage: noOverage !== true,
    offers: offers === true,
  })
}

interface TermsRead {
  readonly catalog: CatalogRef
  readonly months?: unknown
  readonly billing?: unknown
  readonly pattern?: unknown
  readonly customTerms?: unknown
  readonly overage: boolean
  readonly offers: boolean
}
