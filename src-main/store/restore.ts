import { renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { guarded, saysCorrupt } from './disk-problem.ts'
import { copyDurably, flushFolder, removeDatabase } from './durable-files.ts'
import { inspectFile } from './inspect.ts'
import { openFile, type Place } from './open-file.ts'
import type { Session } from './session.ts'
import { bytesOf, setAside } from './set-aside.ts'

/**
 * Puts a backup in the store's place. The store as it was is kept: as another backup, or set aside where it is too
 * damaged for one. Until the backup has taken its place, which happens at once, a failure leaves everything as it was.
 * Answers the trouble of the file that was opened instead; none, as it was checked.
 */
export function restoreBackup(session: Session, place: Place, name: string): Result<StoreTrouble | null> {
  const backup = place.backups.list().find((candidate) => candidate.name === name)
  if (!backup) return refuse({ code: 'backup.unknown', message: 'There is no such backup.', path: 'name' })
  const path = place.backups.pathOf(backup)
  if (inspectFile(path) !== 'sound') {
    const message = 'This backup is damaged or of a newer Tierwise, so the store was left as it is.'
    return refuse({ code: 'backup.damaged', message, path: 'name' })
  }

  const incoming = `${place.file}-restoring`
  const kept = guarded(() => {
    // Copied before anything else is kept, because that may let go of the oldest backup.
    copyDurably(path, incoming)
    return place.backups.write(session.db(), 'restore')
  })
  if (!kept.ok && !saysCorrupt(kept)) {
    removeDatabase(incoming)
    return kept
  }
  return guarded(() => swap(session, place, incoming, !kept.ok))
}

function swap(
  session: Session,
  place: Place,
  incoming: string,
  isTooDamaged: boolean,
): Result<StoreTrouble | null> {
  session.db().close()
  // Closing empties the log into the file, unless the disk refuses: it must never be read into the other.
  if (isTooDamaged || bytesOf(`${place.file}-wal`) > 0) setAside(place.file, place.now())
  renameSync(incoming, place.file)
  flushFolder(dirname(place.file))
  const opened = openFile(place)
  if (!opened.ok) return opened
  session.replaceBy(opened.value.db)
  return succeed(opened.value.trouble)
}
