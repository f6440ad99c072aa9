import { closeSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { closeAsOneFile } from './database.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { copyDurably, flushFolder, removeDatabase } from './durable-files.ts'
import { closeMarked, unmarkLog } from './log-mark.ts'
import { look } from './look.ts'
import { openFile } from './open-file.ts'
import { prepareForWork, withoutBackup, type Place } from './prepare.ts'
import type { Session } from './session.ts'
import { hasLog, setAside } from './set-aside.ts'

/**
 * Puts a backup in the store's place. The store as it was is kept: as another backup, or set aside where it is too
 * damaged for one. The backup takes its place at once, whole and at the newest schema; a failure leaves the store
 * open and as it was, and so does an end of the process.
 */
export function restoreBackup(session: Session, place: Place, name: string): Result<null> {
  const backup = place.backups.list().find((candidate) => candidate.name === name)
  if (!backup) return refuse({ code: 'backup.unknown', message: 'There is no such backup.', path: 'name' })
  const incoming = `${place.file}-restoring`
  const restored = guarded(() => {
    const ready = makeReady(place, place.backups.pathOf(backup), incoming)
    if (!ready.ok) return ready
    const kept = place.backups.writeBefore(session.db(), 'restore')
    if (!kept.ok && !saysCorrupt(kept)) return kept
    const swapped = swap(session, place, incoming, !kept.ok)
    if (kept.ok && swapped.ok) kept.value.settle()
    return swapped
  })
  // Nothing is left of it once it has taken the store's place.
  guarded(() => succeed(removeDatabase(incoming)))
  return restored
}

/** A copy of a backup as the store is to be: looked at, at the newest schema, and closed. */
function makeReady(place: Place, backup: string, incoming: string): Result<null> {
  removeDatabase(incoming)
  if (!mayRead(backup)) {
    const message = 'Tierwise may not read this backup, so the store was left as it is.'
    return refuse({ code: 'backup.unreadable', message, path: 'name' })
  }
  copyDurably(backup, incoming)
  const found = look(incoming)
  if (!found.ok) return found
  if (found.value.verdict !== 'sound') {
    const message = 'This backup is damaged or of a newer Tierwise, so the store was left as it is.'
    return refuse({ code: 'backup.damaged', message, path: 'name' })
  }
  const { db } = found.value
  // Who asked for it waits for its answer, as for any other: nobody is told how far it is, or calls it off.
  const prepared = prepareForWork(db, { mostPages: place.mostPages, backUp: withoutBackup })
  if (prepared.ok) closeAsOneFile(db)
  return prepared
}

/** What may not be read must not be taken for what may not be written. */
const mayRead = (file: string): boolean => guarded(() => succeed(closeSync(openSync(file, 'r')))).ok

function swap(session: Session, place: Place, incoming: string, isTooDamaged: boolean): Result<null> {
  closeMarked(session.db(), place.file)
  const swapped = guarded(() => {
    // Closing empties the log into the file, unless the disk refuses: it must never be read into the other.
    if (isTooDamaged || hasLog(place.file)) setAside(place.file, place.now())
    unmarkLog(place.file)
    renameSync(incoming, place.file)
    flushFolder(dirname(place.file))
    return succeed(null)
  })
  // Whichever file is there now is the one to work on.
  const opened = guarded(() => openFile(place))
  if (opened.ok) {
    const { db, trouble } = opened.value
    session.replaceBy({ db, trouble: trouble ?? (swapped.ok ? null : session.trouble()) })
  }
  return swapped.ok && !opened.ok ? opened : swapped
}
