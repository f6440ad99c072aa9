import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import { openDatabase } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { bytesOf } from './file-bytes.ts'
import { isOfKnownFormat } from './file-header.ts'
import { inspect, type Verdict } from './inspect.ts'
import { hasLog } from './set-aside.ts'

/** A sound database, for its owner to close; anything else is closed again. */
type Found =
  { readonly verdict: 'sound'; readonly db: DatabaseSync } | { readonly verdict: Exclude<Verdict, 'sound'> }

/**
 * Looks at a file without changing it, except that SQLite, when it closes one, writes its log into it: of one that
 * cannot be used, `keep` may make a copy before. Refused by the disk.
 */
export function look(file: string, keep: () => void = () => {}): Result<Found> {
  // SQLite would throw the log of an empty database away.
  if (bytesOf(file) === 0) return succeed({ verdict: hasLog(file) ? 'corrupt' : 'empty' })
  const isKnown = guarded(() => succeed(isOfKnownFormat(file)))
  if (!isKnown.ok) return isKnown
  if (!isKnown.value) return succeed({ verdict: 'corrupt' })
  const db = guarded(() => succeed(openDatabase(file)))
  if (!db.ok) return saysCorrupt(db) ? succeed({ verdict: 'corrupt' }) : db
  const verdict = guarded(() => succeed(inspect(db.value)))
  if (!verdict.ok) {
    db.value.close()
    return verdict
  }
  if (verdict.value === 'sound') return succeed({ verdict: verdict.value, db: db.value })
  const kept = guarded(() => succeed(verdict.value === 'empty' ? undefined : keep()))
  db.value.close()
  return kept.ok ? succeed({ verdict: verdict.value }) : kept
}
