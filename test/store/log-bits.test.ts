import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '#main/store/index.ts'
import { checksumOfFrame } from '#main/store/log-format.ts'
import { CompanyContent } from '#shared/library.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { flipped } from './damaged-file.ts'
import { add, NOW } from './left-by-kill.ts'
import { clockAt, companyWith, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

const HEADER = 32
const FRAME = 24 + 4096

/** A store at work, and what its process leaves where it is killed. */
function atWork(folder = temporaryFolder()) {
  const store = storeIn(folder, clockAt('2026-05-01T12:00:00Z'))
  const file = join(folder, 'tierwise.db')
  return {
    folder,
    store,
    edit: (id: string, notes: string) => {
      const base = valueOf(store.library.get(id)).revision
      valueOf(store.library.edit({ id, base, label: `Edit ${base}`, document: companyWith(notes) }))
    },
    logHeader: () => readFileSync(`${file}-wal`).toString('hex', 0, HEADER),
    left: () => ({ bytes: readFileSync(file), log: readFileSync(`${file}-wal`) }),
  }
}

interface Left {
  readonly bytes: Buffer
  readonly log: Buffer
}

/** What a store says of the last states of some documents. */
const lastIn = ({ library }: Store, ids: readonly string[]) =>
  ids.map((id) => {
    const found = library.get(id)
    if (!found.ok) return problemOf(found).code
    const { name, content, deletedAt } = found.value
    const { notes } = CompanyContent.parse(content)
    return `${name}, ${notes.length} of ${notes.slice(0, 60)}, ${deletedAt}`
  })

function openedFrom({ bytes, log }: Left, ids: readonly string[]) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'tierwise.db'), bytes)
  writeFileSync(join(folder, 'tierwise.db-wal'), log)
  const store = storeIn(folder, NOW)
  const last = lastIn(store, ids)
  const { trouble } = valueOf(store.info())
  store.close()
  return { last, isTold: trouble?.kind === 'lostChanges' }
}

/** Every document was changed, and one deleted and one undone after that. */
function threeDocuments() {
  const { store, edit, left } = atWork()
  const ids = ['Acme', 'Bolt', 'Cog'].map((name) => add(store, name).id)
  for (let number = 1; number < 12; number++)
    for (const id of ids) edit(id, `${id} as edit ${number} left it `.repeat(40))
  valueOf(store.library.delete(ids[0] ?? ''))
  valueOf(store.history.undo(ids[1] ?? ''))
  // Damage to the last frame of all looks like a torn write.
  valueOf(store.settings.change({ theme: 'dark' }))
  const damaged = left()
  const texts = [11, 10, 11].map((number, index) => `${ids[index]} as edit ${number} left it `.repeat(40))
  /** Where the last state of each was written, and the pages it lay on then; only the last of them is in use. */
  const rows = texts.map((text) =>
    startsOf(damaged.log, text).map((start) => ({ start, end: start + text.length })),
  )
  return { ids, sound: lastIn(store, ids), left: damaged, rows }
}

function startsOf(log: Buffer, text: string): readonly number[] {
  const starts: number[] = []
  for (let at = log.indexOf(text); at >= 0; at = log.indexOf(text, at + text.length)) starts.push(at)
  return starts
}

describe('damage to a log', () => {
  it('of one bit costs a document its last state only where it is in that, and costs no other anything', () => {
    const { ids, sound, left, rows } = threeDocuments()
    const random = seededNumbers(3)
    let told = 0
    for (let time = 0; time < 60; time++) {
      const at = Math.floor(random() * (left.log.length - FRAME))
      const log = flipped(left.log, 8 * at + Math.floor(random() * 8))
      const { last, isTold } = openedFrom({ ...left, log }, ids)
      if (isTold) told++
      const expected = sound.map((state, index) => {
        // With what a row has before its text and behind it.
        const isHit = rows[index]?.some(({ start, end }) => at >= start - 110 && at < end + 64)
        return isHit && last[index] === 'document.damaged' ? 'document.damaged' : state
      })
      expect(last, `byte ${at}`).toEqual(expected)
    }
    expect(told).toBeGreaterThan(55)
  })

  it('of one bit costs nothing where the checksum tells which it is, and else the one document whose last state it is in', () => {
    const { ids, sound, left, rows } = threeDocuments()
    for (const [index, places] of rows.entries()) {
      const lost = sound.map((state, other) => (other === index ? 'document.damaged' : state))
      let count = 0
      for (const { start } of places) {
        // The sum is of words of four bytes, the lowest first: of the highest, it fits many.
        const word = start + 400 - ((start - HEADER) % 4)
        const [lowest, highest] = [word, word + 3].map((byte) =>
          openedFrom({ ...left, log: flipped(left.log, 8 * byte + 6) }, ids),
        )
        expect(lowest?.last).toEqual(sound)
        expect([sound, lost]).toContainEqual(highest?.last)
        if (highest?.last[index] === 'document.damaged') count++
      }
      expect(count).toBe(1)
    }
  })

  it('throws away no page that nobody touched, in the log or in the file, where it is in the number of another', () => {
    const before = atWork()
    const ids = Array.from({ length: 60 }, (_, number) => {
      const notes = companyWith(`start ${number} `.repeat(number % 7 === 0 ? 600 : 60))
      return valueOf(before.store.library.create({ name: `D${number}`, document: notes })).id
    })
    before.store.close()
    const { store, edit, left } = atWork(before.folder)
    const changed = [1, 2, 3]
    for (const index of changed) edit(ids[index] ?? '', `edited ${index} `.repeat(60))
    valueOf(store.settings.change({ theme: 'dark' }))
    const sound = lastIn(store, ids)
    const { bytes, log } = left()
    const frames = (log.length - HEADER) / FRAME
    for (let frame = 0; frame < frames - 3; frame++) {
      // One bit and several.
      for (const bits of [1, 2, 4, 8, 16, 32, 12, 25]) {
        const damaged = Buffer.from(log)
        const at = HEADER + frame * FRAME + 3
        damaged.writeUInt8(damaged.readUInt8(at) ^ bits, at)
        const { last, isTold } = openedFrom({ bytes, log: damaged }, ids)
        // Of those that were changed, what was in the frame may be in doubt.
        const expected = sound.map((state, index) =>
          changed.includes(index) && last[index] === 'document.damaged' ? 'document.damaged' : state,
        )
        expect(last, `frame ${frame}, bits ${bits}`).toEqual(expected)
        expect(isTold).toBe(true)
      }
    }
  })

  it('of one bit of its header costs nothing, also where it was begun again and older frames lie behind', () => {
    const { store, edit, left, logHeader } = atWork()
    const ids = ['Acme', 'Bolt', 'Cog'].map((name) => add(store, name).id)
    const first = logHeader()
    for (let count = 0; logHeader() === first; count++)
      edit(ids[count % 3] ?? '', `edit ${count} `.repeat(300))
    for (const id of ids) edit(id, `the last of ${id} `.repeat(100))
    const sound = lastIn(store, ids)
    const { bytes, log } = left()
    for (let bit = 0; bit < 8 * HEADER; bit += bit % 8 === 0 ? 5 : 3) {
      const { last, isTold } = openedFrom({ bytes, log: flipped(log, bit) }, ids)
      expect(last, `bit ${bit}`).toEqual(sound)
      expect(isTold).toBe(true)
    }
  })
})

describe('a log whose whole header is damaged', () => {
  /** As a machine writes it whose words have the highest byte first. */
  function bigEndian(log: Buffer): Buffer {
    const copy = Buffer.from(log)
    copy.writeUInt8(copy.readUInt8(3) | 1, 3)
    const asFrame = Buffer.concat([copy.subarray(0, 8), Buffer.alloc(16), copy.subarray(8, 24)])
    let sum = checksumOfFrame(asFrame, 'BE', [0, 0])
    const write = (at: number) => sum.forEach((word, index) => copy.writeUInt32BE(word, at + 4 * index))
    write(24)
    for (let at = HEADER; at < copy.length; at += FRAME) {
      sum = checksumOfFrame(copy.subarray(at, at + FRAME), 'BE', sum)
      write(at + 16)
    }
    return copy
  }

  it.each([
    ['the lowest', (log: Buffer) => log],
    ['the highest', bigEndian],
  ])('is read, of which the rest proves it, where %s byte of a word is first', (_what, asWritten) => {
    const { store, edit, left } = atWork()
    const ids = ['Acme', 'Bolt', 'Cog'].map((name) => add(store, name).id)
    for (const id of ids) edit(id, `the last of ${id}`)
    const { bytes, log } = left()
    const whole = asWritten(log)
    const sound = { last: lastIn(store, ids), isTold: false }
    expect(openedFrom({ bytes, log: whole }, ids)).toEqual(sound)
    const { last, isTold } = openedFrom({ bytes, log: Buffer.from(whole).fill(0, 0, HEADER) }, ids)
    expect(last).toEqual(sound.last)
    expect(isTold).toBe(true)
  })
})
