import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { checksumOf } from '#main/store/checksum.ts'
import { MOST_TEXT } from '#shared/bounds.ts'
import type { Store } from '#main/store/index.ts'
import { flipped, fortyCompanies, openedWith, PAGE, soundStore } from './damaged-file.ts'
import type { rowsIn } from './rows.ts'
import { clockAt, companyWith, namesIn, scenarioUsing, storeIn, temporaryFolder, valueOf } from './support.ts'

/** Where the header of a page has how many rows are on it. */
const ROWS = 3
const LEAF_OF_TABLE = 0x0d

/** The pages that hold the rows of some documents, and no others. */
function pagesOfDocuments(bytes: Buffer): readonly number[] {
  const starts = Array.from({ length: bytes.length / PAGE }, (_, index) => index * PAGE)
  // In its row the kind stands before the name, and in no other.
  return starts.filter(
    (start) =>
      bytes[start] === LEAF_OF_TABLE && bytes.subarray(start, start + PAGE).includes('companyCompany '),
  )
}

describe('the documents that are listed on a damaged page', () => {
  it('are there as they were, although the page says that it has other rows than it has', () => {
    const { bytes, rows } = soundStore(fortyCompanies)
    const pages = pagesOfDocuments(bytes)
    expect(pages.length).toBeGreaterThan(3)
    for (const start of pages.slice(0, 4)) {
      for (const left of [0, 1]) {
        const damaged = Buffer.from(bytes)
        damaged.writeUInt16BE(left, start + ROWS)
        expect(openedWith(flipped(damaged, 3)).rows, `${left} rows on ${start}`).toEqual(rows)
      }
    }
  })

  it('are there with all their versions where nothing of the page is left, and are counted', () => {
    const { bytes, rows } = soundStore((store) => {
      fortyCompanies(store)
      for (const { id } of valueOf(
        store.library.list({ kind: 'company', deleted: false, search: '', limit: 3, offset: 0 }),
      ))
        store.library.delete(id)
      valueOf(store.library.create({ name: 'May', document: scenarioUsing('1') }))
    })
    const none = Buffer.from(bytes)
    for (const start of pagesOfDocuments(bytes)) none.fill(0, start, start + PAGE)
    const opened = openedWith(flipped(none, 3))
    expect(opened.trouble?.message).toContain('41 documents in it could still be read and are here. There')
    const inUse = rows[0]?.map((row) => ({ ...row, deleted_at: null }))
    expect(opened.rows[0]).toEqual(inUse)
    expect(opened.rows[1]).toEqual(rows[1])
    expect(opened.findings).toEqual([])
  })
})

/** What was done to a document in a store. */
type Work = (store: Store, id: string) => void

/** A damaged store of a company that was changed four times, and then more, after some SQL that damage stands for. */
function openedAfterDamage(damage: string, more: Work = () => undefined) {
  const clock = clockAt('2026-05-01T12:00:00Z')
  const { folder, rows } = soundStore((store) => {
    const { id } = valueOf(store.library.create({ name: 'Acme', document: companyWith('state 1') }))
    for (let base = 1; base < 5; base++) {
      clock.forward(1)
      const document = companyWith(`state ${base + 1}`)
      valueOf(store.library.edit({ id, base, label: 'Change', document }))
    }
    more(store, id)
  }, clock)
  const file = join(folder, 'tierwise.db')
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  // What is deleted lies there no longer.
  db.exec(`${damage}; VACUUM`)
  db.close()
  return { ...openedWith(flipped(readFileSync(file), 3)), sound: rows }
}

describe('a document whose last state came of undo and redo', () => {
  const undo: Work = (store, id) => void valueOf(store.history.undo(id))
  const redo: Work = (store, id) => void valueOf(store.history.redo(id))
  const all =
    (...works: readonly Work[]): Work =>
    (store, id) => {
      for (const work of works) work(store, id)
    }

  it.each([
    ['undo', undo, 6],
    ['undo of two edits under one label', all(undo, undo), 7],
    ['undo and redo', all(undo, redo), 7],
    ['undo, redo and undo once more', all(undo, redo, undo), 8],
  ])(
    'is never shown as it was before %s, where nothing but its older revisions is found',
    (_what, work, last) => {
      const opened = openedAfterDamage(
        `DELETE FROM revisions WHERE revision = ${last}; DELETE FROM documents`,
        work,
      )
      expect(opened.names).toEqual(['Acme'])
      expect(opened.read).toEqual([])
      expect(opened.findings).toMatchObject([{ code: 'document.damaged' }])
      const older = contentsOf(opened.sound)?.slice(0, -1)
      expect(contentsOf(opened.rows)?.slice(0, -1)).toEqual(older)
      expect(opened.trouble?.message).toContain('The last state of “Acme” could not be read.')
    },
  )

  it.each([
    ['undo', undo],
    ['undo of two', all(undo, undo)],
    ['undo and redo', all(undo, redo)],
  ])(
    'is there as it was after %s, with all its versions, where only what lists say is lost',
    (_what, work) => {
      const { rows, sound, findings } = openedAfterDamage('DELETE FROM documents', work)
      expect(rows.slice(0, 3)).toEqual(sound.slice(0, 3))
      expect(findings).toEqual([])
    },
  )

  it('is in doubt where what was undone is lost as well', () => {
    const { read, rows, sound } = openedAfterDamage('DELETE FROM documents; DELETE FROM history', undo)
    expect(read).toEqual([])
    expect(contentsOf(rows)?.slice(0, -1)).toEqual(contentsOf(sound))
  })
})

describe('a document of which nothing but its name is found', () => {
  it.each([
    ['lists', 'DELETE FROM revisions; DELETE FROM history'],
    ['what can be undone', 'DELETE FROM revisions; DELETE FROM documents'],
  ])('is listed under it, and told of, by what is left in %s', (_what, damage) => {
    const { names, read, trouble, findings, rows, sound } = openedAfterDamage(damage)
    expect(names).toEqual(['Acme'])
    expect(read).toEqual([])
    expect(rows[0]?.[0]?.id).toBe(sound[0]?.[0]?.id)
    expect(findings).toMatchObject([{ code: 'document.damaged' }])
    expect(trouble?.message).toContain('The last state of “Acme” could not be read.')
  })
})

describe('a row that was left behind on a page', () => {
  it('makes no older state the last where what was done since names a later one', () => {
    const { read, names, trouble } = openedAfterDamage(
      `DELETE FROM revisions WHERE revision = 5;
        UPDATE documents SET revision = 4, updated_at = (SELECT at FROM revisions WHERE revision = 4)`,
    )
    expect([names, read]).toEqual([['Acme'], []])
    expect(trouble?.message).toContain('The last state of “Acme” could not be read.')
  })

  /** A store with a document in the bin, and then as it is after `more`, with the page of the first in the second. */
  function openedWithPageOfBin(more: Work) {
    const folder = temporaryFolder()
    const file = join(folder, 'tierwise.db')
    const store = storeIn(folder)
    const { id } = valueOf(store.library.create({ name: 'Company 1', document: companyWith('x') }))
    valueOf(store.library.delete(id))
    store.close()
    const inBin = readFileSync(file)
    const again = storeIn(folder)
    more(again, id)
    again.close()
    const bytes = readFileSync(file)
    const [start = 0] = pagesOfDocuments(inBin)
    inBin.copy(bytes, start, start, start + PAGE)
    bytes.writeUInt16BE(0, start + ROWS)
    writeFileSync(file, flipped(bytes, 3))
    return storeIn(folder)
  }

  it.each([
    ['and changed', 1],
    ['and nothing else', 0],
  ])('puts no document in the bin that was taken out of it since, %s', (_what, edits) => {
    const store = openedWithPageOfBin(({ library }, id) => {
      valueOf(library.restore(id))
      for (let base = 1; base <= edits; base++)
        valueOf(library.edit({ id, base, label: 'Change', document: companyWith('y') }))
    })
    expect(namesIn(store)).toEqual(['Company 1'])
    expect(namesIn(store, { deleted: true })).toEqual([])
  })

  it('leaves it there where nothing was changed since', () => {
    expect(
      namesIn(
        openedWithPageOfBin(() => undefined),
        { deleted: true },
      ),
    ).toEqual(['Company 1'])
  })
})

const contentsOf = (rows: ReturnType<typeof rowsIn>) => rows[1]?.map(({ content }) => content)

describe('a document of which only its revisions are found', () => {
  it.each([
    ['unknown', 'fits no kind', { future: 1 }],
    ['company', 'is more than is read', { notes: 'x'.repeat(MOST_TEXT + 1), scenarios: [], datasets: [] }],
  ])('is kept as of the kind “%s” where what it holds %s', (kind, _what, value) => {
    const content = JSON.stringify(value)
    const checksum = checksumOf({ name: 'Acme', content })
    const { rows } = openedAfterDamage(
      `UPDATE revisions SET content = '${content}', checksum = '${checksum}'; DELETE FROM documents`,
    )
    expect(rows[0]).toMatchObject([{ kind, name: 'Acme', revision: 5 }])
    expect(contentsOf(rows)?.at(-1)).toBe(content)
  })
})

describe('a damaged date of a revision', () => {
  it.each([1, 3, 5])('costs nothing but the date where it is that of revision %i', (number) => {
    const { read, rows, sound, findings } = openedAfterDamage(
      `UPDATE revisions SET at = '2026-05-0p' WHERE revision = ${number}`,
    )
    expect(read).toEqual(['Acme'])
    expect(contentsOf(rows)).toEqual(contentsOf(sound))
    expect(findings).toEqual([])
  })
})

describe('a damaged number', () => {
  it.each([69, 4, 1])(
    'of the newest revision that a document names costs nothing where it is %i',
    (number) => {
      const { rows, sound } = openedAfterDamage(`UPDATE documents SET revision = ${number}`)
      expect(rows).toEqual(sound)
    },
  )

  it.each([
    ['of an older one for the newest', 3, 67],
    ['of an older one for the next', 3, 6],
    ['of the newest for a later one', 5, 69],
    ['of the newest for an earlier one that is gone', 5, 8],
  ])('of a revision never lets an older state be the last: that %s', (_what, from, to) => {
    const damage = `UPDATE revisions SET revision = ${to} WHERE revision = ${from}`
    for (const documents of ['', '; DELETE FROM documents']) {
      const { rows, sound, trouble } = openedAfterDamage(damage + documents)
      expect(contentsOf(rows)).toEqual(contentsOf(sound)?.slice(-1))
      expect(rows[0]).toMatchObject([{ id: sound[0]?.[0]?.id, deleted_at: null }])
      expect(trouble?.message).toContain('One document in it could still be read and is here, as it was last')
    }
  })

  it('of a revision never puts another state in the place of one that is there', () => {
    const without = 'DROP TABLE revisions; ALTER TABLE copies RENAME TO revisions'
    for (const [from, to] of [
      [1, 5],
      [4, 5],
      [5, 4],
    ]) {
      const { rows, sound } = openedAfterDamage(
        `CREATE TABLE copies AS SELECT document, CASE revision WHEN ${from} THEN ${to} ELSE revision END AS revision,
          label, at, name, content, version, checksum FROM revisions; ${without}`,
      )
      expect(contentsOf(rows), `${from} as ${to}`).toEqual(contentsOf(sound)?.slice(-1))
    }
  })

  it.each(['', 'DELETE FROM documents'])(
    'is not made up for by an older state where the newest is gone: %s',
    (damage) => {
      const opened = openedAfterDamage(`DELETE FROM revisions WHERE revision = 5; ${damage}`)
      expect(opened.read).toEqual([])
      expect(opened.findings).toMatchObject([{ code: 'document.damaged' }])
      expect(contentsOf(opened.rows)?.slice(0, 4)).toEqual(contentsOf(opened.sound)?.slice(0, 4))
      expect(opened.trouble?.message).toContain('The last state of “Acme” could not be read.')
    },
  )
})

describe('a damaged id', () => {
  /** One bit of the last letter. */
  const FLIPPED = `substr(id, 1, 35) || char((unicode(substr(id, 36)) | 1) - (unicode(substr(id, 36)) & 1))`
  const inRevision = (which: string) =>
    `UPDATE revisions SET document = ${FLIPPED.replaceAll('id', 'document')} WHERE ${which}`

  it('of a revision makes no other document of it', () => {
    for (const documents of ['', '; DELETE FROM documents']) {
      for (const which of ['revision = 1', 'revision = 3', 'revision = 5', 'revision > 3']) {
        const { rows, sound } = openedAfterDamage(inRevision(which) + documents)
        expect([rows[0], rows[1]], `where ${which}`).toEqual([sound[0], sound[1]])
      }
    }
  })

  it('in the list of documents costs nothing', () => {
    const { rows, sound } = openedAfterDamage(`UPDATE documents SET id = ${FLIPPED}`)
    expect([rows[0], rows[1]]).toEqual([sound[0], sound[1]])
  })
})
