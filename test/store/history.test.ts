import { describe, expect, it } from 'vitest'
import { companyWith, namesIn, newStore, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

describe('undo and redo of a document', () => {
  it('go back and forth by name, each step a revision of its own', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.edit({ id, base: 1, label: 'Write b', document: companyWith('b') }))
    valueOf(library.rename(id, 'Bolt'))

    expect(valueOf(history.undo(id))).toMatchObject({
      label: 'Rename to “Bolt”',
      document: { name: 'Acme', revision: 4 },
      next: { undo: 'Write b', redo: 'Rename to “Bolt”' },
    })
    valueOf(history.undo(id))
    expect(valueOf(library.get(id))).toMatchObject({ name: 'Acme', revision: 5, content: { notes: 'a' } })
    expect(problemOf(history.undo(id))).toMatchObject({ code: 'history.empty', path: 'scope' })

    valueOf(history.redo(id))
    expect(valueOf(history.redo(id)).document).toMatchObject({ name: 'Bolt', revision: 7 })
    expect(valueOf(library.get(id)).content).toEqual({ notes: 'b', scenarios: [], datasets: [] })
    expect(problemOf(history.redo(id))).toMatchObject({ code: 'history.empty' })
    expect(valueOf(library.revisions(id)).map(({ label }) => label)).toEqual([
      'Redo: Rename to “Bolt”',
      'Redo: Write b',
      'Undo: Write b',
      'Undo: Rename to “Bolt”',
      'Rename to “Bolt”',
      'Write b',
      'Create “Acme”',
    ])
  })

  it('lose what was undone when another edit follows', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.edit({ id, base: 1, label: 'Write b', document: companyWith('b') }))
    valueOf(history.undo(id))
    valueOf(library.edit({ id, base: 3, label: 'Write c', document: companyWith('c') }))
    expect(valueOf(history.state(id))).toEqual({ undo: 'Write c', redo: null })
  })

  it('are there after a restart', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    const { id } = valueOf(first.library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(first.library.edit({ id, base: 1, label: 'Write b', document: companyWith('b') }))
    valueOf(first.library.edit({ id, base: 2, label: 'Write c', document: companyWith('c') }))
    valueOf(first.history.undo(id))
    first.close()
    const { history } = storeIn(folder)
    expect(valueOf(history.state(id))).toEqual({ undo: 'Write b', redo: 'Write c' })
    expect(valueOf(history.redo(id)).label).toBe('Write c')
  })

  it('leave what is in the bin alone', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.rename(id, 'Bolt'))
    valueOf(library.delete(id))
    expect(problemOf(history.undo(id))).toMatchObject({ code: 'document.deleted' })
  })
})

describe('undo and redo of the library', () => {
  it('take back what was done to whole documents, and do it again', () => {
    const store = newStore()
    const { library, history } = store
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.duplicate(id, 'Bolt'))
    valueOf(library.delete(id))
    const steps = ['Delete “Acme”', 'Duplicate “Acme”', 'Create “Acme”']
    const seen = [['Acme', 'Bolt'], ['Acme'], []]
    for (const [index, label] of steps.entries()) {
      expect(valueOf(history.undo('library')).label).toBe(label)
      expect(namesIn(store).toSorted()).toEqual(seen[index])
    }
    for (const label of steps.toReversed()) expect(valueOf(history.redo('library')).label).toBe(label)
    expect([namesIn(store), namesIn(store, { deleted: true })]).toEqual([['Bolt'], ['Acme']])
  })

  it('count a restored document as one more step', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.delete(id))
    valueOf(library.restore(id))
    expect(valueOf(history.undo('library'))).toMatchObject({
      label: 'Restore “Acme”',
      next: { undo: 'Delete “Acme”', redo: 'Restore “Acme”' },
    })
    expect(valueOf(library.get(id)).deletedAt).not.toBe(null)
  })

  it('know nothing of edits, which are undone in their documents', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('a') }))
    valueOf(library.rename(id, 'Bolt'))
    expect(valueOf(history.state('library')).undo).toBe('Create “Acme”')
    expect(valueOf(history.state(id)).undo).toBe('Rename to “Bolt”')
  })
})
