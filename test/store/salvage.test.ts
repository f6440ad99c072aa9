import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { NEWEST_SCHEMA } from '#main/store/migrations/index.ts'
import type { Store } from '#main/store/index.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { flipped, fortyCompanies, openedWith, PAGE, soundStore } from './damaged-file.ts'
import { companyWith, namesIn, scenarioUsing, storeIn, temporaryFolder, valueOf } from './support.ts'

const PAGE_BITS = PAGE * 8
/** Prime, so that every place within a byte is met. */
const EVERY = 251
/** Where the header has the version of the schema. */
const VERSION = 60

describe('one flipped bit in the first page', () => {
  it('costs nothing: every document, version, step to undo and setting is there', () => {
    const { bytes, rows } = soundStore(fortyCompanies)
    let setAside = 0
    for (let bit = 0; bit < PAGE_BITS; bit += EVERY) {
      const opened = openedWith(flipped(bytes, bit))
      expect(opened.rows, `bit ${bit}`).toEqual(rows)
      expect(opened.findings).toEqual([])
      if (!opened.trouble) continue
      setAside++
      expect(opened.trouble.kind).toBe('corrupt')
      expect(opened.isKept, `bit ${bit}`).toBe(true)
    }
    expect(setAside).toBeGreaterThan(50)
  })

  it('is never taken for a newer Tierwise where it is in the version', () => {
    const { bytes, rows } = soundStore(fortyCompanies)
    for (let bit = VERSION * 8; bit < (VERSION + 4) * 8; bit++) {
      const opened = openedWith(flipped(bytes, bit))
      expect(opened.rows, `bit ${bit}`).toEqual(rows)
      expect(opened.trouble?.message).not.toContain('Update Tierwise')
    }
  })

  it('brings nothing back that was let go of, after any number of changes', () => {
    const { bytes, rows } = soundStore((store) => workAtRandom(store, 400))
    const opened = openedWith(flipped(bytes, 3))
    expect(opened.trouble).toMatchObject({ kind: 'corrupt' })
    expect(opened.rows).toEqual(rows)
  })
})

/** Makes, edits, deletes, restores, undoes and redoes: what was undone is let go of by the next edit. */
function workAtRandom(store: Store, steps: number): void {
  const random = seededNumbers(9)
  const ids: string[] = []
  const anyId = () => ids[Math.floor(random() * ids.length)] ?? ''
  const work: readonly ((step: number) => void)[] = [
    (step) => ids.push(valueOf(store.library.create({ name: `Made ${step}`, document: companyWith('') })).id),
    (step) => {
      const found = store.library.get(anyId())
      if (!found.ok) return
      const document = companyWith(`Note ${step} `.repeat(Math.floor(random() * 300)))
      store.library.edit({ id: found.value.id, base: found.value.revision, label: `Edit ${step}`, document })
    },
    (step) => void store.library.rename(anyId(), `Renamed ${step}`),
    () => void store.history.undo(anyId()),
    () => void store.history.undo(anyId()),
    () => void store.history.redo(anyId()),
    () => void store.library.delete(anyId()),
    () => void store.library.restore(anyId()),
    () => void store.history.undo('library'),
    () => void store.history.redo('library'),
    () => void store.library.nameVersion(anyId(), 1, 'As quoted'),
  ]
  for (let step = 0; step < steps; step++) work[Math.floor(random() * work.length)]?.(step)
}

describe('a file whose end is gone', () => {
  it('still gives every document that is whole in what is left, however many pages are gone', () => {
    const { bytes } = soundStore(fortyCompanies)
    const pages = bytes.length / PAGE
    let found = 0
    for (let gone = 1; gone < pages; gone += gone < 8 ? 1 : 3) {
      const left = bytes.subarray(0, bytes.length - gone * PAGE)
      const whole = Array.from({ length: 40 }, (_, index) => index + 1).filter(
        (number) => count(left, `word${number}word`) === count(bytes, `word${number}word`),
      )
      const { names, read, findings, isKept } = openedWith(left)
      expect(read, `${gone} gone`).toEqual(expect.arrayContaining(whole.map((number) => `Company ${number}`)))
      expect(findings).toHaveLength(names.length - read.length)
      expect(isKept).toBe(true)
      found += whole.length
    }
    expect(found).toBeGreaterThan(300)
  })

  it('still gives them where it ends within a page', () => {
    const { bytes } = soundStore(fortyCompanies)
    expect(openedWith(bytes.subarray(0, bytes.length - 100)).names.length).toBeGreaterThan(37)
  })
})

/** How often a text is in some bytes; a document is in a file twice, as it is and as it is searched. */
const count = (bytes: Buffer, text: string): number => bytes.toString('latin1').split(text).length

describe('a damaged file', () => {
  it('gives the documents of its log, although the database beside it is gone', () => {
    const [alive, folder] = [temporaryFolder(), temporaryFolder()]
    fortyCompanies(storeIn(alive))
    writeFileSync(join(folder, 'tierwise.db-wal'), readFileSync(join(alive, 'tierwise.db-wal')))
    expect(namesIn(storeIn(folder))).toHaveLength(40)
  })

  it('of an older version gives its documents', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'tierwise.db')
    const db = new DatabaseSync(file)
    db.exec(readFileSync(join(import.meta.dirname, 'fixtures/version-1.sql'), 'utf8'))
    db.close()
    writeFileSync(file, flipped(readFileSync(file), 3))
    const store = storeIn(folder)
    expect(valueOf(store.info())).toMatchObject({ documents: 2, schemaVersion: NEWEST_SCHEMA })
    expect(namesIn(store, { kind: 'scenario' })).toEqual(['Agents in May'])
    expect(valueOf(store.check()).findings).toEqual([])
  })

  it('gives a document under the kind that its content is of, where that is what is damaged', () => {
    const { bytes } = soundStore((store) => {
      valueOf(store.library.create({ name: 'May', document: scenarioUsing('1') }))
      valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
    })
    // In its row the kind stands before the name.
    const at = bytes.indexOf('scenarioMay')
    const { rows, trouble } = openedWith(flipped(flipped(bytes, at * 8), 3))
    expect(trouble?.message).toContain('2 documents in it could still be read and are here.')
    expect(rows[0]?.map(({ kind }) => kind).toSorted()).toEqual(['company', 'scenario'])
  })

  it('gives a document as it was last where an older version of it is damaged, and says so', () => {
    const { bytes } = soundStore((store) => {
      fortyCompanies(store)
      const { id } = valueOf(store.library.create({ name: 'Acme', document: companyWith('the older one') }))
      valueOf(store.library.edit({ id, base: 1, label: 'Change', document: companyWith('the newer one') }))
    })
    const { rows, trouble } = openedWith(flipped(flipped(bytes, bytes.indexOf('the older one') * 8), 3))
    expect(trouble?.message).toContain(
      '41 documents in it could still be read and are here, 1 of them as they were last but without their older versions.',
    )
    expect(rows[0]?.filter(({ revision }) => revision === 1)).toMatchObject([{ name: 'Acme' }])
    expect(rows[1]?.filter(({ label }) => label === 'Recovered from a damaged file')).toHaveLength(1)
  })
})

/** What another program did to a closed store. */
function openedAfter(statements: string) {
  const { folder } = soundStore(fortyCompanies)
  const db = new DatabaseSync(join(folder, 'tierwise.db'))
  db.function('loud', { deterministic: true }, (text) => String(text).toUpperCase())
  db.exec(statements)
  db.close()
  return storeIn(folder)
}

describe('what another program put into the file', () => {
  it.each([
    ['an index', 'CREATE INDEX by_name ON documents (name)'],
    ['statistics', 'ANALYZE'],
    ['a view', 'CREATE VIEW names AS SELECT name FROM documents'],
    ['a table of its own', 'CREATE TABLE notes (text TEXT UNIQUE); INSERT INTO notes VALUES (1)'],
  ])('is no damage where it is %s', (_what, statements) => {
    const store = openedAfter(statements)
    expect(valueOf(store.info())).toMatchObject({ documents: 40, trouble: null, setAside: [] })
    expect(valueOf(store.check()).findings).toEqual([])
    const { id } = valueOf(store.library.create({ name: 'Company 1', document: companyWith('x') }))
    valueOf(store.library.rename(id, 'Company 2'))
    const { name } = valueOf(store.backup())
    expect(valueOf(store.restore(name))).toMatchObject({ documents: 41, trouble: null })
  })

  it.each([
    ['a trigger', 'CREATE TRIGGER loud AFTER INSERT ON documents BEGIN DELETE FROM settings; END'],
    ['an index that forbids', 'CREATE UNIQUE INDEX one_name ON documents (name)'],
    ['an index by a function of its own', 'CREATE INDEX by_loud_name ON documents (loud(name))'],
  ])(
    'has no say in what is written: with %s the documents are taken over without it',
    (_what, statements) => {
      const store = openedAfter(statements)
      expect(valueOf(store.info())).toMatchObject({ documents: 40, trouble: { kind: 'corrupt' } })
      valueOf(store.library.create({ name: 'Company 1', document: companyWith('x') }))
      expect(valueOf(store.settings.get()).theme).toBe('dark')
    },
  )
})

describe('a file of a newer Tierwise', () => {
  it('is told by its tables, and never read into this one', () => {
    const { folder } = soundStore(fortyCompanies)
    const db = new DatabaseSync(join(folder, 'tierwise.db'))
    db.exec(`ALTER TABLE documents ADD COLUMN owner TEXT; PRAGMA user_version = ${NEWEST_SCHEMA + 1}`)
    db.close()
    const { trouble, documents } = valueOf(storeIn(folder).info())
    expect(documents).toBe(0)
    expect(trouble).toMatchObject({ kind: 'newerVersion' })
    expect(trouble?.message).toContain('Update Tierwise.')
  })
})
