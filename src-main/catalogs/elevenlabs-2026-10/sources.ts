import type { Catalog } from '#shared/catalog.ts'
import { citing } from '../cite.ts'

/** Pages without a date of their own carry the day they were read, and say so. */
export const sources = {
  'price-list': {
    title: 'API Evangelist: ElevenLabs plans, checked against elevenlabs.io/pricing',
    address:
      'https://raw.githubusercontent.com/api-evangelist/elevenlabs/main/plans/elevenlabs-plans-pricing.yml',
    date: '2026-09-17',
    basis: 'published',
  },
  'pricing-note': {
    title: 'Civic research note on GitHub, quoting elevenlabs.io/pricing and elevenlabs.io/pricing/agents',
    date: '2026-10-03',
    basis: 'published',
  },
  'price-recheck': {
    title: 'Price re-check report on GitHub, quoting elevenlabs.io/pricing',
    date: '2026-08-16',
    basis: 'published',
  },
  'annual-rule': {
    title: 'Ten times the monthly price: the re-check report finds two free months in an annual term',
    date: '2026-08-16',
    basis: 'estimated',
  },
  rollover: {
    title: 'ElevenLabs help: how unused credits roll over (undated; date read)',
    address: 'https://help.elevenlabs.io/hc/en-us/articles/27561768104081',
    date: '2026-11-20',
    basis: 'published',
  },
  'pay-as-you-go': {
    title: 'ElevenLabs documentation, Pay as you go (read in August or September 2026)',
    address: 'https://elevenlabs.io/docs/overview/administration/pay-as-you-go',
    date: '2026-09-01',
    basis: 'published',
  },
  'plan-rate': {
    title: "Worked out: pay as you go is valued at the plan's credits for the plan's price",
    address: 'https://elevenlabs.io/docs/overview/administration/pay-as-you-go',
    date: '2026-09-17',
    basis: 'estimated',
  },
  'api-prices': {
    title:
      "Worked out: elevenlabs.io/pricing/api as printed by Puter in June 2026, at the plan's credits for its price",
    address: 'https://developer.puter.com/tutorials/elevenlabs-api-pricing',
    date: '2026-06-01',
    basis: 'estimated',
  },
  'credit-costs': {
    title: 'ElevenLabs help on what each product costs in credits, quoted by the help bot on its Discord',
    address: 'https://doublepost.link/guild/1066739690436313158/thread/1466865520916693139',
    date: '2026-01-30',
    basis: 'published',
  },
  characters: {
    title: 'ElevenLabs help: how characters are counted, after the API discount (undated; date read)',
    address: 'https://help.elevenlabs.io/hc/en-us/articles/27562116787345',
    date: '2026-11-20',
    basis: 'published',
  },
  members: {
    title: 'ElevenLabs documentation, Members',
    address: 'https://elevenlabs.io/docs/overview/administration/workspaces/members',
    date: '2026-08-30',
    basis: 'published',
  },
  docs: {
    title: 'ElevenLabs documentation at commit 3557f0b: models, billing',
    address: 'https://github.com/elevenlabs/elevenlabs-docs/tree/3557f0b',
    date: '2025-08-25',
    basis: 'published',
  },
  consolidated: {
    title: 'ElevenLabs documentation, Consolidated billing, in a mirror (undated; date read)',
    address: 'https://11labs.zenparser.workers.dev/docs/overview/administration/consolidated-billing',
    date: '2026-11-20',
    basis: 'published',
  },
  refunds: {
    title: 'ElevenLabs help on refunds, quoted by the help bot on its Discord (undated; date read)',
    address: 'https://elevenlabs.io/docs/help-center/account/cancelation-refunds',
    date: '2026-11-20',
    basis: 'published',
  },
  regenerations: {
    title: 'ElevenLabs help: how the quota is used and what may be made again (undated; date read)',
    address: 'https://help.elevenlabs.io/hc/en-us/articles/13313274666769',
    date: '2026-11-20',
    basis: 'published',
  },
  assumed: {
    title: 'Chosen by Tierwise where nothing is published',
    date: '2026-11-20',
    basis: 'assumed',
  },
} satisfies Catalog['sources']

export const from = citing(sources)
