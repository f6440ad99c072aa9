import type { Catalog } from '#shared/catalog.ts'
import { burnRates } from './burn-rates.ts'
import { consolidation } from './consolidation.ts'
import { freeRegenerations } from './free-regenerations.ts'
import { plans } from './plans.ts'
import { products } from './products.ts'
import { from, sources } from './sources.ts'

export const elevenLabs202604: Catalog = {
  schemaVersion: 1,
  id: 'elevenlabs-2026-04',
  name: 'ElevenLabs, April 2026',
  description:
    'The plans before the price change of May 2026: one credit pool for every product, unused credits kept for ' +
    'two months, and overage billed afterwards from Creator up. Enterprise is a starting point to edit. In what ' +
    'order credits are burned is not published; oldest first is assumed.',
  currency: 'USD',
  date: '2026-04-08',
  sources,
  // Invoiced "when outstanding balance passes threshold": help on usage-based billing, 2026-02-09 (facts §4.1).
  policies: { burnOrder: 'oldestFirst', thresholdInvoice: 'passes' },
  freeRegenerations,
  largestRequestQuotas: from('usage-based-billing')(
    2,
    'A limit of usage-based billing: one request is at most twice the monthly credits.',
  ),
  consolidation,
  products,
  burnRates,
  plans,
}
