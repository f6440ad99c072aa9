import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clockAt, companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

/** A folder with a store of one document and nothing where its backups go. */
function folderWithoutBackups() {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
  store.close()
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
  return { folder, backups: join(folder, 'backups') }
}

const backupNamed = (day: number) => `tierwise-2026-01-0${day}T00-00-00-000Z-automatic.db`

describe('a place for backups where none can be written', () => {
  it.each([
    ['a file', (path: string) => writeFileSync(path, 'x'), 'EEXIST'],
    ['a link to a disk that is not there', (path: string) => symlinkSync('/not/there', path), 'ENOENT'],
    ['a link to itself', (path: string) => symlinkSync('backups', path), 'ELOOP'],
  ])('keeps nobody from working when it is %s, and is told of', (_what, make, why) => {
    const { folder, backups } = folderWithoutBackups()
    make(backups)
    const said: string[] = []
    const store = storeIn(folder, { onBackupFailure: (message) => void said.push(message) })
    expect(said).toEqual([expect.stringContaining(`No backup could be written to ${backups}. The disk`)])
    expect(said[0]).toContain(`(${why})`)
    expect(namesIn(store)).toEqual(['Acme'])
    expect(valueOf(store.info()).backups).toEqual([])
    for (const answer of [store.backup(), store.backUpDaily()])
      expect(problemOf(answer)).toMatchObject({ code: 'store.failed', path: '' })
  })
})

describe('why no backup was made by itself', () => {
  it('is told until there is one', () => {
    const { folder, backups } = folderWithoutBackups()
    writeFileSync(backups, 'x')
    const store = storeIn(folder)
    const why = () => valueOf(store.info()).lastBackupFailure
    expect(why()).toContain(`No backup could be written to ${backups}. The disk`)
    expect(store.backUpDaily().ok).toBe(false)
    expect(why()).toContain('(EEXIST)')
    rmSync(backups)
    valueOf(store.backUpDaily())
    expect(why()).toBe(null)
  })

  it('is settled by one that a person asks for', () => {
    const { folder, backups } = folderWithoutBackups()
    writeFileSync(backups, 'x')
    const store = storeIn(folder)
    rmSync(backups)
    expect(valueOf(store.info()).lastBackupFailure).not.toBe(null)
    valueOf(store.backup())
    expect(valueOf(store.info()).lastBackupFailure).toBe(null)
  })

  it('is nothing where none failed', () => {
    const { folder } = folderWithoutBackups()
    expect(valueOf(storeIn(folder).info()).lastBackupFailure).toBe(null)
    expect(valueOf(storeIn(temporaryFolder()).info()).lastBackupFailure).toBe(null)
  })
})

describe('what lies among the backups and is none', () => {
  it.each([
    ['folders named like backups', (path: string, name: string) => mkdirSync(join(path, name))],
    ['links in a circle', (path: string, name: string) => symlinkSync(name, join(path, name))],
  ])('is neither listed nor taken away: %s', (_what, make) => {
    const { folder, backups } = folderWithoutBackups()
    mkdirSync(backups)
    const others = [1, 2, 3, 4, 5, 6, 7].map(backupNamed)
    for (const name of others) make(backups, name)
    const store = storeIn(folder)
    expect(valueOf(store.info()).backups).toHaveLength(1)
    expect(readdirSync(backups)).toEqual(expect.arrayContaining(others))
  })

  it('may be a folder named like one that was never finished', () => {
    const { folder, backups } = folderWithoutBackups()
    mkdirSync(join(backups, 'unfinished-x'), { recursive: true })
    const store = storeIn(folder)
    expect(valueOf(store.info()).backups).toHaveLength(1)
    valueOf(store.backup())
    expect(readdirSync(backups)).toContain('unfinished-x')
  })

  it('may be folders where a store that was set aside would lie', () => {
    const { folder } = folderWithoutBackups()
    mkdirSync(join(folder, 'tierwise-set-aside-2026-01-01T00-00-00-000Z.db'))
    expect(valueOf(storeIn(folder).info()).setAside).toEqual([])
  })
})

describe('a defect in backing up', () => {
  it('keeps nobody from working, ends no process, and is heard of', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const defects: unknown[] = []
    let isBroken = false
    const now = () => (isBroken ? new Date(Number.NaN) : clock.now())
    const onBackupFailure = (_message: string, defect?: unknown) => void defects.push(defect)
    const store = storeIn(temporaryFolder(), { now, onBackupFailure })
    valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
    isBroken = true
    expect(problemOf(store.backUpDaily())).toMatchObject({ code: 'store.failed' })
    expect(defects).toEqual([expect.any(RangeError)])
    isBroken = false
    valueOf(store.backUpDaily())
  })
})
