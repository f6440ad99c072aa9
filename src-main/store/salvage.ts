import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { DocumentKind, NewContent } from '#shared/library.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { SettingsChange } from '#shared/store.ts'
import { checksumOf } from './checksum.ts'
import { inTransaction, numberOf } from './database.ts'
import { guarded } from './disk-problem.ts'
import { addRevision, insertDocument, jsonOf, setDeletedAt } from './documents.ts'
import { withPagesOf } from './file-pages.ts'
import { findRows, type Found, type FoundDocument, type FoundRevision } from './found-rows.ts'
import { salvageEdits, salvageLibraryHistory } from './salvage-history.ts'
import { createSql, type Sql } from './sql.ts'

/** What the one revision is called of a document whose older ones are lost. */
const RECOVERED = 'Recovered from a damaged file'

/**
 * Copies into an empty store each document of a damaged file whose newest revision is as it was written, wherever in
 * the file it lies: with all its versions and what could be undone where nothing of them is missing, else as it was
 * last, made `at` that instant. Refused by the disk of the new store, never by what is wrong with the damaged one.
 */
export function salvage(damaged: string, into: DatabaseSync, at: string): Result<null> {
  const sql = createSql(into)
  return guarded(() =>
    withPagesOf(damaged, (pages) =>
      inTransaction(into, () => {
        const found = findRows(pages)
        for (const document of found.documents) salvageDocument(sql, found, document, at)
        salvageLibraryHistory(sql, found)
        salvageSettings(sql, found)
        return succeed(null)
      }),
    ),
  )
}

/** How many documents of a store were recovered without their older versions. */
export const recoveredWithoutVersions = (db: DatabaseSync): number =>
  numberOf(db, `SELECT count(*) FROM revisions WHERE revision = 1 AND label = '${RECOVERED}'`)

function salvageDocument(sql: Sql, found: Found, document: FoundDocument, at: string): void {
  const { id, deletedAt } = document
  const last = found.revisionsOf(id).reduce((most, number) => Math.max(most, number), document.revision)
  const newest = found.revision(id, last, isAsWritten)
  if (!newest) return
  const kind = kindOf(document, newest)
  if (kind === null) return
  if (insertVersions(sql, found, id, kind, last)) salvageEdits(sql, found, id, newest)
  else insertDocument(sql, id, kind, newest, { label: RECOVERED, at })
  if (deletedAt !== null) setDeletedAt(sql, id, z.iso.datetime().safeParse(deletedAt).data ?? at)
}

/** Every revision from the first to the last, or none. */
function insertVersions(sql: Sql, found: Found, id: string, kind: string, last: number): boolean {
  for (let number = 1; number <= last; number++) {
    const revision = found.revision(id, number, isAsWritten)
    if (!revision) {
      sql.run`DELETE FROM revisions WHERE document = ${id}`
      sql.run`DELETE FROM documents WHERE id = ${id}`
      return false
    }
    if (number === 1) insertDocument(sql, id, kind, revision, revision)
    else addRevision(sql, { id, revision: number - 1 }, revision, revision)
    if (revision.version !== null)
      sql.run`UPDATE revisions SET version = ${revision.version} WHERE document = ${id} AND revision = ${number}`
  }
  return true
}

/** Before there were checksums, whatever can be read at all. */
const isAsWritten = (revision: FoundRevision): boolean =>
  revision.checksum === null
    ? jsonOf(revision.content) !== undefined
    : revision.checksum === checksumOf(revision)

/** What is damaged may be the kind: then the content tells it. Null where nothing vouches for the content. */
function kindOf({ kind }: FoundDocument, { content, checksum }: FoundRevision): string | null {
  const json = jsonOf(content)
  const fits = (candidate: string) => NewContent.safeParse({ kind: candidate, content: json }).success
  if (fits(kind)) return kind
  const fitting = DocumentKind.options.filter(fits)
  if (fitting.length === 1 && fitting[0] !== undefined) return fitting[0]
  return checksum === null ? null : kind
}

function salvageSettings(sql: Sql, { settings }: Found): void {
  for (const { key, value } of settings) {
    const setting = SettingsChange.safeParse({ [key]: jsonOf(value) })
    if (setting.success) sql.run`INSERT INTO settings (key, value) VALUES (${key}, ${value})`
  }
}
