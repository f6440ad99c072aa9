import { describe, expect, it } from 'vitest'
import type { Billing } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import { dodoElevenLabs } from '#main/catalogs/dodo-elevenlabs/index.ts'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { idleOffers } from '#renderer/finding/idle-offers.ts'

const of = (catalog: Catalog, billing: Billing) => idleOffers(catalog, { billing, quotes: {} })

/** The catalogue with its offers for the other way of paying. */
const forAnnual: Catalog = {
  ...elevenLabs202604,
  plans: elevenLabs202604.plans.map((plan) => ({
    ...plan,
    offers: plan.offers.map((offer) => ({ ...offer, billing: ['annual'] as const })),
  })),
}

describe('first-month offers', () => {
  it('have an effect where a plan is sold with one the way it is paid', () => {
    expect(of(elevenLabs202604, 'monthly')).toBeNull()
    expect(of(forAnnual, 'annual')).toBeNull()
  })

  it('have none where they are for the other way of paying', () => {
    expect(of(elevenLabs202604, 'annual')).toBe('No effect: offers here are for monthly billing.')
    expect(of(forAnnual, 'monthly')).toBe('No effect: offers here are for annual billing.')
  })

  it('have none where no plan has one', () => {
    expect(of(dodoElevenLabs, 'monthly')).toBe('No plan here has one.')
    expect(of(dodoElevenLabs, 'annual')).toBe('No plan here has one.')
  })
})
