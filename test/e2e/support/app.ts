import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { builtThreads, createApplication } from '#main/hosts/application.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import type { Invitation } from '#main/hosts/web/door.ts'
import { serveOnLoopback } from '#main/hosts/web/server.ts'
import { launchBrowser } from './browser.ts'
import { type PageOptions, Windows } from './windows.ts'

export interface RunningApp {
  /** Opens the application for a newcomer: an empty store and a page with a storage of its own, once it has loaded. */
  readonly open: (options?: PageOptions) => Promise<Page>
  /** Opens it on a folder that is made ready first: what an earlier run or a failing disk left there. */
  readonly openOn: (prepare: (folder: string) => void, options?: PageOptions) => Promise<Page>
  /** Opens it once more on the store of a page that is open, as a second window. */
  readonly openBeside: (page: Page, options?: PageOptions) => Promise<Page>
  /**
   * A test is done with a page. The next one that is opened is the same window, with nothing kept in it: a new one takes
   * Chromium as long as the application in it.
   */
  readonly leave: (page: Page) => Promise<void>
  /** New addresses of the program behind a page. */
  readonly invite: (page: Page) => Invitation
  /** Ends the program behind a page, which stays open, once the page hears what it is told. */
  readonly endBehind: (page: Page) => Promise<void>
  /** What went wrong in any page so far: uncaught errors, console errors, refusals of the content policy. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

const PROJECT = resolve(import.meta.dirname, '../../..')
const RENDERER = join(PROJECT, 'out/renderer')
/** As they ship: from their sources each start of one takes half a second longer. */
const THREADS = builtThreads(join(PROJECT, 'out'))

interface Host {
  readonly port: number
  readonly invite: () => Invitation
  /** Whether a page hears events: it asks for them a moment after it is shown. */
  readonly isHeard: () => boolean
  readonly close: () => Promise<void>
}

/** The application over loopback, on a store in a folder of its own that goes with it. `port`: 0 takes one that is free. */
async function startHost(prepare: (folder: string) => void, port: number): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-e2e-'))
  prepare(folder)
  const log = openLog(join(folder, 'logs'))
  const secrets = sessionSecrets('Keys are kept until Tierwise ends.', log)
  const application = await createApplication({ host: 'web', folder, threads: THREADS, log, secrets })
  if (!application.ok) throw new Error(application.problems.map(({ message }) => message).join(' '))
  const { api, audience, close } = application.value
  const server = await serveOnLoopback({ api, audience, root: RENDERER, port })
  return {
    port: Number(new URL(server.origin).port),
    invite: server.invite,
    isHeard: () => audience.size() > 0,
    close: async () => {
      await server.close()
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The built application with a Chromium beside it, for one spec file or script. */
export async function startApp(): Promise<RunningApp> {
  if (!existsSync(RENDERER) || !existsSync(THREADS.keeper))
    throw new Error('Nothing is built: run `npm run build` first.')

  const browser = await launchBrowser()
  const complaints: string[] = []
  const windows = new Windows(browser, complaints)
  const hosts = new Map<Page, Host>()
  /** Free, behind pages that were left. */
  const ports = new Map<Page, number>()

  const hostOf = (page: Page): Host => {
    const host = hosts.get(page)
    if (!host) throw new Error('That page is none of this application.')
    return host
  }

  /**
   * On a store of its own. A window that was left is answered at the address it knows: Chromium has compiled the scripts
   * of that address, which takes as long as to run them.
   */
  async function openNew(prepare: (folder: string) => void, options: PageOptions): Promise<Page> {
    const page = await windows.open(options)
    return show(page, await startHost(prepare, ports.get(page) ?? 0))
  }

  const isInUse = (host: Host): boolean => [...hosts.values()].includes(host)

  async function show(page: Page, host: Host): Promise<Page> {
    hosts.set(page, host)
    // As the program starts a browser: with a ticket that is good once.
    await windows.show(page, host.invite().once)
    return page
  }

  return {
    open: (options = {}) => openNew(nothingBefore, options),
    openOn: (prepare, options = {}) => openNew(prepare, options),
    openBeside: async (page, options = {}) => show(await windows.open(options), hostOf(page)),
    leave: async (page) => {
      await windows.leave(page)
      const host = hosts.get(page)
      hosts.delete(page)
      ports.delete(page)
      if (host === undefined || isInUse(host)) return
      await host.close()
      ports.set(page, host.port)
    },
    invite: (page) => hostOf(page).invite(),
    endBehind: async (page) => {
      const host = hostOf(page)
      while (!host.isHeard()) await setTimeout(20)
      await host.close()
      hosts.delete(page)
    },
    complaints: () => complaints,
    close: async () => {
      await browser.close()
      await Promise.all([...new Set(hosts.values())].map((host) => host.close()))
    },
  }
}

const nothingBefore = (): void => undefined
