import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, copyFileSync, existsSync, openSync, statSync, utimesSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { StoreInfo } from '#shared/store.ts'
import { createBackups } from './backups.ts'
import { check } from './check.ts'
import { numberOf } from './database.ts'
import { createDailyBackup, type DailyBackup } from './daily-backup.ts'
import { diskProblem, guarded, NOTHING_TO_READ, READ_ONLY, UNREADABLE } from './disk-problem.ts'
import { COMPANIONS, flushFolder } from './durable-files.ts'
import { bytesOf } from './file-bytes.ts'
import { createHistory } from './history.ts'
import { createLibrary } from './library.ts'
import { LOCK, lockFolder } from './lock.ts'
import { closeMarked, createLogMark, logMarkOf } from './log-mark.ts'
import { type OnMigrating, schemaVersionOf } from './migrate.ts'
import { countsIn, openFile, type OpenFile } from './open-file.ts'
import { withoutBackup, type Place } from './prepare.ts'
import { keepFilesPrivate, keepFolderPrivate, makePrivateFolder } from './private-files.ts'
import { restoreBackup } from './restore.ts'
import { createSession, type Session } from './session.ts'
import { allSetAside } from './set-aside.ts'
import { createSettings } from './settings.ts'
import type { Store } from './store.ts'
import { makeTemporaryFolder, removeLeftFolders } from './temporary-copy.ts'
import { troubleReadingOnly } from './trouble.ts'

export interface StoreOptions {
  /** Where the store lies; made if it is not there. */
  readonly folder: string
  /** Whether the folder is Tierwise's own by its place: it is then kept from others, even where an older version made it. */
  readonly isOwnFolder?: boolean
  readonly now?: () => Date
  readonly newId?: () => string
  /** The most pages the file may have, as if the disk had no more room. */
  readonly mostPages?: number
  /** Hears of automatic backups that could not be made, in words and, where it is a defect, with the error. */
  readonly onBackupFailure?: (message: string, defect?: unknown) => void
  /** Hears how far it is with a store of an older version, and says after each piece whether to go on. */
  readonly onMigrating?: OnMigrating
}

/**
 * Opens the store in a folder, and backs it up when that is due. A file that cannot be used is set aside and told of
 * in `info().trouble`; in a folder that cannot be written to, everything can be read.
 * Refused with `store.in_use` while another process has it, `store.full` and `store.failed` by the disk,
 * `store.read_only` where there is nothing to read either, `store.unreadable` where it may not be read, and
 * `store.migration_cancelled` where `onMigrating` called it off: then everything is left as it was.
 */
export function openStore({
  folder,
  isOwnFolder = false,
  now = () => new Date(),
  newId = randomUUID,
  mostPages,
  onBackupFailure = () => {},
  onMigrating,
}: StoreOptions): Result<Store> {
  return guarded(() => {
    removeLeftFolders()
    makePrivateFolder(folder)
    const file = join(folder, 'tierwise.db')
    const backups = createBackups(join(folder, 'backups'), now)
    for (const path of [folder, backups.folder]) {
      if (isOwnFolder) keepFolderPrivate(path)
      keepFilesPrivate(path)
    }
    const backUp: Place['backUp'] = (db) => backups.writeBefore(db, 'migration')
    const place: Place = { file, backups, now, backUp, mostPages, onMigrating }
    const daily = createDailyBackup(backups, onBackupFailure)
    const opened = isWritable(folder, file) ? openInPlace(place, folder, daily) : openCopy(place)
    if (!opened.ok) return opened
    return succeed(assembled({ ...opened.value, place, folder, newId, daily }))
  })
}

interface Opened extends OpenFile {
  /** Whether the store may be read only, for another process may have it. */
  readonly isCopy: boolean
  /** Lets go of what keeps other processes out, or removes the copy. */
  readonly release: () => void
}

function openInPlace(place: Place, folder: string, daily: DailyBackup): Result<Opened> {
  const locked = lockFolder(folder)
  if (!locked.ok) return locked
  const release = locked.value
  const opened = guarded(() => openFile(place))
  if (!opened.ok) {
    release()
    return opened
  }
  flushFolder(folder)
  daily.run(opened.value.db)
  return succeed({ ...opened.value, isCopy: false, release })
}

/** SQLite needs to write even to read its log, so where it may not, a copy is read. */
function openCopy(place: Place): Result<Opened> {
  if (isMissing(place.file)) return refuse(NOTHING_TO_READ)
  const temporary = guarded(makeTemporaryFolder)
  if (!temporary.ok) return temporary
  const { path, remove: release } = temporary.value
  const opened = guarded(() => {
    const file = join(path, 'tierwise.db')
    const files = [file, ...COMPANIONS.map((companion) => `${file}${companion}`), logMarkOf(file)]
    for (const copy of files) {
      const original = join(dirname(place.file), basename(copy))
      if (!existsSync(original)) continue
      copyFileSync(original, copy)
      const { atime, mtime } = statSync(original)
      utimesSync(copy, atime, mtime)
      // The copy must not be as read-only as what was copied.
      chmodSync(copy, 0o600)
    }
    return openFile({ ...place, file, backUp: withoutBackup })
  })
  if (!opened.ok) {
    release()
    return opened.problems.some(({ code }) => code === READ_ONLY.code) ? refuse(UNREADABLE) : opened
  }
  const { db, trouble } = opened.value
  db.exec('PRAGMA query_only = ON')
  return succeed({ db, trouble: troubleReadingOnly(trouble, countsIn(db)), isCopy: true, release })
}

/** Of a folder that may not be looked into nothing can be said. */
function isMissing(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

/** Found out by trying: what permissions say is not always what a file system does. */
function isWritable(folder: string, file: string): boolean {
  try {
    // Emptied, too: whatever came into this file from outside would keep SQLite from locking it.
    closeSync(openSync(join(folder, LOCK), 'w', 0o600))
    if (existsSync(file)) closeSync(openSync(file, 'r+'))
    return true
  } catch (error) {
    if (diskProblem(error)?.code === READ_ONLY.code) return false
    throw error
  }
}

interface Parts extends Opened {
  readonly place: Place
  readonly folder: string
  readonly newId: () => string
  readonly daily: DailyBackup
}

function assembled({ release, isCopy, place, folder, newId, daily, ...first }: Parts): Store {
  const session = createSession(first, createLogMark(place.file))
  const instant = () => place.now().toISOString()
  let isOpen = true
  const info: Store['info'] = () => session.read(() => succeed(describe(session, place, folder, daily)))
  /** Files beside the store are for the process that has its lock. */
  const alone = <T>(work: () => Result<T>): Result<T> => (isCopy ? refuse(READ_ONLY) : guarded(work))
  return {
    library: createLibrary(session, instant, newId),
    history: createHistory(session, instant),
    settings: createSettings(session),
    info,
    backup: () => alone(() => place.backups.write(session.db(), 'asked')),
    backUpDaily: () => alone(() => daily.run(session.db())),
    restore: (name) =>
      alone(() => {
        const restored = restoreBackup(session, place, name)
        return restored.ok ? info() : restored
      }),
    check: () => session.read(check),
    close: () => {
      if (!isOpen) return
      isOpen = false
      if (isCopy) session.db().close()
      else closeMarked(session.db(), place.file)
      release()
    },
  }
}

const describe = (session: Session, place: Place, folder: string, daily: DailyBackup): StoreInfo => ({
  folder,
  file: place.file,
  bytes: bytesOf(place.file) + bytesOf(`${place.file}-wal`),
  schemaVersion: schemaVersionOf(session.db()),
  documents: numberOf(session.db(), 'SELECT count(*) FROM documents'),
  revisions: numberOf(session.db(), 'SELECT count(*) FROM revisions'),
  backups: [...place.backups.list()],
  lastBackupFailure: daily.lastFailure(),
  setAside: [...allSetAside(place.file, place.now())],
  trouble: session.trouble(),
})
