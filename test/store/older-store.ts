import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { temporaryFolder } from './support.ts'

export const FIXTURES = join(import.meta.dirname, 'fixtures')

/** What `version-1.sql` has of pieces of work: four revisions and two documents. */
export const PIECES_OF_VERSION_1 = 6

/** A folder with a store as an old version of Tierwise left it. */
export function folderOfVersion(version: number, folder = temporaryFolder()): string {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'tierwise.db'))
  db.exec(readFileSync(join(FIXTURES, `version-${version}.sql`), 'utf8'))
  db.exec('PRAGMA journal_mode = WAL')
  db.close()
  return folder
}
