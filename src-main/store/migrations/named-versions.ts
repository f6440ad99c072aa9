import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { checksumOf } from '../checksum.ts'
import { searchText } from '../search-text.ts'
import type { Migration } from './migration.ts'

const Row = z.object({ name: z.string(), content: z.string() })

/**
 * Versions a person named, checksums that tell a damaged revision from a sound one, and the text documents are found
 * by: SQLite itself knows the small and capital letters of English only. One row at a time, for all of a store at once
 * may be more than fits in memory.
 */
export const namedVersions: Migration = {
  pieces: ({ documents, revisions }) => documents + revisions,
  *run(db) {
    db.exec(`
      ALTER TABLE revisions ADD COLUMN version TEXT;
      ALTER TABLE revisions ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
      ALTER TABLE documents ADD COLUMN search TEXT NOT NULL DEFAULT '';
    `)
    yield* fillChecksums(db)
    yield* fillSearchTexts(db)
  },
}

function* fillChecksums(db: DatabaseSync): Iterable<number> {
  const keys = db.prepare('SELECT rowid AS row FROM revisions').all()
  const read = db.prepare('SELECT name, content FROM revisions WHERE rowid = ?')
  const write = db.prepare('UPDATE revisions SET checksum = ? WHERE rowid = ?')
  for (const { row } of z.array(z.object({ row: z.int() })).parse(keys)) {
    write.run(checksumOf(Row.parse(read.get(row))), row)
    yield 1
  }
}

function* fillSearchTexts(db: DatabaseSync): Iterable<number> {
  const keys = db.prepare('SELECT id FROM documents').all()
  const read = db.prepare(`
    SELECT documents.name AS name, content
    FROM documents JOIN revisions USING (revision) WHERE document = id AND id = ?`)
  const write = db.prepare('UPDATE documents SET search = ? WHERE id = ?')
  for (const { id } of z.array(z.object({ id: z.string() })).parse(keys)) {
    const newest = read.get(id)
    // Of a damaged store the newest revision may be missing.
    if (newest) {
      const { name, content } = Row.parse(newest)
      write.run(searchText(name, content), id)
    }
    yield 1
  }
}
