import { describe, expect, it } from 'vitest'
import { Catalog } from '#shared/catalog.ts'
import type { Plan } from '#shared/catalog.ts'
import { findPreset, presets } from '#main/catalogs/index.ts'
import { citations, planOf, preset } from './figures.ts'

describe('the presets', () => {
  it('are the three catalogues, found by id', () => {
    expect(presets.map(({ id }) => id)).toEqual([
      'elevenlabs-2026-04',
      'dodo-elevenlabs',
      'elevenlabs-2026-10',
    ])
    expect(findPreset('dodo-elevenlabs')).toBe(presets[1])
    expect(findPreset('elevenlabs')).toBeUndefined()
  })
})

describe.each(presets.map((catalog) => [catalog.id, catalog] as const))('%s', (_, catalog) => {
  it('is a valid catalogue', () => {
    expect(Catalog.safeParse(catalog).error?.issues ?? []).toEqual([])
  })

  it('names only sources it lists, and lists none that it does not name', () => {
    const named = new Set(citations(catalog).map(({ source }) => source))
    expect([...named].toSorted()).toEqual(Object.keys(catalog.sources).toSorted())
  })

  it('has no figure without a source', () => {
    for (const plan of catalog.plans) {
      const cited = citations(plan).map(({ path }) => path)
      const expected = [
        'price.monthly',
        'credits',
        'rollover',
        'lowBalancePercent',
        'seats.full',
        'seats.basic',
      ]
      expect(cited).toEqual(expect.arrayContaining(expected))
      expect(cited.includes('price.annual')).toBe(plan.price.annual !== null)
      expect(cited.some((path) => path.startsWith('pastQuota'))).toBe(true)
      expect(plan.features.length).toBeGreaterThan(0)
    }
  })

  it('dates every source, none after the facts were collected, and gives our own choices no address', () => {
    const sources = Object.values(catalog.sources)
    expect(sources.filter(({ date }) => date > '2026-11-20')).toEqual([])
    expect(sources.filter(({ basis, address }) => basis === 'assumed' && address !== undefined)).toEqual([])
  })

  it('takes no published plan price or allowance from our own assumptions', () => {
    for (const plan of catalog.plans.filter(({ custom }) => !custom)) {
      expect([plan.id, catalog.sources[plan.price.monthly.source]?.basis]).toEqual([plan.id, 'published'])
      expect([plan.id, catalog.sources[plan.credits.source]?.basis]).toEqual([plan.id, 'published'])
    }
  })

  it('has Enterprise last and alone as a custom plan, its negotiated terms assumed and open to editing', () => {
    expect(catalog.plans.filter(({ custom }) => custom).map(({ id }) => id)).toEqual(['enterprise'])
    const enterprise = planOf(catalog, 'enterprise')
    expect(catalog.plans.at(-1)).toBe(enterprise)
    const { price, credits, rollover, pastQuota, lowBalancePercent } = enterprise
    for (const { path, source } of citations({ price, credits, rollover, pastQuota, lowBalancePercent })) {
      expect([path, catalog.sources[source]?.basis]).toEqual([path, 'assumed'])
    }
    for (const figure of [price.monthly, price.annual, credits, rollover]) {
      expect(figure?.note).toContain('edit to your quote')
    }
  })

  it('says why wherever it assumes', () => {
    const silent = citations(catalog).filter(
      ({ source, explained }) => catalog.sources[source]?.basis === 'assumed' && !explained,
    )
    expect(silent).toEqual([])
  })

  it('takes nothing away as plans get larger', () => {
    for (const [index, larger] of catalog.plans.entries()) {
      expect(unlocks(larger)).toEqual(expect.arrayContaining(catalog.plans.slice(0, index).flatMap(unlocks)))
    }
  })
})

describe('the eras are not mixed', () => {
  it('keeps what was published after the price change of May 2026 out of the earlier catalogues', () => {
    // Later only by the day they were read, but for the row of the seat table on Business (Legacy).
    expect(laterThanThePriceChange('elevenlabs-2026-04')).toEqual([
      'consolidated-page',
      'regenerations',
      'seat-page',
      'seat-table',
    ])
    expect(laterThanThePriceChange('dodo-elevenlabs')).toEqual(['walkthrough'])
  })

  it('keeps figures of the current era out of the earlier plans, and the other way round', () => {
    for (const figure of ['6', '299', '121000', '600000', '1800000', '6000000']) {
      expect(ladderFigures('elevenlabs-2026-04')).not.toContain(figure)
      expect(ladderFigures('dodo-elevenlabs')).not.toContain(figure)
      expect(ladderFigures('elevenlabs-2026-10')).toContain(figure)
    }
    for (const figure of ['5', '330', '100000', '500000', '2000000']) {
      expect(ladderFigures('elevenlabs-2026-10')).not.toContain(figure)
      expect(ladderFigures('elevenlabs-2026-04')).toContain(figure)
      expect(ladderFigures('dodo-elevenlabs')).toContain(figure)
    }
  })
})

/** What a plan can do, without the sentences that count something and so replace those of the plan below. */
function unlocks(plan: Plan): string[] {
  return plan.features
    .map(({ value }) => value)
    .filter((value) => !/at once|concurrency|priority \d/i.test(value))
}

function laterThanThePriceChange(id: string): string[] {
  return Object.entries(preset(id).sources)
    .filter(([, source]) => source.basis === 'published' && source.date >= '2026-05-07')
    .map(([key]) => key)
    .toSorted()
}

function ladderFigures(id: string): string[] {
  return preset(id).plans.flatMap(({ price, credits }) => [price.monthly.value, credits.value])
}
