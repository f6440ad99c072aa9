import type * as Files from 'node:fs'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBackups } from '#main/store/backups.ts'
import { makeDurable } from '#main/store/database.ts'
import { createLogMark } from '#main/store/log-mark.ts'
import { withoutBackup } from '#main/store/prepare.ts'
import { restoreBackup } from '#main/store/restore.ts'
import { createSession } from '#main/store/session.ts'
import { disk, failAt, failNever } from '../fakes/failing-disk.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

vi.mock('node:fs', async (original) => {
  // The mock comes before every import.
  const { failingFiles } = await import('../fakes/failing-disk.ts')
  return failingFiles(await original<typeof Files>())
})

beforeEach(failNever)

/** A store with two documents, and a backup of it from when there was one. */
function storeWithBackup() {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
  const { name } = valueOf(store.backup())
  valueOf(store.library.create({ name: 'Bolt', document: companyWith('x') }))
  return { folder, store, name }
}

describe('a disk that fails while a backup is restored', () => {
  it('leaves the store as it was, with every backup, or restored, whichever call it fails at, and open', () => {
    const { store: whole, name: backup } = storeWithBackup()
    failNever()
    valueOf(whole.restore(backup))
    const { calls } = disk
    expect(calls).toBeGreaterThan(5)

    const seen = { refused: 0, restored: 0 }
    for (let call = 1; call <= calls; call++) {
      failNever()
      const { folder, store, name } = storeWithBackup()
      const older = [1, 2, 3, 4, 5].map((day) => `tierwise-2020-05-0${day}T12-00-00-000Z-restore.db`)
      for (const file of older) writeFileSync(join(folder, 'backups', file), 'one of before')
      failAt(call)
      const answer = store.restore(name)
      failNever()
      seen[answer.ok ? 'restored' : 'refused']++
      const expected = answer.ok ? ['Acme'] : ['Acme', 'Bolt']
      expect(namesIn(store).toSorted(), `call ${call}`).toEqual(expected)
      const kept = answer.ok ? [] : older
      expect(readdirSync(join(folder, 'backups')), `call ${call}`).toEqual(expect.arrayContaining(kept))
      valueOf(store.library.create({ name: 'Cog', document: companyWith('x') }))
      expect(valueOf(store.info()).trouble).toBe(null)
      store.close()
      expect(namesIn(storeIn(folder)).toSorted(), `call ${call}`).toEqual([...expected, 'Cog'])
    }
    expect(seen.refused).toBeGreaterThan(0)
  })

  it('says so, and does not take the trouble for settled that was there', () => {
    const { folder, store: first, name } = storeWithBackup()
    first.close()
    writeFileSync(join(folder, 'tierwise.db'), 'no longer a database')
    const store = storeIn(folder)
    const { trouble } = valueOf(store.info())
    failAt(1)
    expect(problemOf(store.restore(name)).code).toBe('store.failed')
    failNever()
    expect(valueOf(store.info()).trouble).toEqual(trouble)
  })
})

describe('the log of a store that is replaced', () => {
  /** A database whose file system does not let go of the log when it is closed. */
  class LeavesLog extends DatabaseSync {
    readonly #file: string
    constructor(file: string) {
      super(file)
      this.#file = file
    }
    override close(): void {
      const log = readFileSync(`${this.#file}-wal`)
      super.close()
      writeFileSync(`${this.#file}-wal`, log)
    }
  }

  it('is set aside with it, and never read into the backup', () => {
    const { folder, store, name } = storeWithBackup()
    store.close()
    const file = join(folder, 'tierwise.db')
    const db = new LeavesLog(file)
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    makeDurable(db)
    db.exec(`UPDATE documents SET name = 'In the log'`)
    const now = () => new Date('2026-05-01T12:00:00Z')
    const backups = createBackups(join(folder, 'backups'), now)
    const session = createSession({ db, trouble: null }, createLogMark(file))
    valueOf(restoreBackup(session, { file, backups, now, backUp: withoutBackup }, name))
    expect(
      valueOf(session.read((sql) => ({ ok: true, value: sql.all`SELECT name FROM documents` }))),
    ).toEqual([{ name: 'Acme' }])
    session.db().close()
    expect(readdirSync(folder).filter((entry) => entry.includes('set-aside'))).toEqual([
      'tierwise-set-aside-2026-05-01T12-00-00-000Z.db',
      'tierwise-set-aside-2026-05-01T12-00-00-000Z.db-wal',
    ])
    const restored = storeIn(folder)
    expect(namesIn(restored)).toEqual(['Acme'])
    expect(valueOf(restored.check()).findings).toEqual([])
  })
})
