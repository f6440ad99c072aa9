import { describe, expect, it } from 'vitest'
import { searchText, wordsOf } from '#main/store/search-text.ts'
import { AS_LONG_AS_ORDINARY, timesAsLong } from '../time-ratio.ts'
import { companyWith, namesIn, newStore, valueOf } from './support.ts'

const GRAVE = '\u0316'
const ACUTE = '\u0301'
/** One character that stands for eighteen. */
const LIGATURE = '\ufdfa'
const MOST = 50_000

const contentOf = (...texts: readonly string[]) => JSON.stringify({ texts })

describe('the text a document is found by', () => {
  it('is its name and what comes first in its content, no more than so much', () => {
    const text = searchText('Émile', contentOf('first', 'x'.repeat(MOST), 'last'))
    expect(text).toMatch(/^emile\nfirst\nx+$/)
    expect(text).toHaveLength(MOST)
  })

  it('says each text once, so that there is room for others', () => {
    expect(searchText('a', contentOf('a', 'b', 'b', 'c'))).toBe('a\nb\nc')
  })

  it('is cut again where it grows', () => {
    const text = searchText(LIGATURE.repeat(MOST), contentOf())
    expect(text).toHaveLength(MOST)
    expect(searchText('x', contentOf(LIGATURE))).toHaveLength(20)
  })

  it.each([MOST - 1, MOST])('is never cut within a character, after %d others', (before) => {
    // A Deseret letter is two code units, and small or capital.
    const text = searchText(`${'x'.repeat(before)}𐐀`, contentOf())
    expect(text).toBe('x'.repeat(before))
    expect(searchText(`${'x'.repeat(MOST - 2)}𐐀`, contentOf())).toBe(`${'x'.repeat(MOST - 2)}𐐨`)
  })

  it('takes no longer of accents in no order than of words with accents', () => {
    const words = contentOf('tiếng Việt của tôi '.repeat(3000).slice(0, 40_000))
    const accents = contentOf(`${ACUTE.repeat(20_000)}${GRAVE.repeat(20_000)}`)
    const ratio = timesAsLong(
      () => searchText('x', accents),
      () => searchText('x', words),
    )
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })
})

describe('the words of a query', () => {
  it('are told once each, and only so many', () => {
    expect(wordsOf('Été été  ETE')).toEqual(['ete'])
    expect(wordsOf(LIGATURE.repeat(200)).length).toBeLessThan(10)
    expect(
      wordsOf(Array.from({ length: 5000 }, (_, word) => word).join(' ')).join(' ').length,
    ).toBeLessThanOrEqual(1000)
  })

  it('find what is far into a long content, and not what is past its end', () => {
    const store = newStore()
    valueOf(store.library.create({ name: 'Near', document: companyWith(`${'x'.repeat(19_000)} Zürich`) }))
    expect(namesIn(store, { search: 'near ZURICH' })).toEqual(['Near'])
  })
})
