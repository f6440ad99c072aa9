import { describe, expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { burned } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'

const [april] = presets.filter(({ id }) => id === 'elevenlabs-2026-04')
if (!april) throw new Error('The catalogue of April 2026 is not there.')

const of = (product: string, model: string, quantity: string) => ({ product, model, quantity })
function onCreator(catalog: Catalog, ...work: readonly ReturnType<typeof of>[]) {
  const answer = burned(catalog, 'creator', work)
  if (!answer.ok) return answer
  expect(answer.value.map((each) => each.work)).toEqual(work)
  return { ok: true, value: answer.value.map((each) => each.burned) }
}

describe('what work burns on a plan', () => {
  test('is its quantity at the published rate, in the order asked', () => {
    // 1 credit a character; 0.5 a character; 1,000 a minute
    expect(
      onCreator(
        april,
        of('text-to-speech', 'Multilingual v2', '250000'),
        of('text-to-speech', 'Flash v2', '250000'),
        of('voice-changer', 'Standard', '1.5'),
      ),
    ).toEqual({
      ok: true,
      value: [
        { kind: 'burns', credits: '250000' },
        { kind: 'burns', credits: '125000' },
        { kind: 'burns', credits: '1500' },
      ],
    })
  })

  test('is rounded once, half-up, to the millionth of a credit', () => {
    const thirds: Catalog = {
      ...april,
      burnRates: april.burnRates.map((rate) => ({
        ...rate,
        rate: { ...rate.rate, value: { credits: '2', per: '3' } },
      })),
    }
    // 2/3 = 0.666 666 6…
    expect(onCreator(thirds, of('text-to-speech', 'Flash v2', '1'))).toEqual({
      ok: true,
      value: [{ kind: 'burns', credits: '0.666667' }],
    })
  })

  test('is not known where no rate is published, where only other plans have it, and where nobody has', () => {
    const burnRates = april.burnRates.map((rate) =>
      rate.model === 'Flash v2' ? { ...rate, plans: ['pro'] } : rate,
    )
    expect(
      onCreator(
        { ...april, burnRates },
        of('music', 'Standard', '1'),
        of('text-to-speech', 'Flash v2', '1'),
        of('text-to-speech', 'Flash v9', '1'),
        of('telepathy', 'Standard', '1'),
      ),
    ).toEqual({
      ok: true,
      value: [{ kind: 'unpriced' }, { kind: 'notOffered' }, { kind: 'unknown' }, { kind: 'unknown' }],
    })
  })

  test('is refused where it is more than can be counted', () => {
    expect(onCreator(april, of('voice-changer', 'Standard', '9000000000'))).toMatchObject({
      ok: false,
      problems: [{ code: 'amount.out_of_bounds', path: 'work' }],
    })
  })
})
