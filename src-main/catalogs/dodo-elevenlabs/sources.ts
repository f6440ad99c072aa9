import type { Catalog } from '#shared/catalog.ts'
import { citing } from '../cite.ts'

export const sources = {
  article: {
    title: 'How ElevenLabs Handles Billing, by Ayush Agarwal: the section that builds it with Dodo Payments',
    address: 'https://dodopayments.com/blogs/elevenlabs-billing-model',
    date: '2026-04-08',
    basis: 'published',
  },
  walkthrough: {
    title: 'Dodo Payments documentation, ElevenLabs billing deconstruction (2026, undated; date read)',
    address: 'https://docs.dodopayments.com/developer-resources/billing-deconstructions/elevenlabs',
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
