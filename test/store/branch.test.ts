import { describe, expect, it } from 'vitest'
import { About } from '#shared/about.ts'
import { companyWith, newStore, scenarioUsing, valueOf } from './support.ts'

describe('a branch', () => {
  it('is a copy under a name of its own that remembers what it was branched from', () => {
    const { library, history } = newStore()
    const { kind, content } = scenarioUsing('400000')
    const about = About.parse({ tags: ['renewal'], notes: 'ours', example: 'rollover-trap' })
    const origin = valueOf(
      library.create({ name: 'May', document: { kind, content: { ...content, about } } }),
    )
    const branch = valueOf(library.branch(origin.id))
    expect(branch.name).toBe('May (branch)')
    expect(branch.id).not.toBe(origin.id)
    expect(branch.content).toEqual({
      ...content,
      scenario: { ...content.scenario, name: 'May (branch)' },
      about: { ...about, branchOf: { id: origin.id, name: 'May' } },
    })
    expect(valueOf(history.state('library')).undo).toBe('Branch from “May”')
  })

  it('of a scenario that says nothing says where it came from, and that alone', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    expect(valueOf(library.branch(id)).content).toMatchObject({
      about: About.parse({ branchOf: { id, name: 'May' } }),
    })
  })

  it('of a branch counts on, and remembers the branch it is of', () => {
    const { library } = newStore()
    const origin = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    const first = valueOf(library.branch(origin.id))
    const second = valueOf(library.branch(first.id))
    expect(second.name).toBe('May (branch 2)')
    expect(second.content).toMatchObject({ about: { branchOf: { id: first.id, name: 'May (branch)' } } })
    expect(valueOf(library.branch(second.id)).name).toBe('May (branch 3)')
  })

  it('of what is no scenario is a copy', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('x') }))
    expect(valueOf(library.branch(id))).toMatchObject({
      name: 'Acme (branch)',
      content: companyWith('x').content,
    })
  })

  it('is refused of what is not there', () => {
    const answer = newStore().library.branch('0198c1f2-7c3e-7000-8000-000000000001')
    expect(answer).toMatchObject({ problems: [{ code: 'document.unknown' }] })
  })
})
