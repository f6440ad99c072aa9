import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { numberOf } from './database.ts'
import { saysCorrupt } from './disk-problem.ts'
import { look } from './look.ts'
import { openPrepared, prepareForWork, type Place } from './prepare.ts'
import { makeReplacement, putInPlace, takeUpReplacement, type Unusable } from './replacement.ts'
import { allSetAside, setAside } from './set-aside.ts'
import { troubleOf } from './trouble.ts'

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
  const { file, now } = place
  const interrupted = takeUpReplacement(file, now())
  if (interrupted) return openReplacement(place, interrupted, allSetAside(file)[0] ?? null)
  const found = look(file)
  if (!found.ok) return found
  const { verdict } = found.value
  if (verdict === 'empty') return startEmpty(place)
  if (verdict !== 'sound') return startAnew(place, verdict)
  const { db } = found.value
  const prepared = prepareForWork(db, place)
  if (prepared.ok) return succeed({ db, trouble: null })
  return saysCorrupt(prepared) ? startAnew(place, 'corrupt') : prepared
}

/** Where there was a store before, its file is missing. */
function startEmpty(place: Place): Result<OpenFile> {
  const { file, backups } = place
  const db = openPrepared(file, place)
  if (!db.ok) return db
  const last = allSetAside(file)[0] ?? null
  const isFirst = last === null && backups.list().length === 0
  const trouble = isFirst
    ? null
    : troubleOf({ kind: 'missing', setAside: last, offered: backups.newestSound() })
  return succeed({ db: db.value, trouble })
}

/** Nothing is touched before there is a store to take the place of what was there. */
function startAnew(place: Place, kind: Unusable): Result<OpenFile> {
  const made = makeReplacement(place, kind)
  if (!made.ok) return made
  const aside = setAside(place.file, place.now())
  putInPlace(place.file, kind)
  return openReplacement(place, kind, aside)
}

function openReplacement(place: Place, kind: Unusable, aside: string | null): Result<OpenFile> {
  const db = openPrepared(place.file, place)
  if (!db.ok) return db
  const salvaged = numberOf(db.value, 'SELECT count(*) FROM documents')
  const offered = place.backups.newestSound()
  return succeed({ db: db.value, trouble: troubleOf({ kind, setAside: aside, offered, salvaged }) })
}
