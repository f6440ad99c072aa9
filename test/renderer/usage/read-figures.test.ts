import { array, assert, constantFrom, nat, property } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { credits, setNumberFormat } from '#renderer/format/figures.ts'
import { readFigures } from '#renderer/pages/account/inputs/usage/read-figures.ts'

const read = (text: string, room = 12) => readFigures(text, room)

describe('figures pasted into months', () => {
  afterEach(() => setNumberFormat('comma'))

  it.each([
    ['a column', '100000\n120000\n90000'],
    ['a column of another system', '100000\r\n120000\r\n90000\r\n'],
    ['a row', '100000\t120000\t90000'],
    ['a row with thousands', '100,000\t120,000\t90,000'],
    ['a column with its heading', 'Credits\n100,000\n120,000\n90,000'],
    ['short figures', '100k\n0.12M\n90k'],
  ])('are taken in their order from %s', (_, text) => {
    expect(read(text)).toEqual({
      kind: 'figures',
      figures: ['100000', '120000', '90000'],
      told: '3 months pasted.',
    })
  })

  it('are read in the person’s way of writing numbers, exactly', () => {
    setNumberFormat('point')
    expect(read('1.250.000,000001\t0,5')).toMatchObject({ figures: ['1250000.000001', '0.5'] })
  })

  it('are left out where they come after the last month, which is told', () => {
    expect(read('1\n2\n3', 2)).toEqual({
      kind: 'figures',
      figures: ['1', '2'],
      told: '2 months pasted; 1 more came after the last month and was left out.',
    })
    expect(read('1\n2\n3', 1)).toMatchObject({
      told: '1 month pasted; 2 more came after the last month and were left out.',
    })
  })

  it.each([
    ['a word among them', '1\nmany\n3', '“many” is no figure of credits: nothing was pasted.'],
    ['less than nothing', '1\n-2', '“-2” is no figure of credits: nothing was pasted.'],
    ['finer than a millionth', '0.0000001', '“0.0000001” is no figure of credits: nothing was pasted.'],
    ['more than can be counted', '9999999999', '“9999999999” is no figure of credits: nothing was pasted.'],
    ['nothing', ' \n ', '“” is no figure of credits: nothing was pasted.'],
    ['two headings', 'Usage\nCredits\n3', '“Credits” is no figure of credits: nothing was pasted.'],
  ])('are refused whole for %s', (_, text, told) => {
    expect(read(text)).toEqual({ kind: 'refused', told })
  })

  it('come back as they were printed, in every format', () => {
    const format = constantFrom('comma' as const, 'point' as const, 'space' as const, 'apostrophe' as const)
    const figures = array(nat(9_000_000_000).map(String), { minLength: 1, maxLength: 24 })
    assert(
      property(format, figures, (chosen, written) => {
        setNumberFormat(chosen)
        expect(read(written.map((figure) => credits(figure)).join('\n'), 24)).toMatchObject({
          figures: written,
        })
      }),
    )
  })
})
