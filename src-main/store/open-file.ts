import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import type { Backups } from './backups.ts'
import { makeDurable, openDatabase } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { isOfKnownFormat } from './file-header.ts'
import { inspect, type Verdict } from './inspect.ts'
import { migrate } from './migrate.ts'
import { makePrivateFile } from './private-files.ts'
import { salvage } from './salvage.ts'
import { bytesOf, hasLog, allSetAside, setAside } from './set-aside.ts'
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
 * set aside as it is, and a new one opened in its place, with those documents of a damaged one that can still be read.
 * Throws what the disk refuses to rename.
 */
export function openFile(place: Place): Result<OpenFile> {
  const found = look(place.file)
  if (!found.ok) return found
  const { verdict } = found.value
  if (verdict === 'empty') return startEmpty(place)
  if (verdict !== 'sound') return startAnew(place, verdict)
  const { db } = found.value
  const prepared = prepareForWork(db, place)
  if (prepared.ok) return succeed({ db, trouble: null })
  return saysCorrupt(prepared) ? startAnew(place, 'corrupt') : prepared
}

/** A sound database, for its owner to close; anything else is closed again. */
type Found =
  { readonly verdict: 'sound'; readonly db: DatabaseSync } | { readonly verdict: Exclude<Verdict, 'sound'> }

/** Looks at a file without changing it. Refused by the disk. */
export function look(file: string): Result<Found> {
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
  db.value.close()
  return succeed({ verdict: verdict.value })
}

/** Makes a database durable and takes it to the newest schema; closes it where that is refused. */
export function prepareForWork(
  db: DatabaseSync,
  { backUp, mostPages }: Pick<Place, 'backUp' | 'mostPages'>,
): Result<null> {
  const prepared = guarded(() => {
    makeDurable(db, mostPages)
    return migrate(db, () => backUp(db))
  })
  if (!prepared.ok) db.close()
  return prepared
}

/** Where there was a store before, its file is missing. */
function startEmpty(place: Place): Result<OpenFile> {
  const { file, backups } = place
  const db = newDatabase(place)
  if (!db.ok) return db
  const last = allSetAside(file)[0] ?? null
  const isFirst = last === null && backups.list().length === 0
  const trouble = isFirst
    ? null
    : troubleOf({ kind: 'missing', setAside: last, offered: backups.newestSound() })
  return succeed({ db: db.value, trouble })
}

function startAnew(place: Place, kind: 'corrupt' | 'newerVersion'): Result<OpenFile> {
  const { file, backups, now } = place
  const aside = setAside(file, now())
  const db = newDatabase(place)
  if (!db.ok) return db
  const salvaged = kind === 'corrupt' ? salvage(aside, db.value, now().toISOString()) : succeed(0)
  if (!salvaged.ok) {
    db.value.close()
    return salvaged
  }
  const offered = backups.newestSound()
  const trouble = troubleOf({ kind, setAside: aside, offered, salvaged: salvaged.value })
  return succeed({ db: db.value, trouble })
}

function newDatabase(place: Place): Result<DatabaseSync> {
  makePrivateFile(place.file)
  const db = openDatabase(place.file)
  const prepared = prepareForWork(db, place)
  return prepared.ok ? succeed(db) : prepared
}
