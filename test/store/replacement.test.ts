import type * as Files from 'node:fs'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore, type Store } from '#main/store/index.ts'
import { disk, failAt, failNever } from '../fakes/failing-disk.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

vi.mock('node:fs', async (original) => {
  // The mock comes before every import.
  const { failingFiles } = await import('../fakes/failing-disk.ts')
  return failingFiles(await original<typeof Files>())
})

beforeEach(failNever)

const NOTES = 'Notes on pages of their own. '.repeat(150)
const ALL = ['Acme', 'Bolt', 'Cog', 'Dynamo', 'Elm', 'Flint']
/** Of these the page with the second one's notes is overwritten. */
const READABLE = ALL.filter((name) => name !== 'Bolt')

/** A folder with a store that is damaged in one document, and nothing else. */
function damagedFolder() {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  for (const name of ALL) {
    valueOf(store.library.create({ name, document: companyWith(`${NOTES} Of ${name}. ${NOTES}`) }))
  }
  store.close()
  const file = join(folder, 'tierwise.db')
  const bytes = readFileSync(file)
  const page = Math.floor(bytes.indexOf('Of Bolt.') / 4096)
  bytes.fill(0, page * 4096, (page + 1) * 4096)
  writeFileSync(file, bytes)
  return { folder, file, bytes }
}

/** The names of all that is listed and can be read, and nothing of what cannot is missing from the list. */
function readableIn(store: Store): readonly string[] {
  const query = { kind: 'company', deleted: false, search: '', limit: 100, offset: 0 } as const
  const listed = valueOf(store.library.list({ ...query, withUnknown: true }))
  expect(listed).toHaveLength(ALL.length)
  return listed.flatMap(({ id, name }) => (store.library.get(id).ok ? [name] : [])).toSorted()
}

const setAsideIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('set-aside'))

describe('what can be read of a damaged file', () => {
  it('is read at the start that has room for it, where the one before had none', () => {
    const { folder, file, bytes } = damagedFolder()
    for (const mostPages of [3, 12]) {
      expect(problemOf(openStore({ folder, mostPages })).code).toBe('store.full')
      expect(readFileSync(file).equals(bytes)).toBe(true)
      expect(setAsideIn(folder)).toEqual([])
    }
    const store = storeIn(folder)
    expect(readableIn(store)).toEqual(READABLE)
    expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'corrupt' })
    expect(setAsideIn(folder)).toHaveLength(1)
  })

  it('is there at the next start, whichever call to the disk fails at this one', () => {
    const { folder: whole } = damagedFolder()
    failNever()
    storeIn(whole).close()
    const { calls } = disk
    expect(calls).toBeGreaterThan(5)

    let refused = 0
    for (let call = 1; call <= calls; call++) {
      failNever()
      const { folder, bytes } = damagedFolder()
      failAt(call)
      const opened = openStore({ folder })
      failNever()
      if (opened.ok) opened.value.close()
      else refused++
      const store = storeIn(folder)
      expect(readableIn(store), `call ${call}`).toEqual(READABLE)
      const { setAside } = valueOf(store.info())
      expect(
        setAside.map((path) => readFileSync(path).equals(bytes)),
        `call ${call}`,
      ).toEqual([true])
      const beside = readdirSync(folder).filter(
        (name) => !/^(tierwise\.(db|db-wal|lock)|backups)$/.test(name),
      )
      expect(beside, `call ${call}`).toEqual(setAsideIn(folder))
      store.close()
    }
    expect(refused).toBeGreaterThan(3)
  })
})

describe('a start that was ended before the new file was in the place of the old one', () => {
  /** What is there when everything but the last renaming was done. */
  function interrupted(kind: 'corrupt' | 'newerVersion' | 'lostChanges', name: string) {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    valueOf(store.library.create({ name, document: companyWith('x') }))
    store.close()
    renameSync(join(folder, 'tierwise.db'), join(folder, `tierwise.db-in-place-of-${kind}`))
    const aside = join(folder, 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db')
    writeFileSync(aside, 'the old one')
    return { folder, aside }
  }

  it.each(['corrupt', 'newerVersion', 'lostChanges'] as const)(
    'is taken to its end by the next: %s',
    (kind) => {
      const { folder, aside } = interrupted(kind, 'Salvaged')
      const store = storeIn(folder)
      expect(valueOf(store.info()).trouble).toMatchObject({ kind, setAside: aside })
      expect(namesIn(store)).toEqual(['Salvaged'])
      store.close()
      expect(valueOf(storeIn(folder).info()).trouble).toBe(null)
    },
  )

  it('reads no log of the old one into it', () => {
    const { folder } = interrupted('corrupt', 'Salvaged')
    writeFileSync(join(folder, 'tierwise.db-wal'), 'of the old one')
    const store = storeIn(folder)
    expect(namesIn(store)).toEqual(['Salvaged'])
    const [log] = setAsideIn(folder).filter((name) => name.endsWith('-wal'))
    expect(readFileSync(join(folder, log ?? ''), 'utf8')).toBe('of the old one')
  })

  it('never takes the place of a file that is there', () => {
    const { folder } = interrupted('corrupt', 'Salvaged')
    const other = temporaryFolder()
    const present = storeIn(other)
    valueOf(present.library.create({ name: 'Present', document: companyWith('x') }))
    present.close()
    renameSync(join(other, 'tierwise.db'), join(folder, 'tierwise.db'))
    expect(namesIn(storeIn(folder))).toEqual(['Present'])
    expect(readdirSync(folder).filter((name) => name.includes('in-place-of'))).toEqual([])
  })
})
