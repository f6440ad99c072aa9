import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { companyWith, storeIn, temporaryFolder, valueOf } from './support.ts'

const OTHERS = 0o077

/** What a folder holds, and itself, that others may do anything with. */
function openToOthers(folder: string): readonly string[] {
  const names = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
  return names.filter((name) => (statSync(join(folder, name)).mode & OTHERS) !== 0)
}

const modeOf = (...path: readonly [string, ...string[]]) => statSync(join(...path)).mode & 0o7777

describe.skipIf(process.platform === 'win32')('other users of the machine', () => {
  beforeEach(() => {
    // What a person's shell takes from new files is not what keeps others out.
    const usual = process.umask(0)
    onTestFinished(() => void process.umask(usual))
  })

  it('may read nothing of a store: not its log, its backups, nor what was set aside or salvaged', () => {
    const folder = join(temporaryFolder(), 'data')
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    expect(readdirSync(folder)).toContain('tierwise.db-wal')
    const { name } = valueOf(first.backup())
    expect(openToOthers(folder)).toEqual([])
    valueOf(first.restore(name))
    expect(openToOthers(folder)).toEqual([])
    first.close()

    writeFileSync(join(folder, 'tierwise.db'), 'no longer a database')
    const second = storeIn(folder)
    valueOf(second.library.create({ name: 'Bolt', document: companyWith('x') }))
    expect(valueOf(second.info()).setAside).toHaveLength(1)
    expect(openToOthers(folder)).toEqual([])
  })

  it('may no longer read what an older version let them read', () => {
    const folder = temporaryFolder()
    const first = storeIn(folder)
    valueOf(first.library.create({ name: 'Acme', document: companyWith('x') }))
    const { name } = valueOf(first.backup())
    first.close()
    const backup = join(folder, 'backups', name)
    writeFileSync(join(folder, 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db'), 'kept')
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644)
    chmodSync(join(folder, 'backups'), 0o755)
    chmodSync(backup, 0o644)
    chmodSync(folder, 0o755)
    const store = storeIn(folder, { isOwnFolder: true })
    expect(openToOthers(folder)).toEqual([])

    chmodSync(backup, 0o644)
    valueOf(store.restore(name))
    expect(statSync(join(folder, 'tierwise.db')).mode & OTHERS).toBe(0)
  })

  it('lose their rights, while the owner keeps none that were not there', () => {
    const folder = temporaryFolder()
    storeIn(folder).close()
    chmodSync(join(folder, 'tierwise.db'), 0o444)
    chmodSync(folder, 0o755)
    storeIn(folder, { isOwnFolder: true }).close()
    expect(modeOf(folder, 'tierwise.db')).toBe(0o400)
    expect(modeOf(folder)).toBe(0o700)
  })
})

describe.skipIf(process.platform === 'win32')('what Tierwise did not make', () => {
  beforeEach(() => {
    const usual = process.umask(0)
    onTestFinished(() => void process.umask(usual))
  })

  it('stays as it is: a folder that a group shares, with the files in it; the store in it is its owner’s', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o2775)
    mkdirSync(join(folder, 'shared'))
    mkdirSync(join(folder, 'backups'))
    chmodSync(join(folder, 'backups'), 0o2775)
    const theirs = ['quote.pdf', 'tierwise-quote.tierwise', 'tierwise.desktop', 'tierwise-2026.db']
    for (const name of theirs) writeFileSync(join(folder, name), 'for the group', { mode: 0o664 })
    const store = storeIn(folder)
    const { name } = valueOf(store.backup())
    expect(modeOf(folder)).toBe(0o2775)
    expect(modeOf(folder, 'backups')).toBe(0o2775)
    expect(openToOthers(folder).toSorted()).toEqual(['.', 'backups', 'shared', ...theirs].toSorted())
    expect(modeOf(folder, 'backups', name)).toBe(0o600)
  })

  it('stays as it is in the place of Tierwise’s own folder too, where somebody arranged it so', () => {
    const shared = temporaryFolder()
    chmodSync(shared, 0o2775)
    storeIn(shared, { isOwnFolder: true }).close()
    const elsewhere = temporaryFolder()
    chmodSync(elsewhere, 0o775)
    const link = join(temporaryFolder(), 'link')
    symlinkSync(elsewhere, link)
    storeIn(link, { isOwnFolder: true }).close()
    expect([modeOf(shared), modeOf(elsewhere)]).toEqual([0o2775, 0o775])
  })

  it('stays as it is where only a name in the store’s folder leads to it', () => {
    const folder = temporaryFolder()
    const elsewhere = join(temporaryFolder(), 'of-a-group')
    writeFileSync(elsewhere, 'for the group', { mode: 0o664 })
    symlinkSync(elsewhere, join(folder, 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db'))
    storeIn(folder).close()
    expect(modeOf(elsewhere)).toBe(0o664)
  })
})
