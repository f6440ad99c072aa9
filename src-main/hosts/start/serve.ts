import { join } from 'node:path'
import { type Application, builtThreads, createApplication } from '../application.ts'
import { dataFolder, here } from '../data-folder.ts'
import { leftOut, MOST_AT_ONCE } from '../files-at-once.ts'
import { type Log, openLog } from '../log.ts'
import { openBundle, openingFailure } from '../open-bundle.ts'
import { sessionSecrets } from '../session-secrets.ts'
import { warmUpSoon } from '../warm-up.ts'
import { serveOnLoopback } from '../web/server.ts'
import { entryPages, placeOfEntryPages } from './entry-pages.ts'
import { openBrowser } from './open-browser.ts'
import { waitAtTerminal } from './migration-at-terminal.ts'
import type { StartOptions } from './options.ts'
import { whyNotOnPort } from './port-reason.ts'
import { announce, handOver } from './running.ts'

const NO_KEY_STORE =
  'A browser cannot use the system’s key store, so keys are kept in memory and forgotten when Tierwise ends.'

export interface ServeOptions extends Pick<StartOptions, 'port' | 'open' | 'idleMinutes' | 'files'> {
  /** The bundles that were built. */
  readonly out: string
  readonly say: (text: string) => void
  /** Null where what was said cannot be written over. */
  readonly sayInPlace: ((text: string) => void) | null
  readonly complain: (text: string) => void
  /** How long bringing documents up to this version may take before it is told of, in milliseconds. */
  readonly patienceMs?: number
}

/**
 * Serves the application to a browser until the person stops it or leaves it; the exit code, 1 also where the person
 * called off what the opening takes.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const { out, say, complain } = options
  const folder = dataFolder()
  const log = openLog(join(folder, 'logs'))
  process.on('unhandledRejection', (reason) => log.note('Unhandled rejection', reason))
  process.on('uncaughtExceptionMonitor', (error) => log.note('Uncaught exception', error))
  const waiting = waitAtTerminal(options, options.patienceMs)
  const application = await createApplication({
    host: 'web',
    folder,
    threads: builtThreads(out),
    log,
    secrets: sessionSecrets(NO_KEY_STORE, log),
    waiting,
  })
  waiting.end()
  if (!application.ok) {
    const inUse = application.problems.some(({ code }) => code === 'store.in_use')
    if (inUse && (await useRunning(folder, options))) return 0
    complain(application.problems.map(({ message }) => message).join('\n'))
    return 1
  }
  try {
    return await serveUntilStopped(application.value, { folder, log }, options)
  } catch (error) {
    const why = whyNotOnPort(error)
    if (why === undefined) log.note('Tierwise had to stop', error)
    complain(
      why === undefined
        ? `Tierwise had to stop: something went wrong inside it. Your documents are safe. Details are in ${log.file}.`
        : `Cannot serve on port ${String(options.port)}: ${why}.`,
    )
    return 1
  } finally {
    await application.value.close()
    say('Tierwise has stopped; everything is saved.')
  }
}

/** Shows what runs already, as a second start of a window would bring the first one to the front; false where none answers. */
async function useRunning(folder: string, { files, open, say }: ServeOptions): Promise<boolean> {
  const running = await handOver(folder, { files, open })
  if (!running) return false
  say(`Tierwise is running already, at ${running.address}`)
  sayWhatIsLeftOut(files, say)
  if (running.page !== null) openBrowser(running.page, process.platform)
  return true
}

async function serveUntilStopped(
  application: Application,
  { folder, log }: { readonly folder: string; readonly log: Log },
  options: ServeOptions,
): Promise<number> {
  const { port, open, idleMinutes, files, out, say } = options
  const { api, audience } = application
  const stopped = Promise.withResolvers<void>()
  const pages = entryPages(placeOfEntryPages(here()))
  const terminal = terminalAddress(
    () => host.invite().address,
    (address) => say(`For another window, Tierwise is at ${address}`),
  )
  const onIdle = () => {
    say(`Nobody used Tierwise for ${idleMinutes} minutes. \`npm start\` opens it again.`)
    stopped.resolve()
  }
  const host = await serveOnLoopback({
    api,
    audience,
    root: join(out, 'renderer'),
    port,
    onPageReads: () => warmUpSoon(api),
    onEntered: (address) => {
      void pages.used(address)
      terminal.used(address)
    },
    onTwice: () => {
      log.note(TWICE)
      say(`${TWICE} Open Tierwise at ${terminal.now()}`)
    },
    onAgain: async (asked) => {
      // A second start is not kept waiting until they are read.
      void openFiles(asked.files, application)
      const { address, once } = host.invite()
      return { address, page: asked.open ? await pages.write(once) : null }
    },
    ...(idleMinutes > 0 ? { idle: { afterMs: idleMinutes * 60_000, onIdle } } : {}),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve())
  const withdraw = await announce(folder, host)
  try {
    // A large file takes a while to be read: the page says how far that is.
    void openFiles(files, application)
    sayWhatIsLeftOut(files, say)
    say(`Tierwise is at ${terminal.now()}\nCtrl+C stops it.`)
    const page = open ? await pages.write(host.invite().once) : null
    if (page !== null) openBrowser(page, process.platform)
    await stopped.promise
    return 0
  } finally {
    // The host first: from then on it lets in nobody who would find the rest half gone.
    await Promise.all([host.close(), withdraw(), pages.close()])
  }
}

const TWICE =
  'The address of a page was opened a second time. Somebody else on this machine may have read it, so that page was shut out.'

/**
 * The address in the terminal, which only this user sees, is for any further window. A click on it makes it an argument
 * of the browser, which every user of the machine can read for as long as the browser runs: so it is good once, and once
 * it was used there is another. Whoever is quicker than the browser is refused where the system tells that it is another
 * user, and elsewhere shut out as soon as the browser comes.
 */
function terminalAddress(next: () => string, onNext: (address: string) => void) {
  let address: string | undefined
  const now = () => (address ??= next())
  return {
    now,
    used: (one: string) => {
      if (one !== address) return
      address = next()
      onNext(address)
    },
  }
}

function sayWhatIsLeftOut(files: readonly string[], say: (text: string) => void): void {
  const others = leftOut(files)
  if (others) say(`${others.file}: ${others.message}`)
}

/**
 * Opens files, of very many the first. Nobody can be asked before a page is open, so what is in the library already is
 * left alone and told of.
 */
async function openFiles(files: readonly string[], { api, audience, recent }: Application): Promise<void> {
  for (const file of files.slice(0, MOST_AT_ONCE)) {
    const opened = await openBundle(api, file, () => Promise.resolve('refuse'))
    if (!opened.ok) {
      audience.tellOne({ kind: 'openFailed', file, message: openingFailure(file, opened) })
    } else if (opened.value !== null) {
      await recent.remember(file)
      audience.tellOne({ kind: 'open', id: opened.value })
    }
  }
}
