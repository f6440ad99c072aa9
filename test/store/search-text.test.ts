import { describe, expect, it } from 'vitest'
import { searchText, wordsOf } from '#main/store/search-text.ts'
import { AS_LONG_AS_ORDINARY, timesAsLong } from '../time-ratio.ts'
import { companyWith, namesIn, newStore, scenarioUsing, valueOf } from './support.ts'

const GRAVE = '\u0316'
const ACUTE = '\u0301'
/** One character that stands for eighteen. */
const LIGATURE = '\ufdfa'
const MOST = 500_000

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
    const words = contentOf('tiếng Việt của tôi '.repeat(MOST / 20).slice(0, 400_000))
    const accents = contentOf(`${ACUTE.repeat(200_000)}${GRAVE.repeat(200_000)}`)
    const ratio = timesAsLong(
      () => searchText('x', accents),
      () => searchText('x', words),
    )
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })
})

describe('a document with long lists', () => {
  const people = Array.from({ length: 5000 }, (_, index) => ({
    id: `3f0c0f52-0d6e-4a6b-9a35-${String(index).padStart(12, '0')}`,
    user: `firstname.lastname${index}@company.example`,
    seat: 'basic',
  }))
  const events = Array.from({ length: 20_000 }, (_, index) => ({ id: `event-${index}`, quantity: '500' }))

  it('is found by all that is short in it, and then by the last of five thousand members', () => {
    const content = { members: people, plan: 'enterprise', workspaces: [{ id: 'hq', name: 'Zanzibar' }] }
    const text = searchText('Acme', JSON.stringify({ scenario: content }))
    expect(text.split('\n').slice(0, 4)).toEqual(['acme', 'enterprise', 'hq', 'zanzibar'])
    for (const { id, user } of people) if (!text.includes(`${id}\n${user}`)) throw new Error(user)
    expect(text.length).toBeLessThan(MOST)
  })

  it('is found by the shorter of two before the longer, whatever comes first', () => {
    const keys = Array.from({ length: 200 }, (_, index) => `key-${index}`)
    const names = Array.from({ length: MOST / 5 }, (_, index) => `long-${index}`)
    const text = searchText(
      'Acme',
      JSON.stringify({ a: names, b: Object.fromEntries(keys.entries()), c: 'end' }),
    )
    expect(text.split('\n').slice(0, 203)).toEqual(['acme', 'end', ...keys, 'long-0'])
  })

  it('is not found by single usage events, which leave no room to anything else', () => {
    const scenario = { apiKeys: [{ id: 'last-key' }], usageEvents: events }
    expect(searchText('Acme', JSON.stringify({ scenario }))).toBe('acme\nlast-key')
  })

  it('is found by a member of an account that is met', () => {
    const store = newStore()
    const { kind, content } = scenarioUsing('1')
    const members = people.map(({ id, user }) => ({
      id,
      user,
      role: 'member' as const,
      seat: 'basic' as const,
      locked: true,
    }))
    const document = { kind, content: { ...content, scenario: { ...content.scenario, members } } }
    valueOf(store.library.create({ name: 'Large', document }))
    expect(namesIn(store, { kind, search: 'creator lastname4999@company large' })).toEqual(['Large'])
  })

  it('takes no longer of long lists within one another than of one list', () => {
    const [lists, items] = [1000, '"text",'.repeat(100)]
    const nested = `${`[${items}`.repeat(lists)}[]${']'.repeat(lists)}`
    const flat = `[${items.repeat(lists)}[]]`
    const ratio = timesAsLong(
      () => searchText('x', nested),
      () => searchText('x', flat),
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
