import type { Catalog } from '#shared/catalog.ts'
import { burnRates } from './burn-rates.ts'
import { consolidation } from './consolidation.ts'
import { freeRegenerations } from './free-regenerations.ts'
import { plans } from './plans.ts'
import { products } from './products.ts'
import { from, sources } from './sources.ts'

export const elevenLabs202610: Catalog = {
  schemaVersion: 1,
  id: 'elevenlabs-2026-10',
  name: 'ElevenLabs, October 2026',
  description:
    'The plans since the price change of May 2026: past the quota a prepaid balance in dollars on every ' +
    'self-serve plan, unused credits carried up to twice the quota, seats for sale from Pro up, and dollar prices ' +
    "for the API. Enterprise is a starting point to edit. ElevenLabs' llms.txt still speaks of usage-based " +
    'billing from Creator up. In what order credits are burned is not published; oldest first is assumed.',
  currency: 'USD',
  date: '2026-10-03',
  sources,
  policies: { burnOrder: 'oldestFirst' },
  freeRegenerations,
  refundDays: from('refunds')(
    14,
    'On request, while no credits of what was paid for were used; pay as you go is never given back.',
  ),
  consolidation,
  products,
  burnRates,
  plans,
}
