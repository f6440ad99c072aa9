import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '#main/store/index.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

/** The header of the file, and that of the tree of tables on its first page. */
const HEADER_BYTES = 108
const NAMES = ['Acme', 'Bolt', 'Cog']

/** The bytes of a closed store with three documents, and a folder for copies of it. */
function soundFile() {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  for (const name of NAMES) valueOf(store.library.create({ name, document: companyWith(name) }))
  store.close()
  return { folder, bytes: readFileSync(join(folder, 'tierwise.db')) }
}

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const altered = Buffer.from(bytes)
  altered[at] = value
  return altered
}

function otherValues(byte: number): ReadonlySet<number> {
  const flipped = [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => byte ^ bit)
  const values = new Set([0, 1, 2, 3, 4, 5, 127, 255, ...flipped])
  values.delete(byte)
  return values
}

const isWhole = (store: Store): boolean =>
  namesIn(store).toSorted().join() === NAMES.join() && valueOf(store.check()).findings.length === 0

const isKept = ({ setAside }: StoreTrouble, file: Buffer): boolean =>
  setAside !== null && readFileSync(setAside).equals(file)

it('opens whole, or is set aside and read whole, whichever byte of the header is another', () => {
  const { folder: place, bytes } = soundFile()
  const seen = { whole: 0, setAside: 0 }
  for (let at = 0; at < HEADER_BYTES; at++) {
    for (const value of otherValues(bytes[at] ?? 0)) {
      const folder = join(place, `${at}-${value}`)
      mkdirSync(folder)
      const altered = withByte(bytes, at, value)
      writeFileSync(join(folder, 'tierwise.db'), altered)
      const store = valueOf(openStore({ folder }))
      const { trouble } = valueOf(store.info())
      seen[trouble ? 'setAside' : 'whole']++
      const isRight = isWhole(store) && (trouble === null || isKept(trouble, altered))
      expect(isRight, `byte ${at} as ${value}`).toBe(true)
      // Either way there is a store to work on, which can be copied.
      valueOf(store.library.create({ name: 'New', document: companyWith('new') }))
      valueOf(store.backup())
      store.close()
    }
  }
  expect(seen.whole).toBeGreaterThan(100)
  expect(seen.setAside).toBeGreaterThan(100)
}, 180_000)

describe.each([
  ['a format of the future', 18, 3],
  ['a schema of the future', 47, 9],
  ['an encoding that there is not', 59, 4],
  ['no table at all', 104, 0],
])('a file that names %s', (_what, at, value) => {
  it('is damaged, and told of with the backup to restore', () => {
    const { folder, bytes } = soundFile()
    const first = storeIn(folder)
    const backup = valueOf(first.backup())
    first.close()
    writeFileSync(join(folder, 'tierwise.db'), withByte(bytes, at, value))
    const store = storeIn(folder)
    expect(valueOf(store.info()).trouble).toMatchObject({ kind: 'corrupt', offered: { name: backup.name } })
    valueOf(store.restore(backup.name))
    expect(namesIn(store).toSorted()).toEqual(NAMES)
  })

  it('is no backup to restore, and keeps nobody from the one before it', () => {
    const { folder } = soundFile()
    const first = storeIn(folder)
    const [sound, damaged] = [valueOf(first.backup()), valueOf(first.backup())]
    const path = join(folder, 'backups', damaged.name)
    writeFileSync(path, withByte(readFileSync(path), at, value))
    expect(problemOf(first.restore(damaged.name))).toMatchObject({ code: 'backup.damaged' })
    first.close()
    writeFileSync(join(folder, 'tierwise.db'), 'no database at all')
    expect(valueOf(storeIn(folder).info()).trouble?.offered?.name).toBe(sound.name)
  })
})
