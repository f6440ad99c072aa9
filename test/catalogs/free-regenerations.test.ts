import { describe, expect, it } from 'vitest'
import { preset } from './figures.ts'

describe('free regenerations', () => {
  it.each(['elevenlabs-2026-04', 'elevenlabs-2026-10'])(
    'of %s are two within two hours on the website, never through the API, with the disagreement noted',
    (id) => {
      const { freeRegenerations, sources } = preset(id)
      expect(freeRegenerations?.value).toEqual({
        count: 2,
        withinMinutes: 120,
        products: ['text-to-speech', 'voice-changer', 'studio'],
      })
      expect(sources[freeRegenerations?.source ?? '']).toMatchObject({
        basis: 'published',
        date: '2026-11-20',
      })
      expect(freeRegenerations?.note).toContain('states no time limit')
      expect(freeRegenerations?.note).toContain('voice settings')
    },
  )

  it('are nothing the Dodo Payments build knows', () => {
    expect(preset('dodo-elevenlabs').freeRegenerations).toBeUndefined()
  })
})
