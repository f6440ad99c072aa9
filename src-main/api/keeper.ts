import { openStore, type StoreOptions } from '#main/store/index.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { answerKept } from './kept.ts'
import type { AskKept, Events } from './services.ts'

export interface KeeperOptions {
  readonly place: Pick<StoreOptions, 'folder' | 'isOwnFolder'>
  readonly events: Pick<Events, 'emit'>
  /** For the log: what went wrong and, where it is a defect, with the error. */
  readonly note: (message: string, defect?: unknown) => void
  /** As `openStore` asks it while documents of an older version are brought up to this one. */
  readonly onMigrating?: StoreOptions['onMigrating']
}

/** The open store behind the calls that need it. */
export interface Keeper {
  readonly ask: AskKept
  readonly close: () => void
}

const BACKUP_CHECK_MS = 60 * 60 * 1000

/** Opens the store, and backs it up once a day for as long as it is open. Refused as `openStore`. */
export function openKeeper({ place, events, note, onMigrating }: KeeperOptions): Result<Keeper> {
  const opened = openStore({ ...place, onBackupFailure: note, ...(onMigrating ? { onMigrating } : {}) })
  if (!opened.ok) return opened
  const store = opened.value
  // An application that is left open for weeks is backed up as one that is opened every day.
  const backups = setInterval(() => void store.backUpDaily(), BACKUP_CHECK_MS).unref()
  return succeed({
    ask: answerKept({ store, events }, (error) => note('A defect', error)),
    close: () => {
      clearInterval(backups)
      store.close()
    },
  })
}
