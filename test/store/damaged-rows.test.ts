import { describe, expect, it } from 'vitest'
import { alter, folderWithBackup } from './damaged-file.ts'
import { clockAt, companyWith, namesIn, problemOf, storeIn, valueOf } from './support.ts'

const NOW = clockAt('2026-05-01T12:00:00Z')

describe('a document that was damaged on the disk', () => {
  it('is listed, told of, and keeps nobody from the others', () => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('9') }))
    before.close()
    alter(file, `UPDATE revisions SET content = replace(content, '9', '8') WHERE document = '${id}'`)

    const store = storeIn(folder, NOW)
    expect(namesIn(store).toSorted()).toEqual(['Acme', 'Bolt'])
    expect(problemOf(store.library.get(id))).toMatchObject({ code: 'document.damaged', path: 'id' })
    expect(valueOf(store.check()).findings).toMatchObject([{ code: 'document.damaged', path: id }])
    // New content can still be accepted in its place.
    valueOf(store.library.edit({ id, base: 1, label: 'Mend', document: companyWith('9') }))
    expect(valueOf(store.check()).findings).toEqual([])
  })

  it('hides none of the others from a list that is read page by page, where it cannot be listed itself', () => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    for (let number = 1; number <= 4; number++)
      valueOf(before.library.create({ name: `Company ${number}`, document: companyWith('x') }))
    const names = namesIn(before)
    before.close()
    const [first, second] = names
    alter(file, `PRAGMA foreign_keys = OFF; UPDATE documents SET id = '!' || id WHERE name = '${second}'`)

    const store = storeIn(folder, NOW)
    expect(namesIn(store, { limit: 2 })).toEqual([first, names[2]])
    expect(namesIn(store, { limit: 2, offset: 2 })).toEqual(names.slice(3))
    expect(valueOf(store.check()).findings.map(({ code }) => code)).toContain('document.damaged')
  })

  it.each(['9007199254740993', '-9007199254740993', '69', '0'])(
    'is listed, told of and led back from, although the number it has for its revision is %s',
    (number) => {
      const { folder, file } = folderWithBackup(NOW)
      const before = storeIn(folder, NOW)
      const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
      valueOf(before.library.edit({ id, base: 1, label: 'Change', document: companyWith('2') }))
      before.close()
      alter(file, `PRAGMA foreign_keys = OFF; UPDATE documents SET revision = ${number} WHERE id = '${id}'`)
      const store = storeIn(folder, NOW)
      expect(namesIn(store).toSorted()).toEqual(['Acme', 'Bolt'])
      expect(valueOf(store.check()).findings).toMatchObject([{ code: 'document.damaged', path: id }])
      expect(valueOf(store.library.revisions(id))).toHaveLength(2)
      expect(valueOf(store.library.revert(id, 1))).toMatchObject({ content: { notes: '1' } })
      expect(valueOf(store.check()).findings).toEqual([])
    },
  )

  it.each([
    ['when the newest revision was made', `at = '2026-05-01T12:0p:00.000Z' WHERE revision = 3`],
    ['when an older one was made', `at = '2026-05-01T12:0p:00.000Z' WHERE revision = 2`],
    ['when all of them were made', `at = ''`],
  ])('is read, with all its versions, and told of where %s is damaged', (_what, change) => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
    for (const [base, notes] of [
      [1, '2'],
      [2, '3'],
    ] as const)
      valueOf(before.library.edit({ id, base, label: `Change to ${notes}`, document: companyWith(notes) }))
    before.close()
    alter(
      file,
      `UPDATE revisions SET ${change}; UPDATE revisions SET at = '2026-05-01T12:00:00.000Z' WHERE document <> '${id}'`,
    )

    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).toBe(null)
    expect(valueOf(store.library.get(id))).toMatchObject({ revision: 3, content: { notes: '3' } })
    expect(valueOf(store.library.revisions(id)).map(({ label }) => label)).toEqual([
      'Change to 3',
      'Change to 2',
      'Create “Bolt”',
    ])
    expect(valueOf(store.library.revision(id, 2))).toMatchObject({ content: { notes: '2' } })
    expect(valueOf(store.check()).findings).toEqual([
      { code: 'document.damaged', message: 'What the list of its versions says is damaged.', path: id },
    ])
    expect(valueOf(store.library.revert(id, 2))).toMatchObject({ content: { notes: '2' } })
    valueOf(store.history.undo(id))
    expect(valueOf(store.library.get(id))).toMatchObject({ content: { notes: '3' } })
  })
})

describe('a document that says it is at an older revision than its last', () => {
  /** Changed to 2 and to 3, of which 2 is shown. */
  function shownAtSecond() {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
    for (const base of [1, 2]) {
      const document = companyWith(`${base + 1}`)
      valueOf(before.library.edit({ id, base, label: `Change to ${base + 1}`, document }))
    }
    before.close()
    alter(file, `UPDATE documents SET revision = 2 WHERE id = '${id}'`)
    const store = storeIn(folder, NOW)
    const notes = () => valueOf(store.library.get(id)).content
    expect(notes()).toMatchObject({ notes: '2' })
    return { store, id, notes }
  }

  it('is led back and forth, each step a revision of its own', () => {
    const { store, id, notes } = shownAtSecond()
    expect(valueOf(store.history.undo(id)).document.revision).toBe(4)
    expect(notes()).toMatchObject({ notes: '2' })
    valueOf(store.history.undo(id))
    expect(notes()).toMatchObject({ notes: '1' })
    valueOf(store.history.redo(id))
    expect(valueOf(store.history.redo(id)).document.revision).toBe(7)
    expect(notes()).toMatchObject({ notes: '3' })
    expect(valueOf(store.check()).findings).toEqual([])
  })

  it('is after the undo of a change to it what was shown before', () => {
    const { store, id, notes } = shownAtSecond()
    const edit = store.library.edit({ id, base: 2, label: 'Change to 4', document: companyWith('4') })
    expect(valueOf(edit).revision).toBe(4)
    valueOf(store.history.undo(id))
    expect(notes()).toMatchObject({ notes: '2' })
  })
})

describe('a step in the history that was damaged on the disk', () => {
  it('keeps nobody from the document, and is told of', () => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
    valueOf(before.library.rename(id, 'Cog'))
    before.close()
    alter(
      file,
      `PRAGMA foreign_keys = OFF; UPDATE history SET from_revision = 9007199254740993 WHERE scope = '${id}'`,
    )
    const store = storeIn(folder, NOW)
    expect(valueOf(store.history.state(id))).toEqual({ undo: null, redo: null })
    expect(problemOf(store.history.undo(id)).code).toBe('history.empty')
    expect(valueOf(store.check()).findings).toMatchObject([{ code: 'history.damaged', path: id }])
    valueOf(store.library.rename(id, 'Dynamo'))
    valueOf(store.history.undo(id))
    expect(namesIn(store).toSorted()).toEqual(['Acme', 'Cog'])
  })
})
