import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadMain, loadPreload } from '../fakes/built-bundles.ts'
import { fakeElectron } from '../fakes/electron.ts'
import { PATIENCE_MS } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** Where Chromium, which has no `app:` scheme, finds what the built main process serves under it. */
const STAND_IN = 'https://bundle.test'

describeInChromium('the built main, preload and renderer together', () => {
  const calls: string[] = []
  const complaints: string[] = []
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const electron = fakeElectron()
    await loadMain(electron)
    await electron.becomeReady()
    const serve = electron.protocols.get('app')
    const invoke = loadPreload(electron, { url: 'app://bundle/' }).get('tierwise')?.invoke
    if (!serve || !invoke) throw new Error('the shell did not start')

    browser = await launchBrowser()
    page = await browser.newPage()
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
    await page.exposeFunction('callMain', (method: string, input: unknown) => {
      calls.push(method)
      return invoke(method, input)
    })
    await page.addInitScript('window.tierwise = { invoke: (method, input) => callMain(method, input) }')
    await page.goto(`${STAND_IN}/`)
  })

  afterAll(() => browser.close())

  it('show the Compare screen with figures from the engine in the main process', async () => {
    await page.getByRole('table').first().getByText('Creator').waitFor()
    expect(calls).toEqual(expect.arrayContaining(['catalogs.list', 'analysis.compare', 'analysis.curves']))
  })

  it('do so without an error and within the content policy', () => {
    expect(complaints).toEqual([])
  })
})
