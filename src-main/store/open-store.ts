import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { StoreTrouble } from '#shared/store.ts'
import { createBackups, type Backups } from './backups.ts'
import { check } from './check.ts'
import { numberOf } from './database.ts'
import { diskProblem, guarded, READ_ONLY } from './disk-problem.ts'
import { COMPANIONS, flushFolder } from './durable-files.ts'
import { createHistory } from './history.ts'
import { createLibrary } from './library.ts'
import { LOCK, lockFolder } from './lock.ts'
import { schemaVersionOf } from './migrate.ts'
import { openFile, type OpenFile, type Place } from './open-file.ts'
import { restoreBackup } from './restore.ts'
import { createSession, type Session } from './session.ts'
import { bytesOf } from './set-aside.ts'
import { createSettings } from './settings.ts'
import type { Store } from './store.ts'
import { troubleOf } from './trouble.ts'

export interface StoreOptions {
  /** Where the store lies; made if it is not there. */
  readonly folder: string
  readonly now?: () => Date
  readonly newId?: () => string
  /** The most pages the file may have, as if the disk had no more room. */
  readonly mostPages?: number
}

/**
 * Opens the store in a folder, and backs it up when the newest backup is more than a day old. A file that cannot be
 * used is set aside and told of in `info().trouble`; in a folder that cannot be written to, everything can be read.
 * Refused with `store.in_use` while another process has it, `store.full` and `store.failed` by the disk,
 * `store.read_only` where there is nothing to read either.
 */
export function openStore({
  folder,
  now = () => new Date(),
  newId = randomUUID,
  mostPages,
}: StoreOptions): Result<Store> {
  return guarded(() => {
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'tierwise.db')
    const backups = createBackups(join(folder, 'backups'), now)
    const backUp: Place['backUp'] = (db) => backups.write(db, 'migration')
    const place: Place = { file, backups, now, backUp, mostPages }
    const opened = isWritable(folder, file) ? openInPlace(place, folder) : openCopy(place)
    if (!opened.ok) return opened
    return succeed(assembled({ ...opened.value, place, folder, newId }))
  })
}

interface Opened extends OpenFile {
  /** Lets go of what keeps other processes out, or removes the copy. */
  readonly release: () => void
}

function openInPlace(place: Place, folder: string): Result<Opened> {
  const locked = lockFolder(folder)
  if (!locked.ok) return locked
  const release = locked.value
  const opened = guarded(() => openFile(place))
  if (!opened.ok) {
    release()
    return opened
  }
  flushFolder(folder)
  backUpDaily(place.backups, opened.value)
  return succeed({ ...opened.value, release })
}

/** A backup that the disk refuses does not keep anybody from working; nor is an empty store worth one. */
function backUpDaily(backups: Backups, { db, trouble }: OpenFile): void {
  if (trouble === null && backups.isDue() && numberOf(db, 'SELECT count(*) FROM documents') > 0) {
    backups.write(db, 'automatic')
  }
}

/** SQLite needs to write even to read its log, so where it may not, a copy is read. */
function openCopy(place: Place): Result<Opened> {
  if (!existsSync(place.file)) return refuse(READ_ONLY)
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-'))
  const release = () => rmSync(folder, { recursive: true, force: true })
  const opened = guarded(() => {
    const file = join(folder, 'tierwise.db')
    for (const companion of ['', ...COMPANIONS.filter((name) => existsSync(`${place.file}${name}`))]) {
      copyFileSync(`${place.file}${companion}`, `${file}${companion}`)
      // The copy must not be as read-only as what was copied.
      chmodSync(`${file}${companion}`, 0o600)
    }
    return openFile({ ...place, file, backUp: succeed })
  })
  if (!opened.ok) {
    release()
    return opened
  }
  const { db, trouble } = opened.value
  db.exec('PRAGMA query_only = ON')
  const told = trouble ? { ...trouble, setAside: null } : troubleOf('readOnly', null, null)
  return succeed({ db, trouble: told, release })
}

/** Found out by trying: what permissions say is not always what a file system does. */
function isWritable(folder: string, file: string): boolean {
  try {
    closeSync(openSync(join(folder, LOCK), 'a'))
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
}

function assembled({ db, trouble: first, release, place, folder, newId }: Parts): Store {
  const session = createSession(db)
  const instant = () => place.now().toISOString()
  let trouble: StoreTrouble | null = first
  let isOpen = true
  const info: Store['info'] = () => session.read(() => succeed(describe(session, place, folder, trouble)))
  return {
    library: createLibrary(session, instant, newId),
    history: createHistory(session, instant),
    settings: createSettings(session),
    info,
    backup: () => guarded(() => place.backups.write(session.db(), 'asked')),
    restore: (name) => {
      const restored = restoreBackup(session, place, name)
      if (!restored.ok) return restored
      trouble = restored.value
      return info()
    },
    check: () => session.read(check),
    close: () => {
      if (!isOpen) return
      isOpen = false
      session.db().close()
      release()
    },
  }
}

const describe = (session: Session, place: Place, folder: string, trouble: StoreTrouble | null) => ({
  folder,
  file: place.file,
  bytes: bytesOf(place.file) + bytesOf(`${place.file}-wal`),
  schemaVersion: schemaVersionOf(session.db()),
  documents: numberOf(session.db(), 'SELECT count(*) FROM documents'),
  revisions: numberOf(session.db(), 'SELECT count(*) FROM revisions'),
  backups: [...place.backups.list()],
  trouble,
})
