import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { DocumentKind, NewContent } from '#shared/library.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { SettingsChange } from '#shared/store.ts'
import { beyondBounds } from './beyond-bounds.ts'
import { checksumOf } from './checksum.ts'
import { inTransaction, numberOf } from './database.ts'
import { guarded } from './disk-problem.ts'
import { addRevision, insertDocument, jsonOf, setDeletedAt } from './documents.ts'
import { withPagesOf } from './file-pages.ts'
import { findRows, type Found } from './found-rows.ts'
import { newestRevision } from './newest-revision.ts'
import type { FoundDocument, FoundRevision } from './row-shapes.ts'
import { salvageEdits, salvageLibraryHistory } from './salvage-history.ts'
import { createSql, type Sql } from './sql.ts'

/** What the one revision is called of a document whose older ones are lost. */
const RECOVERED = 'Recovered from a damaged file'

/** The kind of a document of which nothing tells it: one that may be listed, deleted and restored. */
const UNKNOWN_KIND = 'unknown'

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
        const found = findRows(pages, isAsWritten)
        for (const document of found.documents) salvageDocument(sql, found, document.id, document, at)
        for (const id of found.withoutDocument) salvageDocument(sql, found, id, null, at)
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

/** Without a row of its own, which is null, a document is what its revisions are, and in use. */
function salvageDocument(
  sql: Sql,
  found: Found,
  id: string,
  document: FoundDocument | null,
  at: string,
): void {
  const newest = newestRevision(found, id, document)
  if (!newest) return
  const kind = document ? kindOf(document, newest) : kindByContent(newest)
  if (kind === null) return
  if (insertVersions(sql, found, id, kind, newest.revision)) salvageEdits(sql, found, id, newest)
  else insertDocument(sql, id, kind, newest, { label: RECOVERED, at })
  const deletedAt = document?.deletedAt ?? null
  if (deletedAt !== null) setDeletedAt(sql, id, z.iso.datetime().safeParse(deletedAt).data ?? at)
}

/** Every revision from the first to the last, or none. */
function insertVersions(sql: Sql, found: Found, id: string, kind: string, last: number): boolean {
  for (let number = 1; number <= last; number++) {
    const revision = theOne(found.copiesOf(id, number))
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
    ? jsonOf(revision.content) !== undefined
    : revision.checksum === checksumOf(revision)

/** What is damaged may be the kind: then the content tells it. Null where nothing vouches for the content. */
function kindOf({ kind }: FoundDocument, { content, checksum }: FoundRevision): string | null {
  const json = jsonOf(content)
  if (isOfKind(kind, json)) return kind
  return (
    onlyOne(DocumentKind.options.filter((one) => isOfKind(one, json))) ?? (checksum === null ? null : kind)
  )
}

/** The same where nothing but the content tells it. What is as it was written is kept, also where it is of no kind. */
function kindByContent({ name, content, checksum }: FoundRevision): string | null {
  const json = jsonOf(content)
  const kind = onlyOne(DocumentKind.options.filter((one) => isOfKind(one, json)))
  if (kind !== null || checksum === null) return kind
  const holdsMore = DocumentKind.options.filter((one) => isBeyondBounds(one, name, json))
  return onlyOne(holdsMore) ?? UNKNOWN_KIND
}

const isOfKind = (kind: string, content: unknown): boolean => NewContent.safeParse({ kind, content }).success

/** Whether that it is too much is all that is wrong with it. */
function isBeyondBounds(kind: string, name: string, content: unknown): boolean {
  const issues = NewContent.safeParse({ kind, content }).error?.issues ?? []
  return issues.every((issue) => beyondBounds(name, [issue]) !== undefined)
}

function onlyOne<T>(all: readonly T[]): T | null {
  const [one = null, ...others] = all
  return others.length === 0 ? one : null
}

function salvageSettings(sql: Sql, { settings }: Found): void {
  for (const { key, value } of settings) {
    const setting = SettingsChange.safeParse({ [key]: jsonOf(value) })
    if (setting.success) sql.run`INSERT INTO settings (key, value) VALUES (${key}, ${value})`
  }
}
