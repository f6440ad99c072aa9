import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { checksumOf } from '../checksum.ts'
import { searchText } from '../search-text.ts'
import type { Migration } from './migration.ts'

const Row = z.object({ document: z.string(), revision: z.int(), name: z.string(), content: z.string() })

/**
 * Versions a person named, checksums that tell a damaged revision from a sound one, and the text documents are found
 * by: SQLite itself knows the small and capital letters of English only.
 */
export const namedVersions: Migration = (db) => {
  db.exec(`
    ALTER TABLE revisions ADD COLUMN version TEXT;
    ALTER TABLE revisions ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
    ALTER TABLE documents ADD COLUMN search TEXT NOT NULL DEFAULT '';
  `)
  fillChecksums(db)
  fillSearchTexts(db)
}

function fillChecksums(db: DatabaseSync): void {
  const keys = db.prepare('SELECT rowid AS row FROM revisions').all()
  const read = db.prepare('SELECT document, revision, name, content FROM revisions WHERE rowid = ?')
  const write = db.prepare('UPDATE revisions SET checksum = ? WHERE rowid = ?')
  // One at a time: every revision of a store at once may be more than fits in memory.
  for (const { row } of z.array(z.object({ row: z.int() })).parse(keys)) {
    write.run(checksumOf(Row.parse(read.get(row))), row)
  }
}

function fillSearchTexts(db: DatabaseSync): void {
  const rows = db.prepare(`
    SELECT document, revision, documents.name AS name, content
    FROM documents JOIN revisions USING (revision) WHERE document = id`)
  const write = db.prepare('UPDATE documents SET search = ? WHERE id = ?')
  for (const { document, name, content } of z.array(Row).parse(rows.all())) {
    write.run(searchText(name, content), document)
  }
}
