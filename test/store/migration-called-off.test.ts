import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { createLogMark } from '#main/store/log-mark.ts'
import { migrate } from '#main/store/migrate.ts'
import { migrations, NEWEST_SCHEMA } from '#main/store/migrations/index.ts'
import type { Migration } from '#main/store/migrations/migration.ts'
import { succeed } from '#shared/problem.ts'
import { asReader } from './as-reader.ts'
import { alter } from './damaged-file.ts'
import { folderOfVersion, PIECES_OF_VERSION_1 } from './older-store.ts'
import { clockAt, newStore, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

/** Writes down what is told, and says no once so many pieces are done. */
function listener(callsOffAt = Infinity) {
  const told: (readonly [done: number, of: number])[] = []
  const onMigrating = (done: number, of: number): boolean => {
    told.push([done, of])
    return done < callsOffAt
  }
  return { told, onMigrating }
}

const upTo = (last: number, of: number) => Array.from({ length: last + 1 }, (_, done) => [done, of] as const)

/** Everything an older Tierwise would find in a store. */
function dumpOf(db: DatabaseSync) {
  const tables = ['sqlite_schema', 'documents', 'revisions', 'history', 'settings']
  return {
    version: db.prepare('PRAGMA user_version').get(),
    rows: tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()),
  }
}

/** A version after the newest, which has one piece for each document. */
const oneMore: Migration = {
  pieces: ({ documents }) => documents,
  *run(db) {
    db.exec(`ALTER TABLE documents ADD COLUMN owner TEXT NOT NULL DEFAULT ''`)
    for (const { id = '' } of db.prepare('SELECT id FROM documents').all()) {
      db.prepare(`UPDATE documents SET owner = 'Ada' WHERE id = ?`).run(id)
      yield 1
    }
  },
}

describe('how far a migration is', () => {
  it('is told after every revision and document, beginning with none', () => {
    const { told, onMigrating } = listener()
    storeIn(folderOfVersion(1), { onMigrating })
    expect(told).toEqual(upTo(PIECES_OF_VERSION_1, PIECES_OF_VERSION_1))
  })

  it('is told of all that are due together', () => {
    const { told, onMigrating } = listener()
    const db = new DatabaseSync(join(folderOfVersion(1), 'tierwise.db'))
    valueOf(
      migrate(db, { backUp: () => succeed({ settle: () => {}, letGo: () => {} }), onMigrating }, [
        ...migrations,
        oneMore,
      ]),
    )
    db.close()
    expect(told).toEqual(upTo(PIECES_OF_VERSION_1 + 2, PIECES_OF_VERSION_1 + 2))
  })

  it('is not told of where it is no work by the size of a store', () => {
    const { told, onMigrating } = listener()
    const db = new DatabaseSync(join(folderOfVersion(1), 'tierwise.db'))
    const atOnce: Migration = {
      pieces: () => 0,
      run: (of) => [of.exec('CREATE TABLE more (id TEXT)')].map(() => 0),
    }
    const [first = atOnce] = migrations
    const backUp = () => succeed({ settle: () => {}, letGo: () => {} })
    valueOf(migrate(db, { backUp, onMigrating }, [first, atOnce]))
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 })
    db.close()
    expect(told).toEqual([])
  })

  it('is told of no new store, and of none that is of this version', () => {
    const { told, onMigrating } = listener()
    newStore({ onMigrating })
    const folder = folderOfVersion(1)
    storeIn(folder).close()
    storeIn(folder, { onMigrating })
    expect(told).toEqual([])
  })
})

describe('a migration that is called off', () => {
  it.each(Array.from({ length: PIECES_OF_VERSION_1 + 1 }, (_, done) => done))(
    'leaves every byte as it was, and nothing beside it, after %i pieces',
    (done) => {
      const folder = folderOfVersion(1)
      const file = join(folder, 'tierwise.db')
      const bytes = readFileSync(file)
      const { told, onMigrating } = listener(done)
      expect(problemOf(openStore({ folder, onMigrating }))).toEqual({
        code: 'store.migration_cancelled',
        message: expect.stringContaining('They were left as they were'),
        path: '',
      })
      expect(told).toEqual(upTo(done, PIECES_OF_VERSION_1))
      expect(readFileSync(file).equals(bytes)).toBe(true)
      const beside = readdirSync(folder, { recursive: true }).filter((name) => name !== 'backups')
      expect(beside.toSorted()).toEqual(['tierwise.db', 'tierwise.lock'])
    },
  )

  it('is done by a later start, with everything in it', () => {
    const folder = folderOfVersion(1)
    problemOf(openStore({ folder, onMigrating: listener(3).onMigrating }))
    const store = storeIn(folder)
    expect(valueOf(store.info())).toMatchObject({ schemaVersion: NEWEST_SCHEMA, documents: 2, trouble: null })
    expect(valueOf(store.check()).findings).toEqual([])
    expect(valueOf(store.info()).backups.map(({ reason }) => reason)).toEqual(['migration'])
  })

  it('goes back to where it began, also in the second of two that are due', () => {
    const db = new DatabaseSync(join(folderOfVersion(1), 'tierwise.db'))
    const before = dumpOf(db)
    const { told, onMigrating } = listener(PIECES_OF_VERSION_1 + 1)
    let letGo = 0
    const all = [...migrations, oneMore]
    const refused = migrate(
      db,
      { backUp: () => succeed({ settle: () => {}, letGo: () => void letGo++ }), onMigrating },
      all,
    )
    const after = dumpOf(db)
    db.close()
    expect(problemOf(refused).code).toBe('store.migration_cancelled')
    expect(told.at(-1)).toEqual([PIECES_OF_VERSION_1 + 1, PIECES_OF_VERSION_1 + 2])
    expect(letGo).toBe(1)
    expect(after).toEqual(before)
    expect(after.version).toEqual({ user_version: 1 })
  })

  it('keeps none of its backups, which would push out those of older versions', () => {
    const folder = folderOfVersion(1)
    const first = storeIn(folder)
    const [kept] = valueOf(first.info()).backups
    first.close()
    for (let time = 1; time <= 6; time++) {
      rmSync(join(folder, 'tierwise.db'))
      folderOfVersion(1, folder)
      problemOf(openStore({ folder, onMigrating: listener(1).onMigrating }))
    }
    expect(readdirSync(join(folder, 'backups'))).toEqual([kept?.name])
  })

  it.each([
    ['it is called off', { onMigrating: listener(2).onMigrating }, 'store.migration_cancelled'],
    ['the disk is full', { mostPages: 20 }, 'store.full'],
  ])('leaves every backup that there was, although %s as often as they are kept', (_what, options, code) => {
    const folder = folderOfVersion(1)
    alter(join(folder, 'tierwise.db'), `UPDATE documents SET name = '${'long '.repeat(4000)}'`)
    const backups = join(folder, 'backups')
    mkdirSync(backups)
    const names = [1, 2, 3, 4, 5].map((day) => `tierwise-2026-05-0${day}T12-00-00-000Z-migration.db`)
    for (const name of names) cpSync(join(folder, 'tierwise.db'), join(backups, name))
    const clock = clockAt('2026-06-01T12:00:00Z')
    for (let time = 1; time <= 5; time++) {
      expect(problemOf(openStore({ folder, ...clock, ...options })).code).toBe(code)
      expect(readdirSync(backups).toSorted()).toEqual(names)
    }
    storeIn(folder, clock).close()
    expect(readdirSync(backups).toSorted()).toEqual([
      ...names.slice(1),
      'tierwise-2026-06-01T12-00-00-000Z-migration.db',
    ])
  })

  it('is called off for a store that may only be read as well, and leaves no copy of it', () => {
    const folder = folderOfVersion(1)
    const bytes = readFileSync(join(folder, 'tierwise.db'))
    const { told, onMigrating } = listener(2)
    const refused = asReader(folder, () => problemOf(openStore({ folder, onMigrating })))
    expect(refused.code).toBe('store.migration_cancelled')
    expect(told.at(-1)).toEqual([2, PIECES_OF_VERSION_1])
    expect(readFileSync(join(folder, 'tierwise.db')).equals(bytes)).toBe(true)
  })

  it('leaves a log that is gone to be told of by the start that goes on', () => {
    const [alive, folder] = [folderOfVersion(1), temporaryFolder()]
    const [file, copy] = [alive, folder].map((where) => join(where, 'tierwise.db'))
    const db = new DatabaseSync(file ?? '')
    const rename = () => succeed(db.exec(`UPDATE documents SET name = 'In the log'`))
    createLogMark(file ?? '').noting(db, rename)
    for (const end of ['', '-log-mark'])
      cpSync(`${file}${end}`, `${copy}${end}`, { preserveTimestamps: true })
    db.close()

    const refused = openStore({ folder, onMigrating: listener(1).onMigrating })
    expect(problemOf(refused).code).toBe('store.migration_cancelled')
    expect(valueOf(storeIn(folder).info())).toMatchObject({ documents: 2, trouble: { kind: 'lostLog' } })
  })

  it('has nothing to do where a damaged log is read past its damage, which makes a store of this version', () => {
    const [alive, folder] = [folderOfVersion(1), temporaryFolder()]
    const db = new DatabaseSync(join(alive, 'tierwise.db'))
    for (const name of ['Before', 'Damaged', 'After']) db.exec(`UPDATE documents SET name = '${name}'`)
    for (const name of ['tierwise.db', 'tierwise.db-wal']) cpSync(join(alive, name), join(folder, name))
    db.close()
    const log = readFileSync(join(folder, 'tierwise.db-wal'))
    // In the middle of what was changed second.
    log.writeUInt8(log.readUInt8(log.length / 2) ^ 1, log.length / 2)
    writeFileSync(join(folder, 'tierwise.db-wal'), log)

    const { told, onMigrating } = listener(1)
    const { documents, schemaVersion, trouble } = valueOf(storeIn(folder, { onMigrating }).info())
    expect({ documents, schemaVersion }).toEqual({ documents: 2, schemaVersion: NEWEST_SCHEMA })
    expect(trouble?.kind).toBe('lostChanges')
    expect(told).toEqual([])
  })

  it('is nothing that a backup of an older version asks about when it is restored', () => {
    const folder = folderOfVersion(1)
    const { told, onMigrating } = listener()
    const store = storeIn(folder, { onMigrating })
    const [backup] = valueOf(store.info()).backups
    told.length = 0
    expect(valueOf(store.restore(backup?.name ?? ''))).toMatchObject({ schemaVersion: NEWEST_SCHEMA })
    expect(told).toEqual([])
  })
})
