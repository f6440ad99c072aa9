import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

const NOBODY = 65_534

/** Runs work as a user who may read what is in the folder and change nothing, as on a read-only share. */
function asReader<T>(folder: string, work: () => T): T {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o555)
  chmodSync(folder, 0o555)
  try {
    return asNobody(work)
  } finally {
    chmodSync(folder, 0o755)
  }
}

/** Permissions do not bind root. */
function asNobody<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

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

  it('tells of a damaged file where it lies, and offers nothing that cannot be done there', () => {
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
          'The file of your documents is damaged, so Tierwise could not open it. Tierwise may not write to the folder of your documents. You can read them, but nothing can be changed.',
        setAside: null,
        offered: null,
      })
      store.close()
    })
    expect(readFileSync(join(folder, 'tierwise.db'), 'utf8')).toBe('no longer a database')
  })

  it('is refused where there is nothing to read in it', () => {
    const folder = temporaryFolder()
    asReader(folder, () => expect(problemOf(openStore({ folder })).code).toBe('store.read_only'))
  })
})
