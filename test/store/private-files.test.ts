import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { companyWith, storeIn, temporaryFolder, valueOf } from './support.ts'

const OTHERS = 0o077

/** What a folder holds, and itself, that others may do anything with. */
function openToOthers(folder: string): readonly string[] {
  const names = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
  return names.filter((name) => (statSync(join(folder, name)).mode & OTHERS) !== 0)
}

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
    const store = storeIn(folder)
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
    storeIn(folder).close()
    expect(statSync(join(folder, 'tierwise.db')).mode & 0o777).toBe(0o400)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('keep theirs to files beside the store that are none of it', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'shared'), { mode: 0o755 })
    writeFileSync(join(folder, 'quote.pdf'), 'for everyone', { mode: 0o644 })
    storeIn(folder)
    expect(openToOthers(folder)).toEqual(['quote.pdf', 'shared'])
  })
})
