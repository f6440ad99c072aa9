import { z } from 'zod'
import type { HistoryScope, HistoryState, HistoryStep } from '#shared/library.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { Sql } from './sql.ts'
import {
  addRevision,
  readDocument,
  readRevision,
  setDeletedAt,
  summaryInUse,
  summaryOf,
} from './documents.ts'
import type { Session } from './session.ts'
import type { History } from './store.ts'

/*
 * What can be undone and redone, as rows that survive a restart. Within a scope the entries are a stack in two parts:
 * those done, and above them those undone, the next to redo first.
 */

/** An edit leads from one revision to another; `bin` put a document in the bin and `unbin` took it out or made it. */
export type Entry =
  | { readonly action: 'edit'; readonly from: number; readonly to: number }
  | { readonly action: 'bin' | 'unbin' }

type Direction = 'undo' | 'redo'

const Row = z.object({
  position: z.int(),
  label: z.string(),
  document: z.string(),
  action: z.enum(['edit', 'bin', 'unbin']),
  from: z.int().nullable(),
  to: z.int().nullable(),
})
type Row = z.infer<typeof Row>

/** Puts what was done on top of its scope; what had been undone there can no longer be redone. */
export function record(sql: Sql, scope: HistoryScope, label: string, document: string, entry: Entry): void {
  const { from, to } = entry.action === 'edit' ? entry : { from: null, to: null }
  sql.run`DELETE FROM history WHERE scope = ${scope} AND undone = 1`
  sql.run`
    INSERT INTO history (scope, position, label, document, action, from_revision, to_revision)
    SELECT ${scope}, coalesce(max(position), 0) + 1, ${label}, ${document}, ${entry.action}, ${from}, ${to}
    FROM history WHERE scope = ${scope}`
}

export const createHistory = (session: Session, now: () => string): History => ({
  state: (scope) => session.read((sql) => succeed(stateOf(sql, scope))),
  undo: (scope) => session.write((sql) => step(sql, scope, 'undo', now())),
  redo: (scope) => session.write((sql) => step(sql, scope, 'redo', now())),
})

const stateOf = (sql: Sql, scope: HistoryScope): HistoryState => ({
  undo: next(sql, scope, 'undo')?.label ?? null,
  redo: next(sql, scope, 'redo')?.label ?? null,
})

function next(sql: Sql, scope: HistoryScope, direction: Direction): Row | undefined {
  const row =
    direction === 'undo'
      ? sql.get`
          SELECT position, label, document, action, from_revision AS "from", to_revision AS "to"
          FROM history WHERE scope = ${scope} AND undone = 0 ORDER BY position DESC LIMIT 1`
      : sql.get`
          SELECT position, label, document, action, from_revision AS "from", to_revision AS "to"
          FROM history WHERE scope = ${scope} AND undone = 1 ORDER BY position LIMIT 1`
  return row && Row.safeParse(row).data
}

function step(sql: Sql, scope: HistoryScope, direction: Direction, at: string): Result<HistoryStep> {
  const entry = next(sql, scope, direction)
  if (!entry) {
    return refuse({ code: 'history.empty', message: `There is nothing to ${direction}.`, path: 'scope' })
  }
  const done =
    entry.action === 'edit' ? goBack(sql, entry, direction, at) : moveToBin(sql, entry, direction, at)
  if (!done.ok) return done
  sql.run`
    UPDATE history SET undone = ${direction === 'undo' ? 1 : 0}
    WHERE scope = ${scope} AND position = ${entry.position}`
  const document = summaryOf(sql, entry.document)
  if (!document.ok) return document
  return succeed({ label: entry.label, document: document.value, next: stateOf(sql, scope) })
}

/** The state before or after the edit becomes the newest revision: nothing that was once accepted is taken away. */
function goBack(sql: Sql, entry: Row, direction: Direction, at: string): Result<unknown> {
  const document = summaryInUse(sql, entry.document)
  if (!document.ok) return document
  const revision = direction === 'undo' ? entry.from : entry.to
  if (revision === null) throw new Error('An edit in the history names no revision.')
  const readable = readDocument(sql, document.value, revision)
  if (!readable.ok) return readable
  const state = readRevision(sql, entry.document, revision)
  if (!state.ok) return state
  const label = `${direction === 'undo' ? 'Undo' : 'Redo'}: ${entry.label}`
  return succeed(addRevision(sql, document.value, state.value, { label, at }))
}

function moveToBin(sql: Sql, { action, document }: Row, direction: Direction, at: string): Result<unknown> {
  const intoBin = (action === 'bin') === (direction === 'redo')
  setDeletedAt(sql, document, intoBin ? at : null)
  return succeed(null)
}
