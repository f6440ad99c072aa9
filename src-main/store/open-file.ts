import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import type { Backups } from './backups.ts'
import { openDatabase } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { bytesOf, holdsAnything, setAside } from './set-aside.ts'
import { inspect, type Verdict } from './inspect.ts'
import { migrate } from './migrate.ts'
import { troubleOf } from './trouble.ts'

export interface Place {
  readonly file: string
  readonly backups: Backups
  readonly now: () => Date
  /** Called before each migration; what it refuses ends the opening. */
  readonly backUp: (db: DatabaseSync) => Result<unknown>
  readonly mostPages?: number | undefined
}

export interface OpenFile {
  readonly db: DatabaseSync
  readonly trouble: StoreTrouble | null
}

/**
 * Opens the store's file at the newest schema. One that cannot be read, because it is damaged, newer or not ours, is
 * set aside as it is, and an empty one opened in its place. Throws what the disk refuses to rename.
 */
export function openFile(place: Place): Result<OpenFile> {
  const found = look(place)
  if (!found.ok) return found
  const { verdict } = found.value
  if (verdict === 'empty') return startEmpty(place, place.backups.list().length > 0 ? 'missing' : null)
  if (verdict !== 'sound') return startEmpty(place, verdict)
  const migrated = brought(place, found.value.db)
  if (migrated.ok) return succeed({ db: found.value.db, trouble: null })
  return saysCorrupt(migrated) ? startEmpty(place, 'corrupt') : migrated
}

type Found =
  { readonly verdict: 'sound'; readonly db: DatabaseSync } | { readonly verdict: Exclude<Verdict, 'sound'> }

function look({ file, mostPages }: Place): Result<Found> {
  // SQLite would throw the log of an empty database away.
  if (bytesOf(file) === 0) return succeed({ verdict: holdsAnything(file) ? 'corrupt' : 'empty' })
  const db = guarded(() => succeed(openDatabase(file, mostPages)))
  if (!db.ok) return saysCorrupt(db) ? succeed({ verdict: 'corrupt' }) : db
  const verdict = guarded(() => succeed(inspect(db.value)))
  if (!verdict.ok) {
    db.value.close()
    return verdict
  }
  if (verdict.value === 'sound') return succeed({ verdict: verdict.value, db: db.value })
  db.value.close()
  return succeed({ verdict: verdict.value })
}

function startEmpty(place: Place, kind: StoreTrouble['kind'] | null): Result<OpenFile> {
  const { file, backups, now, mostPages } = place
  const aside = holdsAnything(file) && kind !== null && kind !== 'missing' ? setAside(file, now()) : null
  const db = openDatabase(file, mostPages)
  const migrated = brought(place, db)
  if (!migrated.ok) return migrated
  return succeed({ db, trouble: kind && troubleOf(kind, aside, backups.newestSound()) })
}

/** At the newest schema, or closed. */
function brought({ backUp }: Place, db: DatabaseSync): Result<null> {
  const migrated = guarded(() => migrate(db, () => backUp(db)))
  if (!migrated.ok) db.close()
  return migrated
}
