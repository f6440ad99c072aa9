import { array, assert, constantFrom, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { createHiddenTexts } from '#main/hosts/hidden-texts.ts'

/** Few letters, so that keys overlap, repeat and begin as others do. */
const few = (minLength: number, maxLength: number) =>
  string({ unit: constantFrom('a', 'b', '名', '\uD83D', '\uDE00'), minLength, maxLength })

it('hides what a search for the texts themselves would find', () => {
  assert(
    property(few(0, 40), array(few(1, 5), { maxLength: 4 }), (text, hidden) => {
      const texts = createHiddenTexts()
      for (const one of hidden) texts.add(one)
      const longestFirst = [...new Set(hidden)].toSorted((one, other) => other.length - one.length)
      expect(texts.hide(text)).toBe(
        longestFirst.reduce((rest, one) => rest.replaceAll(one, '[hidden]'), text),
      )
    }),
    { numRuns: 2000 },
  )
})
