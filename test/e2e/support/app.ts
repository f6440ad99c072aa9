import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { createApplication } from '#main/hosts/application.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { serveOnLoopback } from '#main/hosts/web/server.ts'
import { PATIENT } from '../../patience.ts'
import { launchBrowser } from './browser.ts'

export interface PageOptions {
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Device pixels per CSS pixel. */
  readonly scale?: number
  readonly reducedMotion?: boolean
}

export interface RunningApp {
  /** Opens the application for a newcomer: an empty store and a page with a storage of its own, once it has loaded. */
  readonly open: (options?: PageOptions) => Promise<Page>
  /** Opens it on a folder that is made ready first: what an earlier run or a failing disk left there. */
  readonly openOn: (prepare: (folder: string) => void, options?: PageOptions) => Promise<Page>
  /** Opens it once more on the store of a page that is open, as a second window. */
  readonly openBeside: (page: Page, options?: PageOptions) => Promise<Page>
  /** Ends the program behind a page, which stays open. */
  readonly endBehind: (page: Page) => Promise<void>
  /** What went wrong in any page so far: uncaught errors, console errors, refusals of the content policy. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

const PROJECT = resolve(import.meta.dirname, '../../..')
const RENDERER = join(PROJECT, 'out/renderer')
const WORKER = pathToFileURL(join(PROJECT, 'src-main/api/worker.ts'))

/** Shorter than a test's own time-out, so that a failure names what was waited for. */
export const PATIENCE_MS = PATIENT.timeout

interface Host {
  readonly invite: () => string
  readonly close: () => Promise<void>
}

/** The application over loopback, on a store in a folder of its own that goes with it. */
async function startHost(prepare: (folder: string) => void): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-e2e-'))
  prepare(folder)
  const log = openLog(join(folder, 'logs'))
  const secrets = sessionSecrets('Keys are kept until Tierwise ends.', log)
  const application = createApplication({ host: 'web', folder, worker: WORKER, log, secrets })
  if (!application.ok) throw new Error(application.problems.map(({ message }) => message).join(' '))
  const { api, audience, close } = application.value
  const server = await serveOnLoopback({ api, audience, root: RENDERER })
  return {
    invite: () => server.invite().once,
    close: async () => {
      await server.close()
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The built application with a Chromium beside it, for one spec file or script. */
export async function startApp(): Promise<RunningApp> {
  if (!existsSync(RENDERER)) throw new Error('There is no built renderer: run `npm run build` first.')

  const browser = await launchBrowser()
  const hosts = new Map<Page, Host>()
  const complaints: string[] = []

  const hostOf = (page: Page): Host => {
    const host = hosts.get(page)
    if (!host) throw new Error('That page is none of this application.')
    return host
  }

  async function openAt(host: Host, options: PageOptions): Promise<Page> {
    const context = await browser.newContext(contextOptions(options))
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    // As the program starts a browser: with a ticket that is good once.
    await page.goto(host.invite(), { waitUntil: 'load' })
    hosts.set(page, host)
    return page
  }

  return {
    open: async (options = {}) => openAt(await startHost(nothingBefore), options),
    openOn: async (prepare, options = {}) => openAt(await startHost(prepare), options),
    openBeside: (page, options = {}) => openAt(hostOf(page), options),
    endBehind: async (page) => {
      await hostOf(page).close()
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

function contextOptions({ theme, viewport, scale, reducedMotion }: PageOptions): BrowserContextOptions {
  return {
    colorScheme: theme ?? 'light',
    viewport: viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: scale ?? 1,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: 'en-US',
    timezoneId: 'UTC',
  }
}
