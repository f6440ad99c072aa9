import type { DatabaseSync } from 'node:sqlite'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import type { Backups } from './backups.ts'
import { openDatabase } from './database.ts'
import { isCorruption } from './disk-problem.ts'
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
 * set aside as it is, and an empty one opened in its place. Throws what the disk refuses.
 */
export function openFile(place: Place): Result<OpenFile> {
  const found = look(place)
  if (found.verdict === 'sound') {
    const migrated = brought(place, found.db)
    if (migrated.ok) return succeed({ db: found.db, trouble: null })
    found.db.close()
    if (!migrated.problems.some(({ code }) => code === 'store.corrupt')) return migrated
    return startEmpty(place, 'corrupt')
  }
  if (found.verdict !== 'empty') return startEmpty(place, found.verdict)
  return startEmpty(place, place.backups.list().length > 0 ? 'missing' : null)
}

type Found =
  { readonly verdict: 'sound'; readonly db: DatabaseSync } | { readonly verdict: Exclude<Verdict, 'sound'> }

function look({ file, mostPages }: Place): Found {
  // SQLite would throw the log of an empty database away.
  if (bytesOf(file) === 0) return { verdict: holdsAnything(file) ? 'corrupt' : 'empty' }
  try {
    const db = openDatabase(file, mostPages)
    const verdict = inspect(db)
    if (verdict === 'sound') return { verdict, db }
    db.close()
    return { verdict }
  } catch (error) {
    if (isCorruption(error)) return { verdict: 'corrupt' }
    throw error
  }
}

function startEmpty(place: Place, kind: StoreTrouble['kind'] | null): Result<OpenFile> {
  const { file, backups, now, mostPages } = place
  const aside = holdsAnything(file) && kind !== null && kind !== 'missing' ? setAside(file, now()) : null
  const db = openDatabase(file, mostPages)
  const migrated = brought(place, db)
  if (!migrated.ok) {
    db.close()
    return migrated
  }
  return succeed({ db, trouble: kind && troubleOf(kind, aside, backups.newestSound()) })
}

/** What a damaged page refuses in the middle of a migration is told from what the disk refuses. */
function brought({ backUp }: Place, db: DatabaseSync): Result<null> {
  try {
    return migrate(db, () => backUp(db))
  } catch (error) {
    if (!isCorruption(error)) throw error
    return refuse({ code: 'store.corrupt', message: 'The file is damaged.', path: '' })
  }
}
