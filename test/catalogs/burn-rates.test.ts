import { describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { burnRate, planOf, preset } from './figures.ts'

const FAMILIES = ['ElevenCreative', 'ElevenAgents', 'ElevenAPI']

describe.each(presets.map((catalog) => [catalog.id, catalog] as const))('burn rates of %s', (_, catalog) => {
  const planIds = catalog.plans.map(({ id }) => id)

  it('name products and plans of the catalogue, and every product has one', () => {
    const products = catalog.products.map(({ id }) => id)
    expect(new Set(catalog.burnRates.map(({ product }) => product))).toEqual(new Set(products))
    for (const { plans = [] } of catalog.burnRates) expect(planIds).toEqual(expect.arrayContaining(plans))
    for (const { family } of catalog.products) expect(FAMILIES).toContain(family)
  })

  it('leave no plan with two rates for one product and model, and none without', () => {
    const counts = new Map<string, number>()
    for (const { product, model, plans } of catalog.burnRates) {
      for (const plan of plans ?? planIds) {
        const key = `${product} / ${model} / ${plan}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    expect([...counts].filter(([, count]) => count !== 1)).toEqual([])
    const pairs = new Set(catalog.burnRates.map(({ product, model }) => `${product} / ${model}`))
    expect(counts.size).toBe(pairs.size * planIds.length)
  })

  it('are null only where nothing is published, and say so', () => {
    for (const { rate } of catalog.burnRates) {
      if (rate.value !== null) continue
      expect(catalog.sources[rate.source]?.basis).toBe('assumed')
      expect(rate.note).toBeDefined()
    }
  })
})

describe('April 2026', () => {
  it.each([
    ['creator', 'text-to-speech', 'Multilingual v2', '1 per 1'],
    ['creator', 'text-to-speech-api', 'Eleven v3', '1 per 1'],
    ['pro', 'text-to-speech', 'Flash v2.5', '0.5 per 1'],
    ['business', 'text-to-speech-api', 'Turbo v2', '0.5 per 1'],
    ['free', 'voice-changer', 'Standard', '1000 per 1'],
    ['free', 'voice-isolator-api', 'Standard', '1000 per 1'],
    ['starter', 'sound-effects', 'Automatic length', '200 per 1'],
    ['starter', 'sound-effects', 'Set length', '40 per 1'],
    ['starter', 'sound-effects', 'Studio clip', '80 per 1'],
    ['starter', 'sound-effects-api', 'Automatic length', '100 per 1'],
    ['starter', 'sound-effects-api', 'Set length', '20 per 1'],
    ['creator', 'agents', 'Voice call', '400 per 1'],
    ['pro', 'agents', 'Voice call', '454 per 1'],
    ['scale', 'agents', 'Voice call', '555 per 1'],
    ['business', 'agents', 'Voice call', '800 per 1'],
    ['pro', 'dubbing', 'Standard', null],
    ['pro', 'music', 'Standard', null],
    ['free', 'speech-to-text-api', 'Scribe v1', null],
    ['pro', 'sound-effects', 'Unknown', undefined],
  ])('on %s, %s with %s burns %s', (plan, product, model, rate) => {
    expect(burnRate(preset('elevenlabs-2026-04'), plan, product, model)).toBe(rate)
  })

  it.each([
    ['starter', 2400, 30_000],
    ['creator', 1591, 20_478],
    ['pro', 1667, 20_202],
    ['scale', 1818, 21_213],
    ['business', 1833, 25_000],
  ])(
    'on %s an hour of transcription is %d credits through the API and %d on the website',
    (plan, api, site) => {
      expect(perUnits('elevenlabs-2026-04', plan, 'speech-to-text-api', 'Scribe v1', 60)).toBe(api)
      expect(perUnits('elevenlabs-2026-04', plan, 'speech-to-text', 'Scribe v1', 60)).toBe(site)
    },
  )

  it.each([
    ['starter', 6000],
    ['creator', 4545],
    ['pro', 5051],
    ['scale', 6061],
    ['business', 8333],
  ])('on %s a dollar of language model is %d credits', (plan, credits) => {
    expect(perUnits('elevenlabs-2026-04', plan, 'agents', 'Language model', 1)).toBe(credits)
    expect(creditsPerDollar('elevenlabs-2026-04', plan)).toBe(credits)
  })

  it('gives a text message at $0.004 on Starter 24 credits and at $0.003 on Business 25', () => {
    expect(perUnits('elevenlabs-2026-04', 'starter', 'agents', 'Text message', 1)).toBe(24)
    expect(perUnits('elevenlabs-2026-04', 'business', 'agents', 'Text message', 1)).toBe(25)
  })
})

describe('October 2026', () => {
  it.each([
    ['starter', 5000],
    ['creator', 5500],
    ['pro', 6061],
    ['scale', 6020],
    ['business', 6061],
  ])('on %s a dollar is %d credits', (plan, credits) => {
    expect(creditsPerDollar('elevenlabs-2026-10', plan)).toBe(credits)
    expect(perUnits('elevenlabs-2026-10', plan, 'agents', 'Language model', 1)).toBe(credits)
  })

  it.each([
    // credits for 1,000 characters with Multilingual v2 ($0.10) and with Flash v2.5 ($0.05)
    ['free', 500, 250],
    ['starter', 500, 250],
    ['creator', 550, 275],
    ['pro', 606, 303],
    ['scale', 602, 301],
    ['business', 606, 303],
    ['enterprise', 606, 303],
  ])('on %s the API burns %d and %d credits for 1,000 characters', (plan, multilingual, flash) => {
    const thousand = (model: string) =>
      perUnits('elevenlabs-2026-10', plan, 'text-to-speech-api', model, 1000)
    expect(thousand('Multilingual v2')).toBe(multilingual)
    expect(thousand('Flash v2.5')).toBe(flash)
  })

  it.each([
    // dollars at 5,500 credits each
    ['speech-to-text-api', 'Scribe v2', 1210],
    ['speech-to-text-api', 'Scribe v2 Realtime', 2145],
    ['agents', 'Voice call', 440],
    ['agents', 'Voice call in a burst', 880],
    ['voice-changer-api', 'Standard', 660],
    ['voice-isolator-api', 'Standard', 660],
    ['sound-effects-api', 'Standard', 660],
    ['dubbing-api', 'Dubbing v1, watermarked', 1815],
    ['music-api', 'Standard', 1650],
  ])('on Creator one unit of %s with %s burns %d credits', (product, model, credits) => {
    expect(perUnits('elevenlabs-2026-10', 'creator', product, model, 1)).toBe(credits)
  })

  it.each([
    ['starter', 30_000, 75],
    ['creator', 121_000, 275],
    ['pro', 600_000, 1238],
    ['scale', 1_800_000, 3738],
    ['business', 6_000_000, 12_375],
  ])('on %s all %d credits buy %d call minutes, as the pricing page says', (plan, credits, minutes) => {
    expect(Math.round(credits / exactly('elevenlabs-2026-10', plan, 'agents', 'Voice call'))).toBe(minutes)
  })

  it('charges a whole credit a character on the website, Flash included, and cannot price what is unpublished', () => {
    const catalog = preset('elevenlabs-2026-10')
    expect(burnRate(catalog, 'creator', 'text-to-speech', 'Flash v2.5')).toBe('1 per 1')
    expect(burnRate(catalog, 'creator', 'text-to-speech', 'Multilingual v2')).toBe('1 per 1')
    expect(burnRate(catalog, 'creator', 'speech-to-text', 'Scribe v1')).toBeNull()
    expect(burnRate(catalog, 'creator', 'dubbing', 'Standard')).toBeNull()
  })
})

describe('the Dodo Payments build', () => {
  it('counts every character as one credit, whatever the model', () => {
    const catalog = preset('dodo-elevenlabs')
    expect(burnRate(catalog, 'creator', 'text-to-speech', 'Multilingual v2')).toBe('1 per 1')
    expect(burnRate(catalog, 'creator', 'text-to-speech', 'Flash v2.5')).toBe('1 per 1')
  })
})

function exactly(id: string, plan: string, product: string, model: string): number {
  const [credits, units] = (burnRate(preset(id), plan, product, model) ?? '').split(' per ').map(Number)
  if (credits === undefined || units === undefined) throw new Error(`No rate for ${product} on ${plan}.`)
  return credits / units
}

function perUnits(id: string, plan: string, product: string, model: string, units: number): number {
  return Math.round(exactly(id, plan, product, model) * units)
}

function creditsPerDollar(id: string, planId: string): number {
  const { credits, price } = planOf(preset(id), planId)
  return Math.round(Number(credits.value) / Number(price.monthly.value))
}
