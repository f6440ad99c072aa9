import { describe, expect, it } from 'vitest'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { elevenLabs202610 } from '#main/catalogs/elevenlabs-2026-10/index.ts'
import { type SoldAs, traitsOf } from '#renderer/finding/plan-traits.ts'

const of = (changes: Partial<SoldAs>, catalog = elevenLabs202604) =>
  traitsOf(catalog, { billing: 'monthly', offers: false, quotes: {}, ...changes })

describe('how a plan is sold', () => {
  it('is by the year only where that was asked for and the plan has a price for it', () => {
    expect(of({}).get('pro')?.byYear).toBe(false)
    expect(of({ billing: 'annual' }).get('pro')?.byYear).toBe(true)
    expect(of({ billing: 'annual' }).get('free')?.byYear).toBe(false)
  })

  it('is with an offer only where offers are applied to the way it is paid', () => {
    expect(of({}).get('creator')?.offered).toBe(false)
    expect(of({ offers: true }).get('creator')?.offered).toBe(true)
    expect(of({ offers: true, billing: 'annual' }).get('creator')?.offered).toBe(false)
    expect(of({ offers: true }).get('pro')?.offered).toBe(false)
  })

  it('is from a prepaid balance where the catalogue has it so', () => {
    expect(of({}, elevenLabs202610).get('pro')?.prepaid).toBe(true)
    expect(of({}).get('pro')?.prepaid).toBe(false)
  })

  it('is on the terms that were put in where those are all that makes its price', () => {
    const quote = { credits: '300000', overagePerThousand: '0.05' }
    const quoted = (terms: object, changes: Partial<SoldAs> = {}) =>
      of({ quotes: { enterprise: { ...quote, ...terms } }, ...changes }).get('enterprise')?.quoted
    expect(quoted({ monthly: '90' })).toBe(true)
    expect(quoted({})).toBe(false)
    expect(quoted({ monthly: '90' }, { billing: 'annual' })).toBe(false)
    expect(quoted({ annual: '900' }, { billing: 'annual' })).toBe(true)
    expect(of({}).get('pro')?.quoted).toBe(false)
  })

  it('is not known without a catalogue', () => {
    expect(traitsOf(null, { billing: 'annual', offers: true, quotes: {} }).size).toBe(0)
  })
})
