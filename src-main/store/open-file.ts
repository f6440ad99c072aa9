import type { DatabaseSync } from 'node:sqlite'
import { succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { fitsTogether } from './check.ts'
import { numberOf } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { removeDatabase } from './durable-files.ts'
import { bytesOf } from './file-bytes.ts'
import { isLogDamaged } from './log-damage.ts'
import { beginLogAnew, isLogGone, unmarkLog } from './log-mark.ts'
import { look } from './look.ts'
import { openPrepared, prepareForWork, type Place } from './prepare.ts'
import { makeReplacement, putInPlace, takeUpReplacement, type Unusable } from './replacement.ts'
import { allSetAside, copyAside, hasLog, isReadWithLog, logOf, setAside } from './set-aside.ts'
import { lostIn, recoveredWithoutVersions } from './salvage.ts'
import { createSql } from './sql.ts'
import { troubleOf, type Trouble } from './trouble.ts'

export interface OpenFile {
  readonly db: DatabaseSync
  readonly trouble: StoreTrouble | null
}

/**
 * Opens the store's file at the newest schema. One that cannot be read, because it is damaged, newer or not ours, is
 * set aside as it is, and a new one opened in its place, with those documents of a damaged one that can still be read;
 * so is one whose log is damaged, with what lies in that. Throws what the disk refuses to rename or copy.
 */
export function openFile(place: Place): Result<OpenFile> {
  const { file, now } = place
  const interrupted = takeUpReplacement(file, now())
  if (interrupted) return openReplacement(place, interrupted, allSetAside(file, now())[0] ?? null)
  // SQLite would write over what it does not read, and forget what comes after it.
  if (hasDamagedLog(file)) return startAnew(place, 'lostChanges', copyAside(file, now()))
  const isLost = bytesOf(file) > 0 && isLogGone(file)
  let copy = isLost ? copyAside(file, now()) : null
  const found = look(file, () => {
    copy ??= copyWithLog(place)
  })
  if (!found.ok) return found
  const { verdict } = found.value
  if (verdict === 'empty') return startEmpty(place, isLost, copy)
  if (verdict !== 'sound') return startAnew(place, verdict, copy)
  const { db } = found.value
  if (isLost && !isConsistent(db)) {
    db.close()
    return startAnew(place, 'corrupt', copy)
  }
  // Before there is a backup of what is left.
  const trouble = isLost ? troubleIn(db, place, 'lostLog', copy) : null
  const prepared = prepareForWork(db, place)
  if (prepared.ok) {
    if (trouble) beginLogAnew(db, file)
    return succeed({ db, trouble })
  }
  return saysCorrupt(prepared) ? startAnew(place, 'corrupt', copy) : prepared
}

const hasDamagedLog = (file: string): boolean =>
  bytesOf(file) > 0 && hasLog(file) && isLogDamaged(logOf(file))

/** Whether a file fits together that may have some pages from before and some from after. */
function isConsistent(db: DatabaseSync): boolean {
  const checked = guarded(() => succeed(fitsTogether(createSql(db))))
  return checked.ok && checked.value
}

/** Where there was a store before, its file is missing, or all of it was in a log that is gone. */
function startEmpty(place: Place, isLost: boolean, copy: string | null): Result<OpenFile> {
  const { file, backups, now } = place
  const db = openPrepared(file, place)
  if (!db.ok) return db
  if (isLost) {
    beginLogAnew(db.value, file)
    return succeed(withTrouble(db.value, place, 'lostLog', copy))
  }
  unmarkLog(file)
  const last = allSetAside(file, now())[0] ?? null
  const isFirst = last === null && backups.list().length === 0
  return succeed(isFirst ? { db: db.value, trouble: null } : withTrouble(db.value, place, 'missing', last))
}

/** Nothing is touched before there is a store to take the place of what was there. */
function startAnew(place: Place, kind: Unusable, copy: string | null): Result<OpenFile> {
  const { file, now } = place
  const kept = copy ?? copyWithLog(place)
  const made = makeReplacement(place, kind)
  if (!made.ok) {
    // Where everything is still there, the next start makes another.
    if (kept !== null && isReadWithLog(file)) removeDatabase(kept)
    return made
  }
  const aside = kept ?? setAside(file, now())
  if (kept !== null) removeDatabase(file)
  putInPlace(file, kind)
  return openReplacement(place, kind, aside)
}

/** What is read together is kept as it is; null of a file alone, which can be renamed. */
const copyWithLog = ({ file, now }: Place): string | null =>
  isReadWithLog(file) ? copyAside(file, now()) : null

function openReplacement(place: Place, kind: Unusable, aside: string | null): Result<OpenFile> {
  const db = openPrepared(place.file, place)
  if (!db.ok) return db
  return succeed(withTrouble(db.value, place, kind, aside))
}

/** An open store, with what there is to say of what became of the one that was to be opened. */
const withTrouble = (
  db: DatabaseSync,
  place: Place,
  kind: Trouble['kind'],
  aside: string | null,
): OpenFile => ({ db, trouble: troubleIn(db, place, kind, aside) })

const troubleIn = (
  db: DatabaseSync,
  { backups }: Place,
  kind: Trouble['kind'],
  aside: string | null,
): StoreTrouble => troubleOf({ kind, setAside: aside, offered: backups.newestSound(), ...countsIn(db) })

export const countsIn = (db: DatabaseSync): Pick<Trouble, 'documents' | 'withoutVersions' | 'lost'> => ({
  documents: numberOf(db, 'SELECT count(*) FROM documents'),
  withoutVersions: recoveredWithoutVersions(db),
  lost: lostIn(db),
})
