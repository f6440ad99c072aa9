import { describe, expect, it } from 'vitest'
import { clockAt, companyWith, namesIn, newStore, problemOf, scenarioUsing, valueOf } from './support.ts'

const NO_SUCH_ID = '0198c1f2-7c3e-7000-8000-000000000001'

describe('a document', () => {
  it('starts at revision 1, with its content as it was given', () => {
    const store = newStore({ now: clockAt('2026-05-01T12:00:00Z').now })
    const made = valueOf(store.library.create({ name: 'May', document: scenarioUsing('400000') }))
    expect(made).toMatchObject({
      kind: 'scenario',
      name: 'May',
      revision: 1,
      createdAt: '2026-05-01T12:00:00.000Z',
      updatedAt: '2026-05-01T12:00:00.000Z',
      deletedAt: null,
    })
    expect(made.content).toEqual(scenarioUsing('400000', 'May').content)
    expect(valueOf(store.library.get(made.id))).toEqual(made)
  })

  it('gains a revision with every edit, and only then', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    const { id } = valueOf(store.library.create({ name: 'May', document: scenarioUsing('1') }))
    clock.forward(1)
    const edit = { id, base: 1, label: 'Change usage to 2', document: scenarioUsing('2') }
    const edited = valueOf(store.library.edit(edit))
    expect(edited).toMatchObject({ revision: 2, updatedAt: '2026-05-02T12:00:00.000Z' })
    clock.forward(1)
    expect(valueOf(store.library.edit({ ...edit, base: 2 }))).toEqual(edited)
    expect(valueOf(store.library.rename(id, 'May'))).toEqual(edited)
    expect(valueOf(store.library.rename(id, 'June'))).toMatchObject({ revision: 3, name: 'June' })
    expect(valueOf(store.library.revisions(id)).map(({ revision, label }) => [revision, label])).toEqual([
      [3, 'Rename to “June”'],
      [2, 'Change usage to 2'],
      [1, 'Create “May”'],
    ])
  })

  it('refuses an edit of a state that is no longer the newest, and keeps what is there', () => {
    const store = newStore()
    const { id } = valueOf(store.library.create({ name: 'May', document: scenarioUsing('1') }))
    valueOf(store.library.edit({ id, base: 1, label: 'One window', document: scenarioUsing('2') }))
    const late = store.library.edit({ id, base: 1, label: 'Another', document: scenarioUsing('3') })
    expect(problemOf(late)).toMatchObject({ code: 'library.conflict', path: 'base' })
    expect(valueOf(store.library.get(id)).content).toEqual(scenarioUsing('2', 'May').content)
  })

  it('never becomes another kind', () => {
    const store = newStore()
    const { id } = valueOf(store.library.create({ name: 'May', document: scenarioUsing('1') }))
    const edit = store.library.edit({ id, base: 1, label: 'Change', document: companyWith('x') })
    expect(problemOf(edit)).toMatchObject({ code: 'library.kind', path: 'document.kind' })
  })

  it('is refused by name where there is none', () => {
    const { library } = newStore()
    const edit = { id: NO_SUCH_ID, base: 1, label: 'Change', document: companyWith('x') }
    for (const answer of [
      library.get(NO_SUCH_ID),
      library.edit(edit),
      library.rename(NO_SUCH_ID, 'x'),
      library.duplicate(NO_SUCH_ID),
      library.delete(NO_SUCH_ID),
      library.restore(NO_SUCH_ID),
      library.revisions(NO_SUCH_ID),
      library.revision(NO_SUCH_ID, 1),
      library.revert(NO_SUCH_ID, 1),
      library.nameVersion(NO_SUCH_ID, 1, 'x'),
    ]) {
      expect(problemOf(answer)).toMatchObject({ code: 'document.unknown', path: 'id' })
    }
    expect(valueOf(library.find(NO_SUCH_ID))).toBe(null)
  })

  it('is copied under a name of its own', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    const copies = [library.duplicate(id), library.duplicate(id), library.duplicate(id, 'June')].map(valueOf)
    expect(copies.map(({ name }) => name)).toEqual(['May (copy)', 'May (copy 2)', 'June'])
    expect(new Set([id, ...copies.map((copy) => copy.id)]).size).toBe(4)
    expect(copies[0]).toMatchObject({ revision: 1, content: scenarioUsing('1', 'May (copy)').content })
  })

  it('is copied from a copy as one more copy of the same', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    const copy = valueOf(library.duplicate(id))
    const next = valueOf(library.duplicate(copy.id))
    const last = valueOf(library.duplicate(next.id))
    expect([next.name, last.name]).toEqual(['May (copy 2)', 'May (copy 3)'])
  })

  it('is not copied under a name that comes back from the bin, or by undo', () => {
    const { library, history } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    const first = valueOf(library.duplicate(id))
    valueOf(library.delete(first.id))
    const second = valueOf(library.duplicate(id))
    expect(second.name).toBe('May (copy 2)')
    valueOf(history.undo('library'))
    expect(valueOf(library.duplicate(id)).name).toBe('May (copy 3)')
    expect(valueOf(library.freeName('scenario', first.name))).toBe('May (copy) 2')
  })

  it('is not copied under a name that is asked for and taken', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'Caf\u00E9', document: scenarioUsing('1') }))
    // The same letters, written in another way.
    const copies = ['Cafe\u0301', 'Cafe\u0301'].map((name) => valueOf(library.duplicate(id, name)).name)
    expect(copies).toEqual(['Cafe\u0301 2', 'Cafe\u0301 3'])
    // SQLite makes one letter of every half of a character.
    const halves = ['\uD83D', '\uD83D'].map((name) => valueOf(library.duplicate(id, name)).name)
    expect(halves).toEqual(['\uFFFD', '\uFFFD 2'])
  })

  it.each([
    ['letters', 'a', 193],
    ['letters with a mark', 'e\u0301', 192],
    ['families', '👩‍👩‍👧', 192],
    ['flags', '🇨🇭', 192],
  ])('is copied again and again under names that are cut between %s, each its own', (_what, letter, room) => {
    const { library } = newStore()
    const name = letter.repeat(Math.floor(200 / letter.length))
    const { id } = valueOf(library.create({ name, document: scenarioUsing('1') }))
    const copies = Array.from({ length: 12 }, () => valueOf(library.duplicate(id)).name)
    expect(copies[0]).toBe(`${name.slice(0, room)} (copy)`)
    expect(new Set(copies).size).toBe(12)
    for (const copy of copies) {
      const letters = copy.replace(/ \(copy(?: \d+)?\)$/, '')
      expect(letters.replaceAll(letter, '')).toBe('')
      expect(copy.length).toBeLessThanOrEqual(200)
    }
  })

  it('is copied under a name, too, of which nothing fits beside the ending', () => {
    const { library } = newStore()
    const name = `a${'\u0301'.repeat(199)}`
    const { id } = valueOf(library.create({ name, document: scenarioUsing('1') }))
    expect([library.duplicate(id), library.duplicate(id)].map((copy) => valueOf(copy).name)).toEqual([
      '(copy)',
      '(copy 2)',
    ])
  })

  it('gives a scenario its name, whatever it was made as and however it is renamed', () => {
    const { library, history } = newStore()
    const nameInside = () => {
      const document = valueOf(library.get(id))
      return document.kind === 'scenario' ? document.content.scenario.name : undefined
    }
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1', 'Something else') }))
    expect(nameInside()).toBe('May')
    valueOf(library.rename(id, 'June'))
    expect(nameInside()).toBe('June')
    valueOf(library.edit({ id, base: 2, label: 'Change', document: scenarioUsing('2', 'May') }))
    expect(nameInside()).toBe('June')
    valueOf(history.undo(id))
    valueOf(history.undo(id))
    expect(nameInside()).toBe('May')
  })
})

describe('the bin', () => {
  it('takes a document out of the list and gives it back as it was', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    const made = valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
    clock.forward(1)
    expect(valueOf(store.library.delete(made.id)).deletedAt).toBe('2026-05-02T12:00:00.000Z')
    expect([namesIn(store), namesIn(store, { deleted: true })]).toEqual([[], ['Acme']])
    valueOf(store.library.restore(made.id))
    expect([namesIn(store), namesIn(store, { deleted: true })]).toEqual([['Acme'], []])
    expect(valueOf(store.library.get(made.id))).toEqual(made)
  })

  it('keeps what is in it from being changed, and lets it be read', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'Acme', document: companyWith('x') }))
    valueOf(library.delete(id))
    for (const answer of [
      library.edit({ id, base: 1, label: 'Change', document: companyWith('y') }),
      library.rename(id, 'Other'),
      library.revert(id, 1),
      library.nameVersion(id, 1, 'x'),
    ]) {
      expect(problemOf(answer)).toMatchObject({ code: 'document.deleted', path: 'id' })
    }
    expect(valueOf(library.get(id)).content).toEqual(companyWith('x').content)
  })
})

describe('an old revision', () => {
  it('can be read and made the newest again', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    valueOf(library.edit({ id, base: 1, label: 'Change', document: scenarioUsing('2') }))
    valueOf(library.rename(id, 'June'))
    expect(valueOf(library.revision(id, 1))).toMatchObject({ name: 'May', revision: 1 })
    const reverted = valueOf(library.revert(id, 1))
    expect(reverted).toMatchObject({ name: 'May', revision: 4, content: scenarioUsing('1', 'May').content })
    expect(valueOf(library.revert(id, 1))).toEqual(reverted)
    expect(problemOf(library.revert(id, 9))).toMatchObject({ code: 'revision.unknown', path: 'revision' })
  })

  it('can be given a name, which going back to it says', () => {
    const { library } = newStore()
    const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('1') }))
    valueOf(library.edit({ id, base: 1, label: 'Change', document: scenarioUsing('2') }))
    expect(valueOf(library.nameVersion(id, 1, 'As quoted'))).toMatchObject({
      revision: 1,
      version: 'As quoted',
    })
    valueOf(library.revert(id, 1))
    const [newest, , first] = valueOf(library.revisions(id))
    expect([newest?.label, newest?.version, first?.version]).toEqual([
      'Go back to “As quoted”',
      null,
      'As quoted',
    ])
    expect(valueOf(library.nameVersion(id, 1, null)).version).toBe(null)
  })
})

describe('a list', () => {
  it('holds one kind, the one changed last first, page by page', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    const ids = ['a', 'b', 'c'].map((name) => {
      clock.forward(1)
      return valueOf(store.library.create({ name, document: companyWith('') })).id
    })
    valueOf(store.library.create({ name: 'not a company', document: scenarioUsing('1') }))
    clock.forward(1)
    valueOf(store.library.rename(ids[0] ?? '', 'a again'))
    expect(namesIn(store)).toEqual(['a again', 'c', 'b'])
    expect(namesIn(store, { limit: 1, offset: 1 })).toEqual(['c'])
  })

  it.each([
    { search: 'acme', found: ['Acme in Zürich'] },
    { search: 'ACME zurich', found: ['Acme in Zürich'] },
    { search: 'zürich  voice', found: ['Acme in Zürich'] },
    { search: 'acme bolt', found: [] },
    { search: '100%', found: ['Bolt'] },
    { search: '%', found: ['Bolt'] },
    { search: '_', found: ['Cog'] },
    { search: "' OR 1=1 --", found: [] },
    { search: 'notes', found: [] },
    { search: ' ', found: ['Cog', 'Bolt', 'Acme in Zürich'] },
  ])('finds by all words of "$search", in name and content, in any case', ({ search, found }) => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    for (const [name, notes] of [
      ['Acme in Zürich', 'Voice agents'],
      ['Bolt', '100% of the quota'],
      ['Cog', 'api_key'],
    ] as const) {
      clock.forward(1)
      valueOf(store.library.create({ name, document: companyWith(notes) }))
    }
    expect(namesIn(store, { search })).toEqual(found)
  })

  it('finds a document by what it says now', () => {
    const store = newStore()
    const { id } = valueOf(store.library.create({ name: 'Acme', document: companyWith('old words') }))
    valueOf(store.library.edit({ id, base: 1, label: 'Change', document: companyWith('new words') }))
    expect([namesIn(store, { search: 'old' }), namesIn(store, { search: 'new' })]).toEqual([[], ['Acme']])
  })
})

describe('settings', () => {
  it('are as they come until changed, one by one', () => {
    const { settings } = newStore()
    const first = valueOf(settings.get())
    expect(first).toMatchObject({ theme: 'system', recentFiles: [] })
    expect(valueOf(settings.change({ theme: 'dark' }))).toEqual({ ...first, theme: 'dark' })
    expect(valueOf(settings.change({ lastFolder: '/a' }))).toEqual({
      ...first,
      theme: 'dark',
      lastFolder: '/a',
    })
    expect(valueOf(settings.get())).toMatchObject({ theme: 'dark', lastFolder: '/a' })
  })
})
