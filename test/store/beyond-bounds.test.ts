import { describe, expect, it } from 'vitest'
import { WRITTEN_OUT } from '../api/cases.ts'
import { companyWith, newStore, problemOf, scenarioUsing, valueOf } from './support.ts'

describe('a document that holds more than is read', () => {
  it.each([
    ['a longer text', companyWith('x'.repeat(20_001)), 'Expected at most 20,000 characters. (content.notes)'],
    [
      'a longer list',
      {
        kind: 'company' as const,
        content: { notes: '', scenarios: Array.from({ length: 10_001 }, () => 'x'), datasets: [] },
      },
      'Expected at most 10,000 scenarios. (content.scenarios)',
    ],
  ])('is told of as that and kept, with %s', (_what, document, why) => {
    const store = newStore()
    const { id } = valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
    valueOf(store.library.edit({ id, base: 1, label: 'Grow', document }))
    const told = {
      code: 'document.beyond_bounds',
      message: `“Acme” holds more than this Tierwise reads. It is kept as it is. ${why}`,
    }
    expect(problemOf(store.library.get(id))).toEqual({ ...told, path: 'id' })
    expect(valueOf(store.check()).findings).toEqual([{ ...told, path: id }])
    expect(valueOf(store.library.revert(id, 1))).toMatchObject({ content: { notes: 'x' } })
  })

  it('is told of where it is in one of several forms', () => {
    const store = newStore()
    const { kind, content } = scenarioUsing('1')
    const catalog = { ...WRITTEN_OUT, description: 'x'.repeat(20_001) }
    const document = { kind, content: { ...content, scenario: { ...content.scenario, catalog } } }
    const made = store.library.create({ name: 'Large', document })
    expect(problemOf(made).message).toContain('(content.scenario.catalog.description)')
  })
})
