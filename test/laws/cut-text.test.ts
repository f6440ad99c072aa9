import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '#shared/cut-text.ts'

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
const graphemesOf = (text: string) => [...GRAPHEMES.segment(text)].map(({ segment }) => segment)

/** Letters with marks, flags, families, Hangul, Devanagari, ends of lines and halves of characters, in any order. */
const texts = array(
  oneof(
    constantFrom('a', 'e\u0301', '👩‍👩‍👧', '🇨🇭', '👍🏽', '각', 'क्षि', '\r\n', '\u0301', '\u200D', '\uD83D', '名'),
    string({ unit: 'grapheme', maxLength: 3 }),
  ),
  { maxLength: 20 },
).map((parts) => parts.join(''))

test.each<readonly [string, (part: string) => number]>([
  ['UTF-16 units', (part) => part.length],
  ['bytes', (part) => Buffer.byteLength(part)],
])('a text is cut to as many of its whole graphemes as fit, in %s', (_unit, sizeOf) => {
  assert(
    property(texts, nat(60), (text, most) => {
      const kept: string[] = []
      for (const grapheme of graphemesOf(text)) {
        if (sizeOf([...kept, grapheme].join('')) > most) break
        kept.push(grapheme)
      }
      expect(cutText(text, most, sizeOf)).toBe(kept.join(''))
    }),
    { numRuns: 2000 },
  )
})

test('of a character with more marks than there is room for nothing is left', () => {
  expect(cutText(`a${'\u0301'.repeat(120_000)}`, 200)).toBe('')
})
