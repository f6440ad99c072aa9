import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrations, NEWEST_SCHEMA } from '#main/store/migrations/index.ts'
import { FIXTURES, folderOfVersion } from './older-store.ts'
import { namesIn, problemOf, scenarioUsing, storeIn, valueOf } from './support.ts'

const SCENARIO = '0198c1f2-7c3e-7000-8000-00000000000a'
const COMPANY = '0198c1f2-7c3e-7000-8000-00000000000b'

describe('a migration', () => {
  it('leaves other tables than the one before it, by which a newer version is told from a damaged number', () => {
    const db = new DatabaseSync(':memory:')
    const schemas = migrations.map((migration) => {
      Array.from(migration.run(db))
      return JSON.stringify(db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all())
    })
    db.close()
    expect(new Set(schemas).size).toBe(NEWEST_SCHEMA)
  })
})

describe('a store of an older version', () => {
  it('is kept for every version there was', () => {
    const files = readdirSync(FIXTURES).filter((file) => /^version-\d+\.sql$/.test(file))
    expect(files).toHaveLength(NEWEST_SCHEMA - 1)
  })

  it('opens with everything in it', () => {
    const store = storeIn(folderOfVersion(1))
    expect(valueOf(store.info())).toMatchObject({ schemaVersion: NEWEST_SCHEMA, documents: 2, trouble: null })
    expect(valueOf(store.check())).toEqual({ checkedDocuments: 2, findings: [] })
    expect(valueOf(store.library.get(SCENARIO))).toMatchObject({ name: 'Agents in May', revision: 3 })
    expect(valueOf(store.library.revision(SCENARIO, 2)).content).toMatchObject({
      scenario: { usage: { credits: ['400000'] } },
    })
    expect(valueOf(store.library.get(COMPANY)).deletedAt).toBe('2026-02-04T10:00:00.000Z')
    expect(valueOf(store.settings.get()).theme).toBe('dark')
  })

  it('can be undone, redone, searched and named as if it had always been new', () => {
    const store = storeIn(folderOfVersion(1))
    expect(valueOf(store.history.redo(SCENARIO)).label).toBe('Change usage to 400,000')
    expect(valueOf(store.history.undo('library')).label).toBe('Delete “Acme in Zürich”')
    expect(namesIn(store, { search: 'zurich voice' })).toEqual(['Acme in Zürich'])
    expect(valueOf(store.library.nameVersion(SCENARIO, 2, 'As quoted')).version).toBe('As quoted')
  })

  it('is backed up as it was before it is changed', () => {
    const folder = folderOfVersion(1)
    const store = storeIn(folder)
    const [backup] = valueOf(store.info()).backups.filter(({ reason }) => reason === 'migration')
    const kept = new DatabaseSync(join(folder, 'backups', backup?.name ?? ''), { readOnly: true })
    expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    expect(kept.prepare('SELECT count(*) AS documents FROM documents').get()).toEqual({ documents: 2 })
    kept.close()

    valueOf(store.library.create({ name: 'Later', document: scenarioUsing('1') }))
    expect(valueOf(store.restore(backup?.name ?? ''))).toMatchObject({
      schemaVersion: NEWEST_SCHEMA,
      documents: 2,
    })
    expect(valueOf(store.check()).findings).toEqual([])
  })

  it('opens although a content is nested deeper than any function can follow', () => {
    const folder = folderOfVersion(1)
    const nested = `${'['.repeat(200_000)}"deep down"${']'.repeat(200_000)}`
    const db = new DatabaseSync(join(folder, 'tierwise.db'))
    db.prepare('UPDATE revisions SET content = ? WHERE document = ? AND revision = 3').run(nested, SCENARIO)
    db.close()
    const store = storeIn(folder)
    expect(namesIn(store, { kind: 'scenario', search: 'deep down' })).toEqual(['Agents in May'])
    expect(problemOf(store.library.get(SCENARIO))).toMatchObject({ code: 'document.damaged' })
  })

  it('takes documents that were damaged already with it, and says which', () => {
    const folder = folderOfVersion(1)
    const db = new DatabaseSync(join(folder, 'tierwise.db'))
    db.exec(`UPDATE revisions SET content = '{"scenario":' WHERE document = '${SCENARIO}' AND revision = 3`)
    db.close()
    const store = storeIn(folder)
    expect(namesIn(store, { kind: 'scenario' })).toEqual(['Agents in May'])
    expect(problemOf(store.library.get(SCENARIO))).toMatchObject({ code: 'document.damaged' })
    expect(valueOf(store.check()).findings).toMatchObject([{ code: 'document.damaged', path: SCENARIO }])
    expect(valueOf(store.library.revert(SCENARIO, 2))).toMatchObject({ revision: 4, name: 'Agents in May' })
    expect(valueOf(store.check()).findings).toEqual([])
  })
})
