import { createEvents } from '#main/api/events.ts'
import { type Api, createApi } from '#main/api/router.ts'
import type { Dialogs, Events, Secrets } from '#main/api/services.ts'
import { createRuns } from '#main/runs/runs.ts'
import { createThreadedCalls } from '#main/runs/threaded-calls.ts'
import { openStore } from '#main/store/index.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { type Audience, createAudience } from './audience.ts'
import type { Log } from './log.ts'
import { type RecentFiles, recentFiles } from './recent-files.ts'

export interface ApplicationOptions {
  readonly host: 'electron' | 'web'
  /** Where documents are kept. */
  readonly folder: string
  /** The module of the worker threads, which a build puts elsewhere than the sources do. */
  readonly worker: URL
  readonly log: Log
  readonly secrets: Secrets
  /** Made with the files that were opened last; left out where the host has no dialogs. */
  readonly dialogs?: (recent: RecentFiles) => Dialogs
}

/** Everything the application is made of, behind its API; the hosts add windows and transports. */
export interface Application {
  readonly api: Api
  readonly events: Events
  /** The host's pages, which hear every event. */
  readonly audience: Audience
  readonly recent: RecentFiles
  /** Ends the worker threads and then the store. May be called again. */
  readonly close: () => Promise<void>
}

const BACKUP_CHECK_MS = 60 * 60 * 1000

/** The one place where the parts are put together. Refused, in words for a person, where the store is. */
export function createApplication(options: ApplicationOptions): Result<Application> {
  const { host, folder, worker, log, secrets } = options
  const opened = openStore({ folder, onBackupFailure: log.note })
  if (!opened.ok) return opened
  const store = opened.value
  const onDefect = (error: unknown) => log.note('A defect', error)
  const events = createEvents(onDefect)
  const audience = createAudience()
  events.subscribe(audience.tellAll)
  const runs = createRuns({ events, worker, onDefect })
  const calls = createThreadedCalls({ worker, onDefect })
  const recent = recentFiles((method, input) => api(method, input))
  const dialogs = options.dialogs?.(recent) ?? null
  const api: Api = createApi({
    host,
    services: { store, events, runs, secrets, dialogs },
    answerInThread: calls.answer,
    onDefect,
  })

  // An application that is left open for weeks is backed up as one that is opened every day.
  const backups = setInterval(() => void store.backUpDaily(), BACKUP_CHECK_MS).unref()

  let closing: Promise<void> | undefined
  const close = async () => {
    clearInterval(backups)
    await Promise.all([runs.close(), calls.close()])
    store.close()
  }
  return succeed({ api, events, audience, recent, close: () => (closing ??= close()) })
}
