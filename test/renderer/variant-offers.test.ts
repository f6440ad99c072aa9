import { describe, expect, it } from 'vitest'
import { findPreset, presets } from '#main/catalogs/index.ts'
import type { Variant } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import {
  movesFor,
  type OfferGround,
  offersFor,
  offersMatching,
} from '#renderer/pages/account/variants/variant-offers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from './support/scenarios.ts'

const catalogOf = (id: string): Catalog => {
  const found = findPreset(id)
  if (!found) throw new Error('There is no such preset.')
  return found
}
const SUMMARIES = presets.map(({ id, name, description, currency, date, plans }) => ({
  id,
  name,
  description,
  currency,
  date,
  source: '',
  plans: plans.map((plan) => plan.id),
}))

/** Creator on April's prices, with overage. */
function ground(changes: Partial<WindowAccount> = {}, stopped: OfferGround['stopped'] = null): OfferGround {
  const { scenario: account } = content({
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    overage: { optIn: true },
    ...changes,
  })
  const catalog = typeof account.catalog === 'string' ? catalogOf(account.catalog) : account.catalog
  return { account, catalog, presets: SUMMARIES, stopped }
}

const namesIn = (group: string, of: OfferGround): readonly string[] =>
  offersFor(of)
    .filter((found) => found.group === group)
    .flatMap(({ offers }) => offers.map(({ name }) => name))

function variantsOf(name: string, of: OfferGround): readonly Variant[] {
  const offer = offersFor(of)
    .flatMap(({ offers }) => offers)
    .find((found) => found.name === name)
  if (!offer) throw new Error(`${name} is not offered.`)
  return offer.variants
}

describe('what an account can be compared with', () => {
  it('is each other plan, and all of them at once', () => {
    expect(namesIn('Plans', ground())).toEqual([
      'Free',
      'Starter',
      'Pro',
      'Scale',
      'Business',
      'Enterprise',
      'All other plans',
    ])
    expect(variantsOf('Pro', ground())).toEqual([{ name: 'Pro', plan: 'pro' }])
    expect(variantsOf('All other plans', ground()).map(({ plan }) => plan)).toEqual([
      'free',
      'starter',
      'pro',
      'scale',
      'business',
      'enterprise',
    ])
  })

  it('is a plan as it is sold: without overage where it has none, by the month where it has no annual price', () => {
    // Free sells neither.
    expect(variantsOf('Free', ground({ billing: 'annual' }))).toEqual([
      { name: 'Free', plan: 'free', billing: 'monthly', overage: { optIn: false } },
    ])
    expect(variantsOf('Free', ground({ overage: { optIn: false } }))).toEqual([
      { name: 'Free', plan: 'free' },
    ])
  })

  it('is the other way of billing, and overage the other way', () => {
    expect(namesIn('Terms', ground())).toEqual([
      'Billed annually',
      'Without overage',
      'Quote for Enterprise',
      'Creator as it is now',
    ])
    const other = ground({ billing: 'annual', overage: { optIn: false } })
    expect(namesIn('Terms', other).slice(0, 2)).toEqual(['Billed monthly', 'With overage'])
    expect(namesIn('Terms', ground({ plan: 'free', overage: { optIn: false } }))).not.toContain(
      'With overage',
    )
    expect(namesIn('Terms', ground({ plan: 'free' }))).not.toContain('Billed annually')
  })

  it('is the account without its dated changes, where it has some', () => {
    const changed = ground({ changes: [{ kind: 'changePlan', on: '2026-12-01', plan: 'pro' }] })
    expect(variantsOf('Without the dated changes', changed)).toEqual([
      { name: 'Without the dated changes', changes: [] },
    ])
  })

  it('is a quote, with the terms that are agreed already', () => {
    const quoted = ground({ customTerms: { enterprise: { monthly: '1500' } } })
    expect(variantsOf('Quote for Enterprise', quoted)[0]?.customTerms).toEqual({
      enterprise: { monthly: '1500' },
    })
    expect(variantsOf('Quote for Enterprise', ground())[0]).toMatchObject({ plan: 'enterprise' })
  })

  it('is the account as it is now, with every rule in force said in full', () => {
    const now = ground({ policies: { burnOrder: 'soonestExpiry' }, extraSeats: 2 })
    const [snapshot] = variantsOf('Creator as it is now', now)
    expect(snapshot).toMatchObject({
      catalog: 'elevenlabs-2026-04',
      plan: 'creator',
      extraSeats: 2,
      changes: [],
      policies: { burnOrder: 'soonestExpiry', prorationUnit: 'day' },
    })
    expect(snapshot).not.toHaveProperty('usageFactor')
  })

  it('is the same plan on each other price list, or each plan of one that has not got it', () => {
    expect(namesIn('Catalogues', ground())).toEqual([
      'Creator, ElevenLabs as Dodo Payments builds it',
      'Creator, ElevenLabs, October 2026',
    ])
    // Dodo's has no Business.
    const business = ground({ plan: 'business' })
    expect(namesIn('Catalogues', business)).toContain('Scale, ElevenLabs as Dodo Payments builds it')
    expect(variantsOf('Business, ElevenLabs, October 2026', business)).toEqual([
      { name: 'Business, ElevenLabs, October 2026', catalog: 'elevenlabs-2026-10', plan: 'business' },
    ])
  })

  it('is more or less usage', () => {
    const factors = ['20 % less usage', '8 % more usage', '25 % more usage', 'Twice the usage'].map(
      (name) => variantsOf(name, ground())[0]?.usageFactor,
    )
    expect(factors).toEqual(['0.8', '1.08', '1.25', '2'])
  })

  it('is half of a model’s work done by another one of its product', () => {
    const stream = (id: string) => ({
      id,
      product: 'text-to-speech',
      model: 'English v1',
      monthly: '1000',
      pattern: { kind: 'flat' as const },
    })
    const streams = { kind: 'streams' as const, streams: [stream('one'), stream('other')] }
    const moves = movesFor(streams, 'creator', catalogOf('elevenlabs-2026-04'))
    expect(moves.length).toBeGreaterThan(0)
    expect(new Set(moves.map(({ to }) => to)).size).toBe(moves.length)
    for (const move of moves)
      expect(move).toMatchObject({ product: 'text-to-speech', from: 'English v1', share: '50' })
    expect(moves.map(({ to }) => to)).not.toContain('English v1')
    expect(movesFor(content().scenario.usage, 'creator', catalogOf('elevenlabs-2026-04'))).toEqual([])
  })

  it('is Full seats for the five Basic members who are stopped most, and more seats where they are sold', () => {
    const stopped = ground({}, ['Ann', 'Ben', 'Cy', 'Dee', 'Eve', 'Flo'])
    expect(variantsOf('5 Basic members to Full', stopped)[0]?.seats).toEqual(
      ['Ann', 'Ben', 'Cy', 'Dee', 'Eve'].map((member) => ({ member, seat: 'full' })),
    )
    expect(namesIn('Seats', ground({}, []))).toEqual([])
    const october = ground({ catalog: 'elevenlabs-2026-10', plan: 'scale', extraSeats: 2 })
    expect(variantsOf('5 more Full seats', october)).toEqual([{ name: '5 more Full seats', extraSeats: 7 }])
  })

  it('is every answer to a rule but the one in force', () => {
    const rules = namesIn('Rules where vendors disagree', ground({ policies: { changeDay: 'both' } }))
    expect(rules).toContain('The day of a change belongs to: the new plan')
    expect(rules).not.toContain('The day of a change belongs to: both plans')
    expect(variantsOf('The day of a change belongs to: both plans', ground())).toEqual([
      { name: 'The day of a change belongs to: both plans', policies: { changeDay: 'both' } },
    ])
  })

  it('is found by every word of its name or group', () => {
    const found = (typed: string) =>
      offersMatching(offersFor(ground()), typed).flatMap(({ offers }) => offers.map(({ name }) => name))
    expect(found('october')).toEqual(['Creator, ElevenLabs, October 2026'])
    expect(found('PLANS pro')).toEqual(['Pro'])
    expect(found('nothing of the kind')).toEqual([])
  })
})
