import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { checksumOf } from '#main/store/checksum.ts'
import { MOST_TEXT } from '#shared/bounds.ts'
import { flipped, fortyCompanies, openedWith, PAGE, soundStore } from './damaged-file.ts'
import type { rowsIn } from './rows.ts'
import { clockAt, companyWith, scenarioUsing, valueOf } from './support.ts'

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

/** A damaged store of a company that was changed four times, after some SQL that a flipped bit stands for. */
function openedAfterDamage(damage: string) {
  const clock = clockAt('2026-05-01T12:00:00Z')
  const { folder, rows } = soundStore((store) => {
    const { id } = valueOf(store.library.create({ name: 'Acme', document: companyWith('state 1') }))
    for (let base = 1; base < 5; base++) {
      clock.forward(1)
      const document = companyWith(`state ${base + 1}`)
      valueOf(store.library.edit({ id, base, label: 'Change', document }))
    }
  }, clock)
  const file = join(folder, 'tierwise.db')
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  // What is deleted lies there no longer.
  db.exec(`${damage}; VACUUM`)
  db.close()
  return { ...openedWith(flipped(readFileSync(file), 3)), sound: rows }
}

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
      const { rows } = openedAfterDamage(`DELETE FROM revisions WHERE revision = 5; ${damage}`)
      expect(rows[0]).toEqual([])
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
