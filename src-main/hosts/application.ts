import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createEvents } from '#main/api/events.ts'
import { type Api, createApi } from '#main/api/router.ts'
import type { Dialogs, Events, Secrets } from '#main/api/services.ts'
import { startKeeper } from '#main/runs/keeper-thread.ts'
import { startResults } from '#main/runs/results-thread.ts'
import { createRuns } from '#main/runs/runs.ts'
import { createThreadedCalls } from '#main/runs/threaded-calls.ts'
import { type Problem, refuse, succeed, type Result } from '#shared/problem.ts'
import { type Audience, createAudience } from './audience.ts'
import { isOwnFolder } from './data-folder.ts'
import type { Log } from './log.ts'
import { type RecentFiles, recentFiles } from './recent-files.ts'
import { STOPPING } from './stopping.ts'
import { removeUnfinished } from './write-file.ts'

export interface ApplicationOptions {
  readonly host: 'electron' | 'web'
  /** Where documents are kept. */
  readonly folder: string
  /** The modules of the threads, which a build puts elsewhere than the sources do. */
  readonly threads: Threads
  readonly log: Log
  readonly secrets: Secrets
  /** Made with the files that were opened last; left out where the host has no dialogs. */
  readonly dialogs?: (recent: RecentFiles) => Dialogs
  /** Who waits for the opening; left out where nobody does. */
  readonly waiting?: Waiting
}

/** Somebody who waits while documents of an older version are brought up to this one. */
export interface Waiting {
  /** Told how far that is, from 0 to 1 and some ten times a second; of documents that are of this version, nothing. */
  readonly onMigrating: (progress: number) => void
  /** Calls it off: the documents are left as they were, and there is no application. */
  readonly signal: AbortSignal
}

export interface Threads {
  /** Of those that work out long calls. */
  readonly worker: URL
  /** Of the one that keeps documents. */
  readonly keeper: URL
  /** Of the one in which results are open. */
  readonly results: URL
}

/** Where the build puts them. */
export const builtThreads = (out: string): Threads => ({
  worker: pathToFileURL(join(out, 'main', 'worker.js')),
  keeper: pathToFileURL(join(out, 'main', 'keeper.js')),
  results: pathToFileURL(join(out, 'main', 'results.js')),
})

/** Everything the application is made of, behind its API; the hosts add windows and transports. */
export interface Application {
  readonly api: Api
  readonly events: Events
  /** The host's pages, which hear every event. */
  readonly audience: Audience
  readonly recent: RecentFiles
  /** Ends the worker threads and then the store; calls that come meanwhile, or are not done, are told. May be called again. */
  readonly close: () => Promise<void>
}

/**
 * The one place where the parts are put together. Refused, in words for a person, where the store is, and with
 * `host.called_off` where whoever waits called it off too late for the documents to be left as they were.
 */
export async function createApplication(options: ApplicationOptions): Promise<Result<Application>> {
  const { host, folder, threads, log, secrets } = options
  const onDefect = (error: unknown) => log.note('A defect', error)
  const events = createEvents(onDefect)
  const place = { folder, isOwnFolder: isOwnFolder(folder) }
  const keeper = await startKeeper({
    entry: threads.keeper,
    place,
    events,
    note: log.note,
    ...options.waiting,
  })
  if (!keeper.ok) return keeper
  if (options.waiting?.signal.aborted) {
    await keeper.value.close()
    return refuse(CALLED_OFF_LATE)
  }
  const { ask: kept } = keeper.value
  const audience = createAudience()
  events.subscribe(audience.tellAll)
  const { worker } = threads
  const runs = createRuns({ events, worker, onDefect })
  const calls = createThreadedCalls({ worker, onDefect })
  const keptEventsOf = (document: string, known: string | null) => kept('own.events', { id: document, known })
  const results = startResults({ entry: threads.results, keptEventsOf, events, onDefect })
  const recent = recentFiles(kept)
  const dialogs = options.dialogs?.(recent) ?? null
  void clearUp(folder, recent)
  const working = createApi({
    host,
    services: { kept, events, runs, results, secrets, dialogs },
    answerInThread: calls.answer,
    onDefect,
  })

  let closing: Promise<void> | undefined
  const api: Api = async (method, input, signal) => {
    if (closing) return refuse(STOPPING)
    const answer = await working(method, input, signal)
    // Whatever a thread that was ended made of it.
    return closing && !answer.ok ? refuse(STOPPING) : answer
  }
  const close = async () => {
    await Promise.all([runs.close(), calls.close(), results.close()])
    await keeper.value.close()
  }
  return succeed({ api, events, audience, recent, close: () => (closing ??= close()) })
}

/** Whether there is no application because whoever waited wanted none, and for no other reason. */
export const isOpeningCalledOff = (opening: Result<unknown>): boolean =>
  !opening.ok &&
  opening.problems.every(({ code }) => code === 'store.migration_cancelled' || code === CALLED_OFF_LATE.code)

const CALLED_OFF_LATE: Problem = {
  code: 'host.called_off',
  message:
    'Your documents had been brought up to this version before it could be called off. Everything in them is kept; start Tierwise again to go on.',
  path: '',
}

/** Of processes that were killed while they wrote: beside the documents, and where files were last. */
async function clearUp(folder: string, recent: RecentFiles): Promise<void> {
  await removeUnfinished(folder)
  const last = await recent.folder()
  if (last !== undefined) await removeUnfinished(last)
}
