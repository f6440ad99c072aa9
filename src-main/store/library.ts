import { About } from '#shared/about.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { DocumentKind, DocumentSummary, NewContent, Revision, StoredDocument } from '#shared/library.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { Sql } from './sql.ts'
import {
  addRevision,
  insertDocument,
  readDocument,
  readRevision,
  setDeletedAt,
  summaryInUse,
  summaryOf,
  type Stamp,
} from './documents.ts'
import { branchName, copyName, freeName } from './free-name.ts'
import { record } from './history.ts'
import { lastRevision, revisionsIn } from './revision-rows.ts'
import { wordsOf } from './search-text.ts'
import type { Session } from './session.ts'
import { type State, stateOf } from './state.ts'
import type { Library, LibraryQuery } from './store.ts'
import { damagedIds, findSummary, summaryIn, unknownKinds } from './summaries.ts'
import { tagsIn } from './tags.ts'

/** The documents of a store; see `store.ts` for what each call means and refuses. */
export function createLibrary(session: Session, now: () => string, newId: () => string): Library {
  const { read, write } = session
  return {
    list: (query) => read((sql) => succeed(listed(sql, query))),
    find: (id) => read((sql) => succeed(findSummary(sql, id))),
    get: (id) =>
      read((sql) => {
        const summary = summaryOf(sql, id)
        return summary.ok ? readDocument(sql, summary.value) : summary
      }),
    create: ({ name, document }) =>
      write((sql) => {
        const stamp = { label: `Create “${name}”`, at: now() }
        return made(sql, newId(), document.kind, stateOf(name, document), stamp)
      }),
    take: ({ id = newId(), kind, name, content, label }) =>
      write((sql) => added(sql, id, kind, { name, content }, { label, at: now() })),
    edit: ({ id, base, label, document }) =>
      write((sql) => {
        const before = summaryOfKind(sql, id, document.kind)
        if (!before.ok) return before
        const state = stateOf(before.value.name, document)
        if (isPresent(sql, before.value, state)) return before
        if (base !== before.value.revision) return conflict(before.value, base)
        return edited(sql, before.value, state, { label, at: now() })
      }),
    rename: (id, name) =>
      write((sql) => {
        const before = summaryInUse(sql, id)
        if (!before.ok || before.value.name === name) return before
        const document = readDocument(sql, before.value)
        if (!document.ok) return document
        const stamp = { label: `Rename to “${name}”`, at: now() }
        return edited(sql, before.value, stateOf(name, document.value), stamp)
      }),
    duplicate: (id, name) =>
      write((sql) => {
        const summary = summaryOf(sql, id)
        const original = summary.ok ? readDocument(sql, summary.value) : summary
        if (!original.ok) return original
        const { kind } = original.value
        const copy = name === undefined ? copyName(sql, kind, original.value.name) : freeName(sql, kind, name)
        const stamp = { label: `Duplicate “${original.value.name}”`, at: now() }
        return made(sql, newId(), original.value.kind, stateOf(copy, original.value), stamp)
      }),
    branch: (id) => write((sql) => branched(sql, id, newId(), now())),
    tags: () => read((sql) => succeed(tagsIn(sql))),
    delete: (id) => write((sql) => moved(sql, id, 'bin', now())),
    restore: (id) => write((sql) => moved(sql, id, 'unbin', now())),
    replace: ({ id, kind, name, content, label }) =>
      write((sql) => {
        const restored = moved(sql, id, 'unbin', now())
        const before = restored.ok ? summaryOfKind(sql, id, kind) : restored
        const state = { name, content }
        if (!before.ok || isPresent(sql, before.value, state)) return before
        return edited(sql, before.value, state, { label, at: now() })
      }),
    revisions: (id) => read((sql) => revisionsOf(sql, id)),
    revision: (id, revision) =>
      read((sql) => {
        const summary = summaryOf(sql, id)
        return summary.ok ? readDocument(sql, summary.value, revision) : summary
      }),
    revert: (id, revision) => write((sql) => reverted(sql, id, revision, now())),
    nameVersion: (id, revision, name) => write((sql) => versionNamed(sql, id, revision, name)),
    freeName: (kind, name) => read((sql) => succeed(freeName(sql, kind, name))),
  }
}

/** Newest first; only the last page has fewer than its limit. */
function listed(sql: Sql, query: LibraryQuery): readonly DocumentSummary[] {
  const rows = rowsOf(sql, query)
  const summaries = rows.flatMap((row) => summaryIn(sql, row) ?? [])
  // To look at every id takes longer than the first page.
  if (query.offset === 0 && summaries.length === rows.length) return summaries
  const damaged = damagedIds(sql)
  if (damaged.length === 0) return summaries
  return rowsOf(sql, query, damaged).flatMap((row) => summaryIn(sql, row) ?? [])
}

function rowsOf(sql: Sql, query: LibraryQuery, without: readonly string[] = []): ReturnType<Sql['all']> {
  const kinds = [query.kind, ...(query.withUnknown ? unknownKinds(sql) : [])]
  const tag = query.tag ?? null
  return sql.all`
    SELECT id, kind, name, revision, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
    FROM documents
    WHERE kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)})) AND (deleted_at IS NOT NULL) = ${query.deleted ? 1 : 0}
      AND NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(wordsOf(query.search))}) AS word
        WHERE instr(search, word.value) = 0)
      AND (${tag} IS NULL OR EXISTS (
        SELECT 1 FROM revisions, json_each(
          CASE WHEN content GLOB '{"about":*' AND json_valid(content) THEN content ELSE '{}' END,
          '$.about.tags') AS tag
        WHERE document = documents.id AND revisions.revision = documents.revision AND tag.value = ${tag}))
      AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(without)}))
    ORDER BY updated_at DESC, id LIMIT ${query.limit} OFFSET ${query.offset}`
}

function made(sql: Sql, id: string, kind: DocumentKind, state: State, stamp: Stamp): Result<StoredDocument> {
  const summary = added(sql, id, kind, state, stamp)
  return summary.ok ? readDocument(sql, summary.value) : summary
}

function branched(sql: Sql, id: string, newId: string, at: string): Result<StoredDocument> {
  const summary = summaryOf(sql, id)
  const origin = summary.ok ? readDocument(sql, summary.value) : summary
  if (!origin.ok) return origin
  const { kind, name } = origin.value
  const stamp = { label: `Branch from “${name}”`, at }
  return made(sql, newId, kind, stateOf(branchName(sql, kind, name), asBranch(origin.value)), stamp)
}

function asBranch(origin: StoredDocument): NewContent {
  if (origin.kind !== 'scenario') return origin
  const { id, kind, name, content } = origin
  const about = About.parse({ ...content.about, branchOf: { id, name } })
  return { kind, content: { ...content, about } }
}

function added(
  sql: Sql,
  id: string,
  kind: DocumentKind,
  state: State,
  stamp: Stamp,
): Result<DocumentSummary> {
  insertDocument(sql, id, kind, state, stamp)
  record(sql, 'library', stamp.label, id, { action: 'unbin' })
  return summaryOf(sql, id)
}

function edited(sql: Sql, before: DocumentSummary, state: State, stamp: Stamp): Result<DocumentSummary> {
  // Undo leads back to what was shown, which need not be the last where what lists say is damaged.
  const isShown = readRevision(sql, before.id, before.revision).ok
  const from = isShown ? before.revision : lastRevision(sql, before)
  const to = addRevision(sql, before, state, stamp)
  record(sql, before.id, stamp.label, before.id, { action: 'edit', from, to })
  return summaryOf(sql, before.id)
}

function summaryOfKind(sql: Sql, id: string, kind: DocumentKind): Result<DocumentSummary> {
  const summary = summaryInUse(sql, id)
  if (!summary.ok || summary.value.kind === kind) return summary
  const message = `“${summary.value.name}” is a ${summary.value.kind} and cannot become a ${kind}.`
  return refuse({ code: 'library.kind', message, path: 'document.kind' })
}

/** Compared as read today, so that a field that was given a default since makes no edit. */
function isPresent(sql: Sql, summary: DocumentSummary, { name, content }: State): boolean {
  const present = readDocument(sql, summary)
  return present.ok && present.value.name === name && canonicalJson(present.value.content) === content
}

function conflict({ name, revision }: DocumentSummary, base: number): Result<never> {
  const message = `“${name}” was changed elsewhere: this edit was made on revision ${base}, the newest is ${revision}.`
  return refuse({ code: 'library.conflict', message, path: 'base' })
}

function moved(sql: Sql, id: string, action: 'bin' | 'unbin', at: string): Result<DocumentSummary> {
  const summary = summaryOf(sql, id)
  if (!summary.ok || (summary.value.deletedAt !== null) === (action === 'bin')) return summary
  const label = `${action === 'bin' ? 'Delete' : 'Restore'} “${summary.value.name}”`
  setDeletedAt(sql, id, action === 'bin' ? at : null)
  record(sql, 'library', label, id, { action })
  return summaryOf(sql, id)
}

function revisionsOf(sql: Sql, id: string): Result<readonly Revision[]> {
  const summary = summaryOf(sql, id)
  return summary.ok ? succeed(revisionsIn(sql, id)) : summary
}

function reverted(sql: Sql, id: string, revision: number, at: string): Result<StoredDocument> {
  const before = summaryInUse(sql, id)
  if (!before.ok) return before
  const readable = readDocument(sql, before.value, revision)
  if (!readable.ok) return readable
  const old = readRevision(sql, id, revision)
  if (!old.ok) return old
  const { name, content, version } = old.value
  if (isPresent(sql, before.value, { name, content })) return readDocument(sql, before.value)
  const label = `Go back to ${version === null ? `revision ${revision}` : `“${version}”`}`
  const after = edited(sql, before.value, { name, content }, { label, at })
  return after.ok ? readDocument(sql, after.value) : after
}

function versionNamed(sql: Sql, id: string, revision: number, name: string | null): Result<Revision> {
  const summary = summaryInUse(sql, id)
  if (!summary.ok) return summary
  const row = readRevision(sql, id, revision)
  if (!row.ok) return row
  sql.run`UPDATE revisions SET version = ${name} WHERE document = ${id} AND revision = ${revision}`
  const { label, at } = row.value
  return succeed({ revision, label, at, version: name })
}
