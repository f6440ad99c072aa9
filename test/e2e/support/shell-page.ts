import type { Browser, Page } from 'playwright-core'
import type { FakeElectron } from '../../fakes/electron.ts'
import { loadPreload } from '../../fakes/built-bundles.ts'
import { OURS } from '../../fakes/shell.ts'
import { PATIENCE_MS } from './windows.ts'

/** Where Chromium, which has no `app:` scheme, finds what the built main process serves under it. */
const STAND_IN = 'https://bundle.test'

declare global {
  interface Window {
    /** Only in a page that stands in for Electron's. */
    hearFromMain?: (event: unknown) => void
  }
}

/** The window's side of the bridge: calls and events cross to the preload and back as plain values. */
const BRIDGE = `{
  const listeners = new Set()
  window.hearFromMain = (event) => { for (const listener of listeners) listener(event) }
  window.tierwise = {
    invoke: (method, input) => callMain(method, input),
    subscribe: (listener) => {
      listeners.add(listener)
      void listenToMain()
      return () => listeners.delete(listener)
    },
  }
}`

/**
 * The page of the newest window in real Chromium, served by the built main process and bridged by the built preload.
 * Everything that goes wrong in it is added to the complaints.
 */
export async function openShellPage(
  browser: Browser,
  electron: FakeElectron,
  complaints: string[],
): Promise<Page> {
  const serve = electron.protocols.get('app')
  const { invoke, subscribe } = loadPreload(electron, { url: OURS }).get('tierwise') ?? {}
  if (!serve || !invoke || !subscribe) throw new Error('the shell did not start')

  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.route('**/*', async (route) => {
    const address = route.request().url()
    if (!address.startsWith(`${STAND_IN}/`)) return route.abort()
    const response = await serve(new Request(address.replace(STAND_IN, 'app://bundle')))
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  await page.exposeFunction('callMain', (method: string, input: unknown) => invoke(method, input))
  await page.exposeFunction('listenToMain', () => {
    subscribe((event: unknown) => {
      page.evaluate((value) => window.hearFromMain?.(value), event).catch(() => undefined)
    })
  })
  await page.addInitScript(BRIDGE)
  await page.goto(`${STAND_IN}/`)
  return page
}
