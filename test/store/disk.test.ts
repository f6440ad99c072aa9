import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { asNobody, asReader } from './as-reader.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

function fillUp(store: ReturnType<typeof storeIn>): number {
  for (let number = 0; ; number++) {
    const made = store.library.create({ name: `Acme ${number}`, document: companyWith('x'.repeat(3000)) })
    if (made.ok) continue
    expect(made.problems).toMatchObject([{ code: 'store.full', path: '' }])
    return number
  }
}

describe('a full disk', () => {
  it('refuses edits in plain words, keeps every accepted one, and lets everything be read', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder, { mostPages: 60 })
    const accepted = fillUp(store)
    expect(accepted).toBeGreaterThan(5)
    expect(namesIn(store)).toHaveLength(accepted)
    expect(valueOf(store.check())).toEqual({ checkedDocuments: accepted, findings: [] })

    const [newest] = valueOf(
      store.library.list({ kind: 'company', deleted: false, search: '', limit: 1, offset: 0 }),
    )
    const { id = '' } = newest ?? {}
    const before = valueOf(store.library.get(id))
    const edit = { id, base: 1, label: 'Write more', document: companyWith('y'.repeat(9000)) }
    expect(problemOf(store.library.edit(edit))).toMatchObject({ code: 'store.full' })
    expect(valueOf(store.library.get(id))).toEqual(before)
    expect(valueOf(store.history.state(id))).toEqual({ undo: null, redo: null })
    store.close()

    // With room again, work goes on.
    const roomy = storeIn(folder)
    expect(namesIn(roomy)).toHaveLength(accepted)
    valueOf(roomy.library.edit(edit))
  })

  it('opens a store that it holds already', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder, { mostPages: 60 })
    const accepted = fillUp(store)
    store.close()
    expect(namesIn(storeIn(folder, { mostPages: 60 }))).toHaveLength(accepted)
  })

  it('refuses to start a store, and leaves nothing to stumble over', () => {
    const folder = temporaryFolder()
    expect(problemOf(openStore({ folder, mostPages: 3 }))).toMatchObject({ code: 'store.full' })
    expect(valueOf(storeIn(folder).info())).toMatchObject({ documents: 0, trouble: null })
  })

  it('ends a migration at the version before it, with nothing changed', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'tierwise.db')
    const db = new DatabaseSync(file)
    db.exec(readFileSync(join(import.meta.dirname, 'fixtures/version-1.sql'), 'utf8'))
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() ?? {}
    // Long contents, so that a checksum and a search text for each need new pages.
    db.exec(`UPDATE documents SET name = '${'long '.repeat(1000)}'`)
    db.close()
    expect(problemOf(openStore({ folder, mostPages: Number(pages) + 2 }))).toMatchObject({
      code: 'store.full',
    })
    const after = new DatabaseSync(file)
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    after.close()
    expect(valueOf(storeIn(folder).info())).toMatchObject({ documents: 2, trouble: null })
  })
})

describe('a file that may not be read', () => {
  it.each([
    ['the file itself', 'tierwise.db', 0o000],
    ['the folder it lies in', '.', 0o000],
  ])('is not called readable, and is left as it is: %s', (_what, name, mode) => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    first.close()
    chmodSync(folder, 0o777)
    chmodSync(join(folder, name), mode)
    const problem = asNobody(() => problemOf(openStore({ folder })))
    expect(problem).toMatchObject({ code: 'store.unreadable' })
    expect(problem.message).toContain('could not read them')
    chmodSync(join(folder, name), 0o700)
    expect(namesIn(storeIn(folder))).toEqual(['Acme'])
  })

  it('is said of a backup, and not that it can be read but not changed', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    const { name } = valueOf(store.backup())
    const path = join(folder, 'backups', name)
    chmodSync(join(folder, 'backups'), 0o755)
    chmodSync(folder, 0o777)
    chmodSync(path, 0o000)
    const problem = asNobody(() => problemOf(store.restore(name)))
    expect(problem).toMatchObject({ code: 'backup.unreadable', path: 'name' })
  })
})

describe('a folder that cannot be written to', () => {
  it('shows every document, refuses every change, and is left as it is', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    const { id } = valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    first.close()
    const bytes = readFileSync(join(folder, 'tierwise.db'))

    asReader(folder, () => {
      const store = storeIn(folder)
      expect(valueOf(store.info())).toMatchObject({
        documents: 1,
        trouble: { kind: 'readOnly', setAside: null },
      })
      expect(valueOf(store.library.get(id)).content).toEqual(companyWith('x').content)
      expect(valueOf(store.check()).findings).toEqual([])
      const edit = { id, base: 1, label: 'Change', document: companyWith('y') }
      for (const answer of [
        store.library.edit(edit),
        store.library.delete(id),
        store.history.undo('library'),
        store.settings.change({ theme: 'dark' }),
        store.backup(),
      ]) {
        expect(problemOf(answer)).toMatchObject({ code: 'store.read_only', path: '' })
      }
      store.close()
    })
    expect(readFileSync(join(folder, 'tierwise.db')).equals(bytes)).toBe(true)
    expect(namesIn(storeIn(folder))).toEqual(['Acme'])
  })

  it('lets no backup take the place of a file that may be changed by nobody', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    const { name } = valueOf(first.backup())
    valueOf(first.library.create({ name: 'Bolt', document: companyWith('x') }))
    first.close()
    chmodSync(folder, 0o777)
    chmodSync(join(folder, 'tierwise.lock'), 0o666)
    chmodSync(join(folder, 'backups'), 0o777)
    chmodSync(join(folder, 'tierwise.db'), 0o444)
    asNobody(() => {
      const store = storeIn(folder)
      for (const answer of [store.restore(name), store.backup(), store.backUpDaily()])
        expect(problemOf(answer)).toMatchObject({ code: 'store.read_only', path: '' })
      expect(namesIn(store).toSorted()).toEqual(['Acme', 'Bolt'])
      store.close()
    })
    expect(namesIn(storeIn(folder)).toSorted()).toEqual(['Acme', 'Bolt'])
  })

  it('shows edits that were still in the log when the last process was killed', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    expect(existsSync(join(folder, 'tierwise.db-wal'))).toBe(true)
    asReader(folder, () => {
      const store = storeIn(folder)
      expect(namesIn(store)).toEqual(['Acme'])
      store.close()
    })
  })

  it('tells of a damaged file where it lies, calls nothing readable, and offers nothing that cannot be done', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    valueOf(first.backup())
    first.close()
    writeFileSync(join(folder, 'tierwise.db'), 'no longer a database')
    asReader(folder, () => {
      const store = storeIn(folder)
      expect(valueOf(store.info()).trouble).toEqual({
        kind: 'corrupt',
        message:
          'The file of your documents is damaged, so Tierwise could not open it. Nothing in it can be read. Tierwise may not write to the folder of your documents, so the file was left as it is and nothing can be changed.',
        setAside: null,
        offered: null,
      })
      store.close()
    })
    expect(readFileSync(join(folder, 'tierwise.db'), 'utf8')).toBe('no longer a database')
  })

  it('says how much of a damaged file can be read', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    first.close()
    const file = join(folder, 'tierwise.db')
    writeFileSync(file, readFileSync(file).fill(0, 0, 16))
    asReader(folder, () => {
      const store = storeIn(folder)
      expect(valueOf(store.info()).trouble?.message).toContain(
        'One document in it could still be read and is here.',
      )
      expect(namesIn(store)).toEqual(['Acme'])
      store.close()
    })
  })

  it('is refused where there is nothing to read in it', () => {
    const folder = temporaryFolder()
    const problem = asReader(folder, () => problemOf(openStore({ folder })))
    expect(problem).toMatchObject({ code: 'store.read_only' })
    expect(problem.message).toContain('there are none to read yet')
  })
})
