import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

const api = createApi({ host: 'test' })
const KNOWN = 'elevenlabs-2026-04, dodo-elevenlabs, elevenlabs-2026-10'

describe('the catalogue of an input', () => {
  it.each([
    ['analysis.compare', { usage: '1' }],
    ['analysis.curves', { upTo: '1' }],
    ['analysis.crossovers', {}],
    ['scenarios.run', SCENARIO],
  ])('is refused by %s when no preset has its id, naming those there are', async (method, rest) => {
    expect(await api(method, { ...rest, catalog: 'nowhere' })).toEqual({
      ok: false,
      problems: [
        {
          code: 'catalog.unknown',
          message: `There is no catalogue "nowhere". Known: ${KNOWN}.`,
          path: 'catalog',
        },
      ],
    })
  })

  it('counts the same written out as named', async () => {
    const named = await api('analysis.crossovers', { catalog: 'elevenlabs-2026-04' })
    expect(named.ok).toBe(true)
    expect(await api('analysis.crossovers', { catalog: WRITTEN_OUT })).toEqual(named)
  })

  it('points into a catalogue that is written out badly', async () => {
    const [free, ...others] = WRITTEN_OUT.plans
    const plans = [{ ...free, credits: { value: '-1', source: 'x' } }, ...others]
    expect(await api('analysis.crossovers', { catalog: { ...WRITTEN_OUT, plans } })).toMatchObject({
      ok: false,
      problems: [{ path: 'catalog.plans.0.credits.value' }],
    })
  })

  it('points into a written-out catalogue that contradicts itself', async () => {
    const [free, ...others] = WRITTEN_OUT.plans
    const plans = [free, free, ...others]
    const answer = await api('analysis.crossovers', { catalog: { ...WRITTEN_OUT, plans } })
    if (answer.ok) throw new Error('it was answered')
    expect(answer.problems.map(({ path }) => path)).toEqual([expect.stringMatching(/^catalog\.plans\.1/)])
  })
})

describe('the list of catalogues', () => {
  it('says of each what it is, whose and from when, in the order of the command line', async () => {
    const answer = await api('catalogs.list', {})
    expect(answer).toMatchObject({
      ok: true,
      value: KNOWN.split(', ').map((id) => ({ id, currency: 'USD', source: expect.stringMatching(/./) })),
    })
  })

  it('refuses to get one that does not exist', async () => {
    expect(await api('catalogs.get', { id: 'nowhere' })).toMatchObject({
      ok: false,
      problems: [{ code: 'catalog.unknown', path: 'id' }],
    })
  })
})
