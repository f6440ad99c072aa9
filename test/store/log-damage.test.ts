import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isLogDamaged } from '#main/store/log-damage.ts'
import { temporaryFolder } from './support.ts'

const HEADER = 32
const PAGE = 4096
const FRAME = 24 + PAGE
const startOf = (frame: number) => HEADER + frame * FRAME
const framesIn = (log: Buffer) => (log.length - HEADER) / FRAME

/** A database with an open log, for changes and what a killed process would leave. */
function openDatabase() {
  const folder = temporaryFolder()
  const db = new DatabaseSync(join(folder, 'some.db'))
  onTestFinished(() => db.close())
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)')
  return {
    db,
    /** One change over so many pages, and a few more. */
    change: (pages: number) => db.prepare('INSERT INTO notes VALUES (?)').run('x'.repeat(pages * PAGE)),
    log: () => readFileSync(join(folder, 'some.db-wal')),
    /** What SQLite reads of a log in the place of this one. */
    readFrom: (log: Buffer): number => {
      const other = temporaryFolder()
      writeFileSync(join(other, 'some.db'), readFileSync(join(folder, 'some.db')))
      writeFileSync(join(other, 'some.db-wal'), log)
      const copy = new DatabaseSync(join(other, 'some.db'))
      try {
        return Number(copy.prepare('SELECT count(*) AS count FROM notes').get()?.count)
      } catch {
        // Without the log there is no table.
        return 0
      } finally {
        copy.close()
      }
    },
  }
}

function isDamaged(log: Buffer): boolean {
  const path = join(temporaryFolder(), 'some.db-wal')
  writeFileSync(path, log)
  return isLogDamaged(path)
}

function flipped(log: Buffer, at: number, bit = 1): Buffer {
  const copy = Buffer.from(log)
  copy[at] = (copy[at] ?? 0) ^ bit
  return copy
}

function zeroed(log: Buffer, from: number, to: number): Buffer {
  const copy = Buffer.from(log)
  copy.fill(0, from, to)
  return copy
}

/** The same log as a machine writes it that has the bytes of a word in the other order. */
function inOtherOrder(log: Buffer): Buffer {
  const copy = Buffer.from(log)
  copy.writeUInt32BE(copy.readUInt32BE(0) ^ 1, 0)
  let sums: readonly [number, number] = [0, 0]
  const add = (from: number, to: number) => {
    let [first, second] = sums
    for (let at = from; at < to; at += 8) {
      first = (first + copy.readUInt32BE(at) + second) >>> 0
      second = (second + copy.readUInt32BE(at + 4) + first) >>> 0
    }
    sums = [first, second]
  }
  const write = (at: number) => {
    copy.writeUInt32BE(sums[0], at)
    copy.writeUInt32BE(sums[1], at + 4)
  }
  add(0, 24)
  write(24)
  for (let frame = 0; frame < framesIn(log); frame++) {
    const at = startOf(frame)
    add(at, at + 8)
    add(at + 24, at + FRAME)
    write(at + 16)
  }
  return copy
}

describe('a log as it was written', () => {
  it('is not damaged: empty, with a header alone, after a change, after many', () => {
    const { change, log } = openDatabase()
    expect(isDamaged(Buffer.alloc(0))).toBe(false)
    expect(isDamaged(log().subarray(0, HEADER))).toBe(false)
    for (let changes = 1; changes <= 20; changes++) {
      change(changes % 4)
      expect(isDamaged(log())).toBe(false)
    }
  })

  it('is not damaged where it was begun again over an older one, whose end is still there', () => {
    const { db, change, log } = openDatabase()
    for (let changes = 0; changes < 10; changes++) change(3)
    const longest = log().length
    for (let time = 0; time < 3; time++) {
      db.exec('PRAGMA wal_checkpoint(RESTART)')
      change(time)
      expect(log()).toHaveLength(longest)
      expect(isDamaged(log())).toBe(false)
    }
  })

  it('is not damaged where the end of a change that was taken back is still there', () => {
    const { db, change, log } = openDatabase()
    change(1)
    // Less memory than pages, so that some are in the log before the change is accepted.
    db.exec('PRAGMA cache_size = 5; BEGIN')
    const { length } = log()
    change(40)
    expect(log().length).toBeGreaterThan(length + 20 * FRAME)
    db.exec('ROLLBACK')
    expect(isDamaged(log())).toBe(false)
    change(1)
    expect(isDamaged(log())).toBe(false)
  })

  it('is read in either order of bytes, as SQLite does', () => {
    const { change, log, readFrom } = openDatabase()
    for (let changes = 0; changes < 5; changes++) change(1)
    const other = inOtherOrder(log())
    expect(readFrom(other)).toBe(5)
    expect(isDamaged(other)).toBe(false)
    expect(isDamaged(flipped(other, startOf(1) + 500))).toBe(true)
  })
})

describe('a log whose last write was torn', () => {
  it('is not damaged, wherever it ends', () => {
    const { change, log } = openDatabase()
    for (const pages of [1, 0, 3, 2]) change(pages)
    const whole = log()
    const around = Array.from({ length: framesIn(whole) + 1 }, (_, frame) => startOf(frame)).flatMap((at) =>
      [-1, 0, 1, 23, 24, 25, 2000].map((offset) => at + offset),
    )
    for (const end of around) expect(isDamaged(whole.subarray(0, end)), `cut at ${end}`).toBe(false)
  })

  it('is not damaged where frames in the middle of the last change were never written', () => {
    const { change, log } = openDatabase()
    change(1)
    const before = framesIn(log())
    change(6)
    const whole = log()
    const last = framesIn(whole) - 1
    expect(last - before).toBeGreaterThan(5)
    for (let frame = before; frame < last; frame++) {
      const torn = zeroed(whole, startOf(frame), startOf(frame + 1))
      expect(isDamaged(torn), `frame ${frame}`).toBe(false)
    }
    // Memory is written in pages of its own, which begin and end within frames.
    for (let page = Math.ceil(startOf(before) / PAGE); page < Math.floor(startOf(last) / PAGE); page++) {
      expect(isDamaged(zeroed(whole, page * PAGE, (page + 1) * PAGE)), `page ${page}`).toBe(false)
    }
  })

  it('is not damaged where the last frame over an older log has its header only', () => {
    const { db, change, log } = openDatabase()
    for (let changes = 0; changes < 10; changes++) change(3)
    const older = log()
    db.exec('PRAGMA wal_checkpoint(RESTART)')
    change(3)
    const torn = log()
    const commit = Array.from({ length: framesIn(torn) }, (_, frame) => startOf(frame)).find(
      (at) => torn.readUInt32BE(at + 4) !== 0,
    )
    if (commit === undefined) throw new Error('Nothing was accepted.')
    older.copy(torn, commit + 24, commit + 24, commit + FRAME)
    expect(isDamaged(torn)).toBe(false)
  })
})

describe('a log that changed after it was written', () => {
  function fourChanges() {
    const { change, log, readFrom } = openDatabase()
    for (const pages of [1, 0, 2]) change(pages)
    const lastChange = framesIn(log())
    change(4)
    return { whole: log(), readFrom, lastChange }
  }

  it('is damaged, whichever byte of its header it is', () => {
    const { whole } = fourChanges()
    for (let at = 0; at < HEADER; at++) expect(isDamaged(flipped(whole, at)), `byte ${at}`).toBe(true)
  })

  it('is damaged, whichever frame it is but the last, and wherever in it', () => {
    const { whole } = fourChanges()
    for (let frame = 0; frame < framesIn(whole) - 1; frame++) {
      for (const offset of [0, 3, 4, 7, 8, 11, 12, 15, 16, 23, 24, 25, 2000, FRAME - 1]) {
        const log = flipped(whole, startOf(frame) + offset, 1 << (frame % 8))
        expect(isDamaged(log), `frame ${frame}, byte ${offset}`).toBe(true)
      }
    }
  })

  it('is damaged where a whole frame of it is gone, unless the last change may have begun with it', () => {
    const { whole, lastChange } = fourChanges()
    for (let frame = 0; frame < lastChange - 1; frame++) {
      const log = zeroed(whole, startOf(frame), startOf(frame + 1))
      expect(isDamaged(log), `frame ${frame}`).toBe(true)
    }
  })

  it('is damaged where it is noise', () => {
    expect(isDamaged(Buffer.from('no log at all '.repeat(2000)))).toBe(true)
    expect(isDamaged(Buffer.alloc(20_000))).toBe(false)
  })

  it('is told of exactly where SQLite reads less than was written', () => {
    const { whole, readFrom } = fourChanges()
    const all = readFrom(whole)
    expect(all).toBe(4)
    const last = startOf(framesIn(whole) - 1)
    for (let at = 0; at < last; at += 517) {
      const log = flipped(whole, at)
      expect(isDamaged(log), `byte ${at}`).toBe(readFrom(log) < all)
    }
  })
})
