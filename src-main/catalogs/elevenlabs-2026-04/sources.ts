import type { Catalog } from '#shared/catalog.ts'
import { citing } from '../cite.ts'

/** Pages without a date of their own carry the day they were read, and say so. */
export const sources = {
  article: {
    title: 'How ElevenLabs Handles Billing, by Ayush Agarwal (Dodo Payments)',
    address: 'https://dodopayments.com/blogs/elevenlabs-billing-model',
    date: '2026-04-08',
    basis: 'published',
  },
  'seat-page': {
    title:
      'ElevenLabs documentation, Members: the text before seats went on general sale (undated; date read)',
    date: '2026-11-20',
    basis: 'published',
  },
  'seat-table': {
    title: 'ElevenLabs documentation, Members: table of included seats, which also lists Business (Legacy)',
    address: 'https://elevenlabs.io/docs/overview/administration/workspaces/members',
    date: '2026-08-30',
    basis: 'published',
  },
  'consolidated-page': {
    title:
      'ElevenLabs documentation, Consolidated billing: the text before workspace limits (undated; date read)',
    date: '2026-11-20',
    basis: 'published',
  },
  'usage-based-billing': {
    title: 'ElevenLabs help on usage-based billing, quoted by the help bot on its Discord',
    address: 'https://doublepost.link/guild/1066739690436313158/thread/1470447246549188722',
    date: '2026-02-09',
    basis: 'published',
  },
  'annual-rule': {
    title:
      'Ten times the monthly price: ElevenLabs help bot on its Discord, an annual term has two free months',
    address: 'https://doublepost.link/guild/1066739690436313158/thread/1419819971529150504',
    date: '2025-09-22',
    basis: 'estimated',
  },
  docs: {
    title: 'ElevenLabs documentation at commit 3557f0b: models, billing, speech to text',
    address: 'https://github.com/elevenlabs/elevenlabs-docs/tree/3557f0b',
    date: '2025-08-25',
    basis: 'published',
  },
  'credit-costs': {
    title: 'ElevenLabs help on what each product costs in credits, quoted by the help bot on its Discord',
    address: 'https://doublepost.link/guild/1066739690436313158/thread/1466865520916693139',
    date: '2026-01-30',
    basis: 'published',
  },
  'included-time': {
    title: "Worked out: a plan's credits over the hours or minutes its documentation says they buy",
    address: 'https://github.com/elevenlabs/elevenlabs-docs/tree/3557f0b',
    date: '2025-08-25',
    basis: 'estimated',
  },
  'plan-rate': {
    title: "Worked out: a price in money, at the plan's credits for the plan's price",
    address: 'https://doublepost.link/guild/1066739690436313158/thread/1468613082015203391',
    date: '2026-02-04',
    basis: 'estimated',
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
