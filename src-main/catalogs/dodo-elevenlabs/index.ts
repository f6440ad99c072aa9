import type { Catalog } from '#shared/catalog.ts'
import { burnRates } from './burn-rates.ts'
import { plans } from './plans.ts'
import { products } from './products.ts'
import { sources } from './sources.ts'

export const dodoElevenLabs: Catalog = {
  schemaVersion: 1,
  id: 'dodo-elevenlabs',
  name: 'ElevenLabs as Dodo Payments builds it',
  description:
    "The article's own rebuild: five products, overage rates lower than those of ElevenLabs, and credits carried " +
    'once. There is no Business plan. Starter is blocked at its quota as in the article, though the same ' +
    "company's walkthrough offers it overage at $0.30. Credits are burned oldest first, as the article says. " +
    'Enterprise is a starting point to edit.',
  currency: 'USD',
  date: '2026-04-08',
  sources,
  policies: { burnOrder: 'oldestFirst' },
  products,
  burnRates,
  plans,
}
