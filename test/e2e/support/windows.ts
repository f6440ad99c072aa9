import type { Browser, CDPSession, Page } from 'playwright-core'
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
  /** Windows that their test has left: it may have left them in trouble. */
  readonly #abandoned = new Set<Page>()

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

  /** Shows an address in a window, as the first one that it ever showed. */
  async show(page: Page, address: string): Promise<void> {
    this.#abandoned.delete(page)
    await page.goto(address, { waitUntil: 'load' })
    await command(page, (session) => session.send('Page.resetNavigationHistory'))
  }

  /**
   * A test is done with a window: nothing it showed is kept. Until it is opened again it shows a text of the address that
   * it knows. A blank page would start a renderer of its own, which costs as much as a window. Where nobody answers at that
   * address any more, the window is closed.
   */
  async leave(page: Page): Promise<void> {
    this.#abandoned.add(page)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().clearPermissions()
    const { origin } = new URL(page.url())
    const answer = await page.goto(new URL('first-paint.js', origin).href).catch(() => null)
    if (answer === null) return page.context().close()
    await page.evaluate(() => sessionStorage.clear())
    await command(page, (session) =>
      session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }),
    )
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
    page.on('pageerror', (error) => this.#complain(page, error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complain(page, message.text())
    })
    return page
  }

  #complain(page: Page, what: string): void {
    if (!this.#abandoned.has(page)) this.#complaints.push(what)
  }
}

async function command(page: Page, send: (session: CDPSession) => Promise<unknown>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await send(session)
  await session.detach()
}

async function dress(page: Page, { theme, viewport, reducedMotion }: PageOptions): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme ?? 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  })
  await page.setViewportSize(viewport ?? { width: 1280, height: 800 })
  await page.mouse.move(0, 0)
}
