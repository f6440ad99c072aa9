import type * as Files from 'node:fs'
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore, type Store } from '#main/store/index.ts'
import { asReader } from './as-reader.ts'
import { disk, failAt, failNever } from '../fakes/failing-disk.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { clockAt, companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

vi.mock('node:fs', async (original) => {
  // The mock comes before every import.
  const { failingFiles } = await import('../fakes/failing-disk.ts')
  return failingFiles(await original<typeof Files>())
})

beforeEach(failNever)

const NOW = clockAt('2026-05-01T12:00:00Z')
const ASIDE = 'tierwise-set-aside-2026-05-01T12-00-00-000Z.db'
const FRAME = 24 + 4096

const add = (store: Store, name: string) =>
  valueOf(store.library.create({ name, document: companyWith(`Notes on ${name}`) }))

/** What is left of a process that was killed: a file, and a log with documents that are not in the file yet. */
function killed({ inFile = ['Acme'], inLog = ['Bolt', 'Cog', 'Dynamo'] } = {}) {
  const [alive, folder] = [temporaryFolder(), temporaryFolder()]
  if (inFile.length > 0) {
    const before = storeIn(alive, NOW)
    for (const name of inFile) add(before, name)
    before.close()
  }
  const store = storeIn(alive, NOW)
  for (const name of inLog) add(store, name)
  for (const name of readdirSync(alive).filter((entry) => entry.startsWith('tierwise.db')))
    cpSync(join(alive, name), join(folder, name), { preserveTimestamps: true })
  const file = join(folder, 'tierwise.db')
  return { folder, file, bytes: readFileSync(file), log: readFileSync(`${file}-wal`) }
}

function flipBit(file: string, at: number): Buffer {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  return bytes
}

const setAsideIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('set-aside'))

describe('one changed bit in the log of a process that was killed', () => {
  it('is told of, with what is left kept byte for byte, and the rest to work on', () => {
    const { folder, file, bytes } = killed()
    const log = flipBit(`${file}-wal`, 32 + 24 + 100)
    const store = storeIn(folder, NOW)
    const { trouble, setAside } = valueOf(store.info())
    expect(trouble).toEqual({
      kind: 'lostChanges',
      message: `The last changes to your documents were damaged on the disk, so what is here is as it was before them. The file and what is left of the changes were kept as ${join(folder, ASIDE)}. There is no sound backup to compare them with.`,
      setAside: join(folder, ASIDE),
      offered: null,
    })
    expect(setAside).toEqual([join(folder, ASIDE)])
    expect(readFileSync(join(folder, ASIDE)).equals(bytes)).toBe(true)
    expect(readFileSync(join(folder, `${ASIDE}-wal`)).equals(log)).toBe(true)
    expect(namesIn(store)).toEqual(['Acme'])
    expect(valueOf(store.check()).findings).toEqual([])
    add(store, 'Elm')
    store.close()
    const again = storeIn(folder, NOW)
    expect(valueOf(again.info()).trouble).toBe(null)
    expect(namesIn(again).toSorted()).toEqual(['Acme', 'Elm'])
  })

  it('is told of where everything was in the log', () => {
    const { folder, file } = killed({ inFile: [] })
    flipBit(`${file}-wal`, 100)
    const { trouble, documents } = valueOf(storeIn(folder, NOW).info())
    expect(documents).toBe(0)
    expect(trouble).toMatchObject({ kind: 'lostChanges', setAside: join(folder, ASIDE) })
    expect(trouble?.message).toContain('Tierwise starts without documents')
    expect(setAsideIn(folder)).toEqual([ASIDE, `${ASIDE}-wal`])
  })

  it('never loses a document without a word, wherever it is before the last change', () => {
    const random = seededNumbers(6)
    const { bytes, log } = killed()
    const all = ['Acme', 'Bolt', 'Cog', 'Dynamo']
    let told = 0
    for (let time = 0; time < 60; time++) {
      const folder = temporaryFolder()
      const file = join(folder, 'tierwise.db')
      writeFileSync(file, bytes)
      writeFileSync(`${file}-wal`, log)
      flipBit(`${file}-wal`, Math.floor(random() * (log.length - FRAME)))
      const store = storeIn(folder, NOW)
      if (valueOf(store.info()).trouble) told++
      else expectAll(store, all)
      store.close()
    }
    expect(told).toBeGreaterThan(50)
  })

  it('may leave a file that does not fit together, of which every document is read that can be', () => {
    const { folder, file, bytes } = killed()
    // As it is when the log was written into the file, and the process killed before it was begun again.
    const whole = temporaryFolder()
    copyFileSync(file, join(whole, 'tierwise.db'))
    copyFileSync(`${file}-wal`, join(whole, 'tierwise.db-wal'))
    storeIn(whole, NOW).close()
    copyFileSync(join(whole, 'tierwise.db'), file)
    expect(readFileSync(file).equals(bytes)).toBe(false)
    const { length } = readFileSync(`${file}-wal`)
    flipBit(`${file}-wal`, length - 2 * FRAME)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).not.toBe(null)
    expect(valueOf(store.check()).findings).toEqual([])
    expect(namesIn(store)).toContain('Acme')
    expect(setAsideIn(folder)).toEqual([ASIDE, `${ASIDE}-wal`])
  })
})

describe('a loss that was told of', () => {
  it('is not told of again, although the process that told of it was killed after more work', () => {
    const { folder, file } = killed({ inLog: ['Bolt', 'Cog', 'Dynamo', 'Elm', 'Flint'] })
    flipBit(`${file}-wal`, 32 + 24 + 100 + 12 * FRAME)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'lostChanges' })
    valueOf(store.settings.change({ theme: 'dark' }))
    const next = temporaryFolder()
    for (const name of readdirSync(folder))
      cpSync(join(folder, name), join(next, name), { recursive: true, preserveTimestamps: true })
    const again = storeIn(next, NOW)
    expect(valueOf(again.info()).trouble).toBe(null)
    expect(valueOf(again.settings.get()).theme).toBe('dark')
    expect(setAsideIn(next)).toEqual([ASIDE, `${ASIDE}-wal`])
  })

  it('is kept once, although the process was killed before it could go on', () => {
    const { folder, file, bytes } = killed()
    const log = flipBit(`${file}-wal`, 32 + 24 + 100)
    storeIn(folder, NOW).close()
    writeFileSync(file, bytes)
    writeFileSync(`${file}-wal`, log)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).toMatchObject({ setAside: join(folder, ASIDE) })
    expect(setAsideIn(folder)).toEqual([ASIDE, `${ASIDE}-wal`])
  })
})

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

const expectAll = (store: Store, names: readonly string[]) => expect(namesIn(store).toSorted()).toEqual(names)

describe('a log whose last write was torn', () => {
  it.each([
    { inFile: ['Acme'], counts: [1, 2, 3] },
    { inFile: [], counts: [0, 1, 2] },
  ])('is no trouble: what was written whole is there, beside $inFile in the file', ({ inFile, counts }) => {
    const { bytes, log } = killed({ inFile })
    const seen = new Set<number>()
    for (let end = 0; end <= log.length; end += 1999) {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'tierwise.db'), bytes)
      writeFileSync(join(folder, 'tierwise.db-wal'), log.subarray(0, end))
      const store = storeIn(folder, NOW)
      expect(valueOf(store.info()), `cut at ${end}`).toMatchObject({ trouble: null, setAside: [] })
      seen.add(namesIn(store).length)
      store.close()
    }
    expect([...seen]).toEqual(counts)
  })
})

describe('a file that is damaged, with the log of a process that was killed', () => {
  /** Overwrites one page after another; what is kept is told of the first that is found. */
  function damagedIn(page: number) {
    const { folder, file } = killed({ inFile: ['Acme', 'Bolt'], inLog: ['Cog'] })
    const bytes = readFileSync(file)
    bytes.fill(0xee, page * 4096, page * 4096 + 60)
    writeFileSync(file, bytes)
    return { folder, bytes, log: readFileSync(`${file}-wal`) }
  }

  it('is kept with it, byte for byte', () => {
    let found = 0
    const pages = readFileSync(killed({ inFile: ['Acme', 'Bolt'], inLog: ['Cog'] }).file).length / 4096
    for (let page = 0; page < pages; page++) {
      const { folder, bytes, log } = damagedIn(page)
      const store = storeIn(folder, NOW)
      const { trouble } = valueOf(store.info())
      if (trouble) found++
      const expected = trouble ? [bytes, log] : []
      const kept = setAsideIn(folder).map((name) => readFileSync(join(folder, name)))
      expect(kept, `page ${page}`).toEqual(expected)
      store.close()
    }
    expect(found).toBeGreaterThan(2)
  })

  it('has the documents of the log salvaged too, also where its header is damaged', () => {
    const { folder, file } = killed({ inFile: ['Acme', 'Bolt'], inLog: ['Cog'] })
    flipBit(file, 18)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'corrupt' })
    expectAll(store, ['Acme', 'Bolt', 'Cog'])
  })

  it('is kept once, however often there is no room for another in its place', () => {
    const { folder, file } = killed({ inFile: ['Acme', 'Bolt'], inLog: ['Cog'] })
    const bytes = flipBit(file, 18)
    for (let start = 0; start < 3; start++) {
      expect(openStore({ folder, ...NOW, mostPages: 3 }).ok).toBe(false)
      expect(setAsideIn(folder)).toEqual([])
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
    const store = storeIn(folder, NOW)
    expect(setAsideIn(folder)).toEqual([ASIDE, `${ASIDE}-wal`])
    expectAll(store, ['Acme', 'Bolt', 'Cog'])
  })

  it('is kept once where the log is damaged as well, and what can be read is salvaged', () => {
    const { folder, file } = killed({ inFile: ['Acme', 'Bolt'] })
    const log = flipBit(`${file}-wal`, 32 + 24 + 100)
    const bytes = flipBit(file, 18)
    const store = storeIn(folder, NOW)
    expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'corrupt', setAside: join(folder, ASIDE) })
    expect(setAsideIn(folder)).toEqual([ASIDE, `${ASIDE}-wal`])
    expect(readFileSync(join(folder, ASIDE)).equals(bytes)).toBe(true)
    expect(readFileSync(join(folder, `${ASIDE}-wal`)).equals(log)).toBe(true)
    expectAll(store, ['Acme', 'Bolt'])
  })
})

describe('a disk that fails while a damaged log is kept', () => {
  it('takes nothing away, whichever call it fails at: what was kept is whole, and what was not is kept next', () => {
    const { folder: whole, file: damaged } = killed()
    flipBit(`${damaged}-wal`, 32 + 24 + 100)
    failNever()
    storeIn(whole, NOW).close()
    const { calls } = disk
    expect(calls).toBeGreaterThan(5)

    let refused = 0
    for (let call = 1; call <= calls; call++) {
      failNever()
      const { folder, file, bytes } = killed()
      const log = flipBit(`${file}-wal`, 32 + 24 + 100)
      failAt(call)
      const opened = openStore({ folder, ...NOW })
      failNever()
      if (opened.ok) opened.value.close()
      else refused++
      const store = storeIn(folder, NOW)
      expect(namesIn(store), `call ${call}`).toEqual(['Acme'])
      expect(valueOf(store.info()).setAside, `call ${call}`).toEqual([join(folder, ASIDE)])
      expect(readFileSync(join(folder, ASIDE)).equals(bytes), `call ${call}`).toBe(true)
      expect(readFileSync(join(folder, `${ASIDE}-wal`)).equals(log), `call ${call}`).toBe(true)
      store.close()
    }
    expect(refused).toBeGreaterThan(3)
  })
})
