import { describe, expect, it } from 'vitest'
import { readBundle, writeBundle } from '#main/export/bundle.ts'
import { About } from '#shared/about.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { ScenarioContent } from '#shared/library.ts'
import { bytesOf, textOf } from '../fakes/bytes-of.ts'
import { namesIn, newStore, scenarioUsing, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

const ABOUT = About.parse({
  question: 'Who needs a Full seat in Łódź?',
  lookFor: 'Look at who meets the ceiling.',
  tags: ['renewal', 'Q3 2026'],
  notes: 'Margin is 41 %.',
  customer: 'Acme Voices',
})

const said = (about: About | undefined = ABOUT) => {
  const { kind, content } = scenarioUsing('400000')
  return { kind, content: { ...content, about } }
}

describe('what is said of a scenario', () => {
  it('is nothing where a document says nothing, and such a document is written as ever', () => {
    const { scenario } = scenarioUsing('1').content
    const written = canonicalJson({ scenario, shows: 'cheapest' })
    expect(canonicalJson(ScenarioContent.parse(JSON.parse(written)))).toBe(written)
  })

  it('may be said in part', () => {
    expect(About.parse({ question: 'Why?' })).toEqual({
      question: 'Why?',
      lookFor: '',
      tags: [],
      notes: '',
      customer: '',
      internal: { question: false, plans: [] },
      example: null,
      branchOf: null,
    })
  })

  it.each(['full seat', 'ŁÓDŹ', 'q3 renewal', 'margin 41', 'acme voices', 'ceiling'])(
    'finds it: %s',
    (search) => {
      const store = newStore()
      valueOf(store.library.create({ name: 'May', document: said() }))
      valueOf(store.library.create({ name: 'June', document: scenarioUsing('400000') }))
      expect(namesIn(store, { kind: 'scenario', search })).toEqual(['May'])
    },
  )

  it('finds it before all else that a large scenario holds', () => {
    const store = newStore()
    const { kind, content } = said()
    const grants = Array.from({ length: 600 }, (_, index) => ({
      id: `${String(index)}-${'x'.repeat(990)}`,
      amount: '1',
      start: '2026-01-01',
    }))
    const large = ScenarioContent.parse({ ...content, scenario: { ...content.scenario, grants } })
    valueOf(store.library.create({ name: 'Large', document: { kind, content: large } }))
    expect(namesIn(store, { kind: 'scenario', search: 'margin' })).toEqual(['Large'])
  })

  it('changes no input hash', async () => {
    const hashOf = async (document: ReturnType<typeof said>) => {
      const { ask } = storedApi()
      const { id } = await ask('library.create', { name: 'May', document })
      return valueOf(readBundle(textOf(await ask('bundles.export', { id })))).inputHash
    }
    expect(await hashOf(said())).toBe(await hashOf(said(undefined)))
  })

  it('goes into a file without the notes and what it was branched from, and comes back out of it', async () => {
    const { ask } = storedApi()
    const branchOf = { id: 'another', name: 'The lowest price we accept' }
    const { id } = await ask('library.create', { name: 'May', document: said({ ...ABOUT, branchOf }) })
    const text = textOf(await ask('bundles.export', { id }))
    expect(text).not.toContain('Margin')
    expect(text).not.toContain('lowest price')
    const elsewhere = storedApi()
    await elsewhere.ask('bundles.import', { file: bytesOf(text) })
    const { content } = await elsewhere.ask('library.get', { id })
    expect(content).toMatchObject({ about: { ...ABOUT, notes: '', branchOf: null } })
  })

  it('keeps the notes where a file takes the place of its document, but not in a copy', async () => {
    const { ask } = storedApi()
    const branchOf = { id: 'another', name: 'The lowest price we accept' }
    const { id } = await ask('library.create', { name: 'May', document: said({ ...ABOUT, branchOf }) })
    const file = bytesOf(textOf(await ask('bundles.export', { id })))
    await ask('library.edit', {
      id,
      base: 1,
      label: 'Change the notes',
      document: said({ ...ABOUT, question: 'Another one?', notes: 'Margin is 40 %.', branchOf }),
    })
    await ask('bundles.import', { file, onExisting: 'replace' })
    expect((await ask('library.get', { id })).content).toMatchObject({
      about: { ...ABOUT, notes: 'Margin is 40 %.', branchOf },
    })
    const copy = await ask('bundles.import', { file, onExisting: 'copy' })
    if (copy.kind !== 'imported') throw new Error('It was not imported.')
    expect((await ask('library.get', { id: copy.document.id })).content).toMatchObject({
      about: { ...ABOUT, notes: '', branchOf: null },
    })
  })

  it('keeps the notes where the file says nothing of the scenario, and not where it has notes of its own', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: said() })
    const text = textOf(await ask('bundles.export', { id }))
    const { hash: _hash, content: whole, ...bundle } = valueOf(readBundle(text))
    const { about: _about, ...unsaid } = whole
    await ask('bundles.import', {
      file: bytesOf(writeBundle({ ...bundle, content: unsaid })),
      onExisting: 'replace',
    })
    expect((await ask('library.get', { id })).content).toMatchObject({
      about: { notes: 'Margin is 41 %.', question: '' },
    })
    const content = { ...unsaid, about: { ...ABOUT, notes: 'From the file.' } }
    await ask('bundles.import', { file: bytesOf(writeBundle({ ...bundle, content })), onExisting: 'replace' })
    expect((await ask('library.get', { id })).content).toMatchObject({ about: { notes: 'From the file.' } })
  })

  it('stays with the document in the store, notes and all', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: said() })
    expect((await ask('library.get', { id })).content).toMatchObject({ about: ABOUT })
    const copy = await ask('library.duplicate', { id })
    expect(copy.content).toMatchObject({ about: ABOUT })
  })
})
