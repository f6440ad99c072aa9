import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { asReader } from './as-reader.ts'
import { add, expectAll, killed, NOW } from './left-by-kill.ts'
import { companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

const ASIDE = 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db'

describe('a log that is gone', () => {
  it('is told of, with the file kept as it was found, and once', () => {
    const { folder, file } = killed()
    rmSync(`${file}-wal`)
    const bytes = readFileSync(file)
    const store = storeIn(folder, NOW)
    const { trouble } = valueOf(store.info())
    expect(trouble).toMatchObject({ kind: 'lostLog', setAside: join(folder, ASIDE), offered: null })
    expect(trouble?.message).toContain('may be as it was before them')
    expect(readFileSync(join(folder, ASIDE)).equals(bytes)).toBe(true)
    expect(namesIn(store)).toEqual(['Acme'])
    store.close()
    expect(valueOf(storeIn(folder, NOW).info()).trouble).toBe(null)
  })

  it('is told of where it was emptied, and where everything was in it', () => {
    for (const inFile of [['Acme'], []]) {
      const { folder, file } = killed({ inFile })
      writeFileSync(`${file}-wal`, '')
      const store = storeIn(folder, NOW)
      expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'lostLog' })
      expectAll(store, inFile)
      add(store, 'Elm')
    }
  })

  it('is told of in a folder that may only be read', () => {
    const { folder, file } = killed()
    rmSync(`${file}-wal`)
    const before = readdirSync(folder)
    const { trouble } = asReader(folder, () => valueOf(valueOf(openStore({ folder, ...NOW })).info()))
    expect(trouble).toMatchObject({ kind: 'lostLog', setAside: null })
    expect(readdirSync(folder)).toEqual(before)
  })

  it('is no loss where nothing was in it, or all of it is in the file', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'tierwise.db')
    const opened = temporaryFolder()
    const store = storeIn(folder, NOW)
    copyFileSync(file, join(opened, 'tierwise.db'))
    expect(valueOf(storeIn(opened, NOW).info()).trouble).toBe(null)
    add(store, 'Acme')
    store.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('tierwise.db'))).toEqual(['tierwise.db'])
    expect(valueOf(storeIn(folder, NOW).info()).trouble).toBe(null)
  })

  it('is no loss where the process ended by itself without closing the store, or changed nothing', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder, NOW)
    add(store, 'Acme')
    const { id } = valueOf(store.library.create({ name: 'Bolt', document: companyWith('x') }))
    // As it is when SQLite closes the file at the end of a process that does not.
    const next = temporaryFolder()
    for (const name of readdirSync(folder))
      cpSync(join(folder, name), join(next, name), { recursive: true, preserveTimestamps: true })
    const db = new DatabaseSync(join(next, 'tierwise.db'))
    db.exec('SELECT * FROM documents')
    db.close()
    expect(existsSync(join(next, 'tierwise.db-wal'))).toBe(false)
    expect(readdirSync(next)).toContain('tierwise.db-log-mark')
    const again = storeIn(next, NOW)
    expect(valueOf(again.info()).trouble).toBe(null)
    again.close()
    const third = storeIn(next, NOW)
    valueOf(third.library.edit({ id, base: 1, label: 'Nothing', document: companyWith('x') }))
    expect(readdirSync(next)).not.toContain('tierwise.db-log-mark')
  })

  it('belongs to the store that a backup takes the place of', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder, NOW)
    add(store, 'Acme')
    const { name } = valueOf(store.backup())
    add(store, 'Bolt')
    valueOf(store.restore(name))
    const next = temporaryFolder()
    const left = readdirSync(folder).filter((entry) => /^tierwise\.db(?!-wal)/.test(entry))
    for (const entry of left) cpSync(join(folder, entry), join(next, entry), { preserveTimestamps: true })
    const again = storeIn(next, NOW)
    expect(valueOf(again.info()).trouble).toBe(null)
    expect(namesIn(again)).toEqual(['Acme'])
  })
})
