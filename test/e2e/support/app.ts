import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { createApi } from '#main/api/router.ts'
import { serveOnLoopback } from '#main/hosts/web/server.ts'
import { launchBrowser } from './browser.ts'

export interface PageOptions {
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Device pixels per CSS pixel. */
  readonly scale?: number
  readonly reducedMotion?: boolean
}

export interface RunningApp {
  /** Opens the application in a page with a storage of its own; resolves when it has loaded. */
  readonly open: (options?: PageOptions) => Promise<Page>
  /** What went wrong in any page so far: uncaught errors, console errors, refusals of the content policy. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

const RENDERER = resolve(import.meta.dirname, '../../../out/renderer')

/** Shorter than a test's own time-out, so that a failure names what was waited for. */
export const PATIENCE_MS = 15_000

/** The built application on the loopback host with a Chromium beside it, for one spec file or script. */
export async function startApp(): Promise<RunningApp> {
  if (!existsSync(RENDERER)) throw new Error('There is no built renderer: run `npm run build` first.')

  const browser = await launchBrowser()
  const host = await serveOnLoopback({ api: createApi({ host: 'web' }), root: RENDERER })
  const complaints: string[] = []

  return {
    open: async (options = {}) => {
      const context = await browser.newContext(contextOptions(options))
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(host.address, { waitUntil: 'load' })
      return page
    },
    complaints: () => complaints,
    close: async () => {
      await browser.close()
      await host.close()
    },
  }
}

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
