import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { type Result, succeed } from '#shared/problem.ts'
import { numberOf } from './database.ts'
import { guarded } from './disk-problem.ts'
import { commitFile, flushFolder } from './durable-files.ts'
import { bytesOf } from './file-bytes.ts'
import { PAGE_BYTES } from './file-pages.ts'
import { FRAME_HEADER_BYTES, LOG_HEADER_BYTES } from './log-format.ts'
import { makePrivateFile } from './private-files.ts'
import { hasLog, logOf } from './set-aside.ts'

/*
 * SQLite opens a file whose log was taken away, be it by what cleans up or by what copies files, as if there had been
 * nothing in it. So a mark beside a store says of which state of its file there are changes in the log alone. Whenever
 * SQLite writes the log into the file, at the latest when it closes it, the file is in another state.
 */

export const logMarkOf = (file: string): string => `${file}-log-mark`

const LEAST_WITH_CHANGE = LOG_HEADER_BYTES + FRAME_HEADER_BYTES + PAGE_BYTES

/** Whether a log is gone in which there were changes. To be asked before SQLite has the file, which makes another. */
export const isLogGone = (file: string): boolean =>
  bytesOf(logOf(file)) < LEAST_WITH_CHANGE && markAt(file) === stateOf(file)

export interface LogMark {
  /** Does what may change a store; where it did, the mark is on the disk before it is answered. */
  readonly noting: <T>(db: DatabaseSync, change: () => Result<T>) => Result<T>
}

export function createLogMark(file: string): LogMark {
  let marked = markAt(file)
  const mark = (state: string): void => {
    if (marked === state) return
    // What the disk refuses costs the mark alone: the change is there.
    guarded(() => {
      const unfinished = `${logMarkOf(file)}-unfinished`
      makePrivateFile(unfinished)
      writeFileSync(unfinished, state)
      commitFile(unfinished, logMarkOf(file))
      marked = state
      return succeed(null)
    })
  }
  return {
    noting: (db, change) => {
      const [state, changes] = [stateOf(file), changesIn(db)]
      const done = change()
      // In another state the file has all that was in the log.
      if (done.ok && changesIn(db) !== changes && stateOf(file) === state) mark(state)
      return done
    },
  }
}

/** To be called when nothing is in the log alone, or the log is no longer of this file. */
export function unmarkLog(file: string): void {
  if (markAt(file) === null) return
  rmSync(logMarkOf(file), { force: true })
  flushFolder(dirname(file))
}

/** Begins the log anew, so that what is damaged in it, or was lost with it, is not told of at the next start again. */
export function beginLogAnew(db: DatabaseSync, file: string): void {
  guarded(() => {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    unmarkLog(file)
    return succeed(null)
  })
}

/** Closes a store's database, which empties its log into the file unless the disk refuses. */
export function closeMarked(db: DatabaseSync, file: string): void {
  db.close()
  guarded(() => succeed(hasLog(file) ? undefined : unmarkLog(file)))
}

function markAt(file: string): string | null {
  try {
    return readFileSync(logMarkOf(file), 'utf8')
  } catch {
    return null
  }
}

function stateOf(file: string): string {
  const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return `${Math.round(mtimeMs)} ${size}`
}

const changesIn = (db: DatabaseSync): number => numberOf(db, 'SELECT total_changes()')
