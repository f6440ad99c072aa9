import type { Browser, Page } from 'playwright-core'
import { PATIENT } from '../../patience.ts'

/** Shorter than a test's own time-out, so that a failure names what was waited for. */
export const PATIENCE_MS = PATIENT.timeout

export interface PageOptions {
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Device pixels per CSS pixel. */
  readonly scale?: number
  readonly reducedMotion?: boolean
}

/** Windows of a browser, each with a storage of its own. One that was left is opened again, as if it were new. */
export class Windows {
  readonly #browser: Browser
  readonly #complaints: string[]
  readonly #left: Page[] = []

  /** Everything that goes wrong in any of them is added to the complaints. */
  constructor(browser: Browser, complaints: string[]) {
    this.#browser = browser
    this.#complaints = complaints
  }

  async open(options: PageOptions): Promise<Page> {
    const { scale = 1 } = options
    const page = (scale === 1 ? this.#left.pop() : undefined) ?? (await this.#make(scale))
    await dress(page, options)
    return page
  }

  /** Shows an address in a window; of what it showed before nothing is kept, nor is it any more behind it. */
  async show(page: Page, address: string): Promise<void> {
    const { origin } = new URL(page.url())
    await page.goto(address, { waitUntil: 'load' })
    if (origin === 'null') return
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await session.detach()
  }

  /** It is shown until it is opened again: starting a renderer for a blank page in between costs as much as a window. */
  async leave(page: Page): Promise<void> {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().clearPermissions()
    this.#left.push(page)
  }

  async #make(scale: number): Promise<Page> {
    const context = await this.#browser.newContext({
      deviceScaleFactor: scale,
      locale: 'en-US',
      timezoneId: 'UTC',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => this.#complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text())
    })
    return page
  }
}

async function dress(page: Page, { theme, viewport, reducedMotion }: PageOptions): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme ?? 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  })
  await page.setViewportSize(viewport ?? { width: 1280, height: 800 })
  await page.mouse.move(0, 0)
}
