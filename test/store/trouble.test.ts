import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { check } from '#main/store/check.ts'
import { openStore } from '#main/store/index.ts'
import { createSql } from '#main/store/sql.ts'
import { alter, folderWithBackup } from './damaged-file.ts'
import { clockAt, companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

const NOW = clockAt('2026-05-01T12:00:00Z')
const ASIDE = 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db'

describe('a file that cannot be opened', () => {
  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'My documents: '.repeat(2000)), 'corrupt'],
    ['was cut to its first page', (file: string) => truncateSync(file, 4096), 'corrupt'],
    [
      'is a database of something else',
      (file: string) => {
        rmSync(file)
        alter(file, 'CREATE TABLE songs (title TEXT); PRAGMA application_id = 7')
      },
      'corrupt',
    ],
    [
      'is of a newer version',
      (file: string) => alter(file, 'ALTER TABLE documents ADD COLUMN owner TEXT; PRAGMA user_version = 99'),
      'newerVersion',
    ],
  ] as const)('is set aside as it is when it %s, and the backup offered', (_what, break_, kind) => {
    const { folder, file, backup } = folderWithBackup(NOW)
    break_(file)
    const broken = readFileSync(file)

    const store = storeIn(folder, NOW)
    expect(valueOf(store.info())).toMatchObject({
      documents: 0,
      trouble: { kind, setAside: join(folder, ASIDE), offered: backup },
    })
    expect(readFileSync(join(folder, ASIDE)).equals(broken)).toBe(true)
    expect(valueOf(store.info()).trouble?.message).toContain('sound backup of 2026-05-01')

    expect(valueOf(store.restore(backup.name))).toMatchObject({ documents: 1, trouble: null })
    expect(namesIn(store)).toEqual(['Acme'])
    store.close()
    expect(valueOf(storeIn(folder, NOW).info()).trouble).toBe(null)
  })

  it('is told of as long as it lies there, whatever was done since', () => {
    const { folder, file } = folderWithBackup(NOW)
    writeFileSync(file, 'My documents: '.repeat(2000))
    storeIn(folder, NOW).close()
    const again = storeIn(folder, NOW)
    expect(valueOf(again.info())).toMatchObject({ trouble: null, setAside: [join(folder, ASIDE)] })
    rmSync(join(folder, ASIDE))
    expect(valueOf(again.info()).setAside).toEqual([])
  })

  it('is told apart from one that is gone, or was emptied', () => {
    for (const remove of [rmSync, truncateSync]) {
      const { folder, file, backup } = folderWithBackup(NOW)
      remove(file)
      const { trouble } = valueOf(storeIn(folder, NOW).info())
      expect(trouble).toMatchObject({ kind: 'missing', setAside: null, offered: backup })
    }
  })

  it('stays where it is as long as there is no room for another in its place', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'tierwise.db'), 'My documents: '.repeat(2000))
    const before = readdirSync(folder)
    expect(problemOf(openStore({ folder, ...NOW, mostPages: 3 }))).toMatchObject({ code: 'store.full' })
    expect(readdirSync(folder).filter((name) => name !== 'tierwise.lock')).toEqual(before)
    expect(valueOf(storeIn(folder, NOW).info()).trouble).toMatchObject({
      kind: 'corrupt',
      setAside: join(folder, ASIDE),
      offered: null,
    })
  })

  it('is kept as it is although it belongs to another program, down to the last byte', () => {
    const folder = temporaryFolder()
    alter(join(folder, 'tierwise.db'), 'CREATE TABLE songs (title TEXT)')
    const bytes = readFileSync(join(folder, 'tierwise.db'))
    storeIn(folder, NOW)
    expect(readFileSync(join(folder, ASIDE)).equals(bytes)).toBe(true)
  })

  it('is no trouble where there never was one', () => {
    expect(valueOf(storeIn(temporaryFolder()).info())).toMatchObject({ documents: 0, trouble: null })
  })

  it('keeps a log that holds documents although its database is gone', () => {
    const { folder, file } = folderWithBackup(NOW)
    rmSync(file)
    writeFileSync(`${file}-wal`, 'changes that were not yet in the database')
    const { trouble } = valueOf(storeIn(folder, NOW).info())
    expect(trouble).toMatchObject({ kind: 'corrupt', setAside: join(folder, ASIDE) })
    expect(readFileSync(join(folder, `${ASIDE}-wal`), 'utf8')).toContain('not yet in the database')
  })

  it('is offered the newest backup that is sound, or none', () => {
    const { folder, file, backup } = folderWithBackup(NOW)
    writeFileSync(file, 'broken')
    writeFileSync(join(folder, 'backups', 'tierwise-2026-06-01T12-00-00-000Z-automatic.db'), 'broken too')
    expect(valueOf(storeIn(folder, NOW).info()).trouble?.offered).toEqual(backup)

    const bare = temporaryFolder()
    writeFileSync(join(bare, 'tierwise.db'), 'broken')
    const { trouble } = valueOf(storeIn(bare, NOW).info())
    expect(trouble).toMatchObject({ kind: 'corrupt', offered: null })
    expect(trouble?.message).toContain('no sound backup')
  })

  it('is told of before one that was set aside while the clock was ahead', () => {
    const { folder, file } = folderWithBackup(NOW)
    for (const clock of [clockAt('2030-01-01T12:00:00Z'), NOW]) {
      writeFileSync(file, 'broken')
      storeIn(folder, clock).close()
    }
    const ahead = 'tierwise-set-aside-2030-01-01T12-00-00-000Z.db'
    const { setAside } = valueOf(storeIn(folder, NOW).info())
    expect(setAside).toEqual([join(folder, ASIDE), join(folder, ahead)])
  })

  it('never takes the place of one that was set aside before', () => {
    const { folder, file } = folderWithBackup(NOW)
    for (const text of ['first', 'second']) {
      writeFileSync(file, text)
      storeIn(folder, NOW).close()
    }
    const aside = readdirSync(folder).filter((name) => name.includes('set-aside'))
    const texts = aside.map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(texts.toSorted()).toEqual(['first', 'second'])
  })
})

describe('a file with one page gone', () => {
  const LONG = 'a long note, on pages of its own '.repeat(140)

  /** Ten documents, the seventh in the bin, and the page that held part of the fifth full of zeros. */
  function folderWithoutOnePage() {
    const folder = temporaryFolder()
    const store = storeIn(folder, NOW)
    for (let number = 1; number <= 10; number++) {
      const made = store.library.create({ name: `Company ${number}`, document: companyWith(LONG) })
      const { id } = valueOf(made)
      const document = companyWith(`${LONG} Changed in ${number}. ${LONG}`)
      valueOf(store.library.edit({ id, base: 1, label: 'Change', document }))
      if (number === 7) valueOf(store.library.delete(id))
    }
    store.close()
    const file = join(folder, 'tierwise.db')
    const bytes = readFileSync(file)
    const page = Math.floor(bytes.indexOf('Changed in 5.') / 4096)
    bytes.fill(0, page * 4096, (page + 1) * 4096)
    writeFileSync(file, bytes)
    return { folder, bytes }
  }

  it('still gives every document that can be read, with its versions, and is kept as it is', () => {
    const { folder, bytes } = folderWithoutOnePage()
    const store = storeIn(folder, NOW)
    const { trouble } = valueOf(store.info())
    expect(trouble).toMatchObject({ kind: 'corrupt', setAside: join(folder, ASIDE), offered: null })
    expect(trouble?.message).toContain(
      '9 documents in it could still be read and are here. The last state of “Company 5” could not be read. It is listed, and you can go back to those of its older versions that are sound. There is',
    )
    expect(readFileSync(join(folder, ASIDE)).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.startsWith(`${ASIDE}-`))).toEqual([])

    expect(namesIn(store).toSorted()).toEqual(
      [1, 10, 2, 3, 4, 5, 6, 8, 9].map((number) => `Company ${number}`),
    )
    expect(namesIn(store, { deleted: true })).toEqual(['Company 7'])
    const [found] = valueOf(
      store.library.list({ kind: 'company', deleted: false, search: 'changed in 9', limit: 1, offset: 0 }),
    )
    expect(valueOf(store.library.get(found?.id ?? ''))).toMatchObject({
      name: 'Company 9',
      revision: 2,
      content: { notes: `${LONG} Changed in 9. ${LONG}` },
    })
    expect(valueOf(store.check())).toMatchObject({
      checkedDocuments: 10,
      findings: [{ code: 'document.damaged', message: expect.stringContaining('“Company 5” is damaged') }],
    })
  })

  it('shows nothing of a last state that is not as it was written, and leads back to the one before', () => {
    const { folder } = folderWithoutOnePage()
    const file = join(folder, 'tierwise.db')
    writeFileSync(file, readFileSync(file, 'latin1').replace('Changed in 3.', 'Changed in 8.'), 'latin1')
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble?.message).toContain(
      '8 documents in it could still be read and are here. The last states of 2 documents could not be read: “Company 3” and “Company 5”. They',
    )
    const listed = valueOf(
      store.library.list({ kind: 'company', deleted: false, search: 'company 3', limit: 1, offset: 0 }),
    )
    const id = listed[0]?.id ?? ''
    expect(problemOf(store.library.get(id)).code).toBe('document.damaged')
    expect(valueOf(store.library.revisions(id)).map(({ revision, label }) => [revision, label])).toEqual([
      [2, 'Lost in a damaged file'],
      [1, 'Create “Company 3”'],
    ])
    expect(valueOf(store.library.revert(id, 1))).toMatchObject({ revision: 3, content: { notes: LONG } })
    expect(valueOf(store.check()).findings).toHaveLength(1)
    store.close()
    expect(valueOf(storeIn(folder, NOW).check()).findings).toHaveLength(1)
  })
})

describe('a file that is damaged once more', () => {
  it('counts a document whose last state is lost by that alone, although its older versions were lost before', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'tierwise.db')
    const before = storeIn(folder, NOW)
    const [first] = ['Acme', 'Bolt'].map((name) =>
      valueOf(before.library.create({ name, document: companyWith('x') })),
    )
    before.close()
    alter(file, `UPDATE revisions SET label = 'Recovered from a damaged file'`)
    const since = storeIn(folder, NOW)
    const document = companyWith('Changed since.')
    valueOf(since.library.edit({ id: first?.id ?? '', base: 1, label: 'Change', document }))
    since.close()
    const bytes = readFileSync(file, 'latin1').replaceAll('Changed since.', 'Damaged since.')
    writeFileSync(file, bytes.replace('SQLite', 'SQLyte'), 'latin1')
    expect(valueOf(storeIn(folder, NOW).info()).trouble?.message).toContain(
      'One document in it could still be read and is here, as it was last but without its older versions. The last state of “Acme” could not be read.',
    )
  })
})

describe('a check', () => {
  it.each([
    ['a revision that is gone', `DELETE FROM revisions WHERE revision = 1`, 'document.damaged'],
    ['a history out of order', `UPDATE history SET undone = 1 WHERE position = 1`, 'history.damaged'],
    [
      'a row that names nothing',
      `UPDATE history SET document = 'nothing' WHERE scope = 'library'`,
      'store.corrupt',
    ],
    ['a summary that cannot be', `UPDATE documents SET created_at = 'once'`, 'document.damaged'],
  ])('finds %s', (_what, damage, code) => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
    valueOf(before.library.rename(id, 'Cog'))
    valueOf(before.library.rename(id, 'Dynamo'))
    before.close()
    alter(file, `PRAGMA foreign_keys = OFF; ${damage}`)
    const { findings } = valueOf(storeIn(folder, NOW).check())
    expect(findings.map((finding) => finding.code)).toContain(code)
  })

  it('tells one loss once, whatever else it breaks: of one revision that is gone, and of a page', () => {
    const { folder, file } = folderWithBackup(NOW)
    const before = storeIn(folder, NOW)
    const { id } = valueOf(before.library.create({ name: 'Bolt', document: companyWith('1') }))
    for (const name of ['Cog', 'Dynamo', 'Elm']) valueOf(before.library.rename(id, name))
    before.close()
    alter(file, `PRAGMA foreign_keys = OFF; DELETE FROM revisions WHERE document = '${id}' AND revision > 1`)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.check()).findings).toMatchObject([{ path: id }])
    store.close()
    const bytes = readFileSync(file)
    const isIndex = (page: number) => bytes[page * 4096] === 10
    const pages = Array.from({ length: bytes.length / 4096 }, (_, page) => page).filter(isIndex)
    for (const page of pages) bytes.fill(0, page * 4096 + 3, page * 4096 + 5)
    expect(pages.length).toBeGreaterThan(3)
    writeFileSync(file, bytes)
    const db = new DatabaseSync(file)
    const { findings } = valueOf(check(createSql(db)))
    db.close()
    expect(findings).toMatchObject([{ code: 'store.corrupt', path: '' }])
  })
})

describe('a second process', () => {
  it('is refused the folder until the first lets go', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    expect(problemOf(openStore({ folder }))).toMatchObject({ code: 'store.in_use' })
    first.close()
    first.close()
    expect(namesIn(storeIn(folder))).toEqual([])
  })

  it('is not kept out by a file of the lock that something else wrote into', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'tierwise.lock'), 'not what a database looks like '.repeat(100))
    expect(namesIn(storeIn(folder))).toEqual([])
  })

  it('hears from a closed store that it is closed', () => {
    const store = storeIn(temporaryFolder())
    store.close()
    expect(problemOf(store.settings.get())).toMatchObject({ code: 'store.closed' })
    expect(problemOf(store.library.create({ name: 'x', document: companyWith('x') })).code).toBe(
      'store.closed',
    )
  })
})
