import { describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { burned } from '#main/engine/index.ts'
import { modelChoices } from '#renderer/finding/models.ts'
import { otherModels, usedIn } from '#renderer/pages/account/inputs/usage/streams/moves.ts'

const catalogOf = (id: string) => {
  const found = presets.find((preset) => preset.id === id)
  if (!found) throw new Error(`There is no catalogue ${id}.`)
  return found
}
const APRIL = catalogOf('elevenlabs-2026-04')
const choice = (name: string, plan = 'creator', catalog = APRIL) =>
  modelChoices(catalog, plan).find((each) => each.name === name)

describe('what can be used on a plan', () => {
  it('says its unit and what a unit burns', () => {
    expect(choice('Text to Speech, Multilingual v2')).toMatchObject({
      product: 'text-to-speech',
      model: 'Multilingual v2',
      unit: 'character',
      burns: '1 credit a character',
      isPlain: true,
      why: null,
    })
    expect(choice('Text to Speech, Flash v2')).toMatchObject({
      burns: '0.5 credits a character',
      isPlain: false,
    })
  })

  it('says a rate that is for several units as it is published', () => {
    const burnRates = APRIL.burnRates.map((rate) => ({
      ...rate,
      rate: { ...rate.rate, value: { credits: '2200', per: '1000' } },
    }))
    expect(choice('Text to Speech, Flash v2', 'creator', { ...APRIL, burnRates })).toMatchObject({
      burns: '2,200 credits for 1,000 characters',
    })
  })

  it('says why nothing of it can be priced', () => {
    expect(choice('Music, Standard')).toMatchObject({ why: 'no published rate', burns: '', isPlain: false })
    const burnRates = APRIL.burnRates.map((rate) => ({ ...rate, plans: ['pro'] }))
    expect(choice('Text to Speech, Flash v2', 'creator', { ...APRIL, burnRates })).toMatchObject({
      why: 'not on Creator',
      unit: 'character',
      burns: '',
    })
    expect(modelChoices(null, 'creator')).toEqual([])
  })

  it('is priced exactly where the engine prices it, on every plan of every preset', () => {
    for (const catalog of presets)
      for (const { id } of catalog.plans) {
        const choices = modelChoices(catalog, id)
        const work = choices.map(({ product, model }) => ({ product, model, quantity: '1' }))
        const answer = burned(catalog, id, work)
        if (!answer.ok) throw new Error('It should be priced.')
        expect(choices.map(({ why }) => why === null)).toEqual(
          answer.value.map((each) => each.burned.kind === 'burns'),
        )
      }
  })
})

describe('what work moves between', () => {
  const stream = (model: string, product = 'text-to-speech') => ({
    id: `${product} ${model}`,
    product,
    model,
    monthly: '1',
    pattern: { kind: 'flat' as const },
  })

  it('is each product and model that is used, once, also one that the catalogue does not have', () => {
    const used = usedIn(
      [stream('Flash v2'), stream('Flash v9'), stream('Flash v2')],
      modelChoices(APRIL, 'creator'),
    )
    expect(used.map(({ name }) => name)).toEqual(['Text to Speech, Flash v2', 'text-to-speech, Flash v9'])
  })

  it('are the other models of its product that have a price', () => {
    const choices = modelChoices(APRIL, 'creator')
    const [music] = usedIn([stream('Standard', 'music')], choices)
    const [speech] = usedIn([stream('Flash v2')], choices)
    if (!music || !speech) throw new Error('They are used.')
    expect(otherModels(music, choices)).toEqual([])
    const others = otherModels(speech, choices).map(({ model }) => model)
    expect(others).toContain('Multilingual v2')
    expect(others).not.toContain('Flash v2')
  })
})
