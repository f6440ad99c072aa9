import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import type { Input } from '#shared/api.ts'

const call = createApi({ host: 'test' })

const TERMS = {
  catalog: 'elevenlabs-2026-04',
  months: 12,
  pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 6 },
  offers: true,
  focus: 'creator',
} as const satisfies Partial<Input<'analysis.compareMany'>>

describe('comparing many usages in one call', () => {
  it('answers each as a comparison of it alone, in their order', async () => {
    const usages = ['400000', '0', '356666.67', '400000']
    const alone = await Promise.all(usages.map((usage) => call('analysis.compare', { ...TERMS, usage })))
    expect(await call('analysis.compareMany', { ...TERMS, usages })).toEqual({ ok: true, value: alone })
  })

  it('refuses one by itself where it cannot be billed, under the name it has in a single comparison', async () => {
    // Twelve months of 9,000,000,000 are more than the 9,007,199,254 credits that a figure can hold.
    const usages = ['9000000000', '400000']
    expect(await call('analysis.compareMany', { catalog: TERMS.catalog, usages })).toMatchObject({
      ok: true,
      value: [
        { ok: false, problems: [{ code: 'amount.out_of_bounds', path: 'usage' }] },
        { ok: true, value: { usage: '400000' } },
      ],
    })
  })
})
