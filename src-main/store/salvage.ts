import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { succeed, type Result } from '#shared/problem.ts'
import { SettingsChange } from '#shared/store.ts'
import { checksumOf } from './checksum.ts'
import { inTransaction, numberOf } from './database.ts'
import { guarded } from './disk-problem.ts'
import { insertDocument, setDeletedAt } from './documents.ts'
import { withPagesOf } from './file-pages.ts'
import { findRows, type Found, type ListedDocument } from './found-rows.ts'
import { newestRevision } from './newest-revision.ts'
import { parsedJson } from './json-text.ts'
import type { FoundRevision } from './row-shapes.ts'
import { LOST, salvageDamaged } from './salvage-damaged.ts'
import { binAfter, salvageEdits, salvageLibraryHistory } from './salvage-history.ts'
import { kindOf } from './salvaged-kind.ts'
import { insertVersion } from './salvaged-version.ts'
import { createSql, type Sql } from './sql.ts'

/** What the one revision is called of a document whose older ones are lost. */
const RECOVERED = 'Recovered from a damaged file'

/**
 * Copies into an empty store each document of a damaged file of which anything is found, wherever in the file it lies.
 * One whose newest revision is as it was written comes with all its versions and what could be undone where nothing of
 * them is missing, else as it was last, made `at` that instant; any other is damaged, with its sound versions. Refused
 * by the disk of the new store, never by what is wrong with the damaged one.
 */
export function salvage(damaged: string, into: DatabaseSync, at: string): Result<null> {
  const sql = createSql(into)
  return guarded(() =>
    withPagesOf(damaged, (pages) =>
      inTransaction(into, () => {
        const found = findRows(pages, isAsWritten)
        for (const id of found.ids) salvageDocument(sql, found, id, at)
        salvageLibraryHistory(sql, found)
        salvageSettings(sql, found)
        return succeed(null)
      }),
    ),
  )
}

/** How many documents of a store were recovered without their older versions, and whose last state is not lost. */
export const recoveredWithoutVersions = (db: DatabaseSync): number =>
  numberOf(
    db,
    `SELECT count(*) FROM documents JOIN revisions ON document = id AND revisions.revision = 1
      WHERE label = '${RECOVERED}' AND NOT EXISTS (SELECT 1 FROM revisions AS last
        WHERE last.document = id AND last.revision = documents.revision AND last.label = '${LOST}')`,
  )

/** The names of those whose last state was lost, and that nobody has changed or gone back from since. */
export const lostIn = (db: DatabaseSync): readonly string[] =>
  z
    .array(z.object({ name: z.string() }))
    .parse(
      createSql(db)
        .all`SELECT documents.name FROM documents JOIN revisions ON document = id AND revisions.revision = documents.revision
          WHERE label = ${LOST} ORDER BY documents.name`,
    )
    .map(({ name }) => name)

/** Without a row of its own a document is what its revisions are, and in use. */
function salvageDocument(sql: Sql, found: Found, id: string, at: string): void {
  const document = found.document(id)
  const newest = newestRevision(found, id)
  const kind = newest && kindOf(document?.kind ?? null, newest)
  if (!newest || kind === null) salvageDamaged(sql, found, id, at)
  else if (insertVersions(sql, found, id, kind, newest.revision, at)) salvageEdits(sql, found, id, newest)
  else insertDocument(sql, id, kind, newest, { label: RECOVERED, at })
  const deletedAt = document && isPresent(found, document, newest) ? document.deletedAt : null
  if (deletedAt !== null) setDeletedAt(sql, id, z.iso.datetime().safeParse(deletedAt).data ?? at)
}

/** A row that is no longer counted may be of before the document was taken out of the bin. */
const isPresent = (found: Found, document: ListedDocument, newest: FoundRevision | null): boolean =>
  document.isCounted ||
  (document.revision === newest?.revision && binAfter(found.historyOf('library')).get(document.id) !== false)

/** Every revision from the first to the last, or none. `at` stands in for when the first was made. */
function insertVersions(sql: Sql, found: Found, id: string, kind: string, last: number, at: string): boolean {
  let before = at
  for (let number = 1; number <= last; number++) {
    const revision = theOne(found.copiesOf(id, number))
    if (!revision) {
      sql.run`DELETE FROM revisions WHERE document = ${id}`
      sql.run`DELETE FROM documents WHERE id = ${id}`
      return false
    }
    before = insertVersion(sql, { id, kind, number, before }, revision)
  }
  return true
}

/** Null of none, and of some that are not the same: the number of one of them is damaged. */
function theOne(copies: Iterable<FoundRevision>): FoundRevision | null {
  let one: FoundRevision | null = null
  for (const copy of copies) {
    if (one && (copy.at !== one.at || checksumOf(copy) !== checksumOf(one))) return null
    one ??= copy
  }
  return one
}

/** Before there were checksums, whatever can be read at all. */
const isAsWritten = (revision: FoundRevision): boolean =>
  revision.checksum === null
    ? parsedJson(revision.content) !== undefined
    : revision.checksum === checksumOf(revision)

function salvageSettings(sql: Sql, { settings }: Found): void {
  for (const { key, value } of settings) {
    const setting = SettingsChange.safeParse({ [key]: parsedJson(value) })
    if (setting.success) sql.run`INSERT INTO settings (key, value) VALUES (${key}, ${value})`
  }
}
