import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { expect, it, onTestFinished } from 'vitest'
import { openingPage } from '#main/hosts/electron/opening-page.ts'
import { launchBrowser } from './support/browser.ts'
import { describeInChromium } from './support/in-chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The window's page in a browser, as Electron would show it. */
async function open(colorScheme: 'light' | 'dark') {
  const calledOff = { times: 0 }
  const page = openingPage(() => void calledOff.times++)
  const server = createServer((request, response) => {
    const { body, headers } = page.respond(request.url ?? '') ?? new Response(null)
    response.writeHead(200, Object.fromEntries(headers))
    const write = (part: Uint8Array) => void response.write(part)
    if (body) void body.pipeTo(new WritableStream({ write, close: () => void response.end() }))
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const browser = await launchBrowser()
  const shown = await browser.newPage({ colorScheme, viewport: { width: 440, height: 152 } })
  onTestFinished(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })
  await shown.addInitScript(AXE)
  await shown.goto(`http://127.0.0.1:${port}/opening`, { waitUntil: 'commit' })
  return { shown, show: page.show, calledOff }
}

describeInChromium('the window of an opening that takes a while', () => {
  it.each(['light', 'dark'] as const)('tells how far it is and can be called off, %s', async (theme) => {
    const { shown, show, calledOff } = await open(theme)
    const bar = shown.getByRole('progressbar', { name: 'Bringing your documents up to this version' })
    await expect.poll(() => bar.getAttribute('value')).toBe('0')
    await shown.keyboard.press('Tab')
    for (const progress of [0.2, 0.37]) show(progress)
    // Of all that was sent, the last alone is there for anybody, and nothing else has changed.
    await expect
      .poll(() => bar.evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
      .toEqual(['37'])
    expect(await shown.getByText('37 %', { exact: true }).isVisible()).toBe(true)
    const link = shown.getByRole('link', { name: 'Call it off' })
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
    const { violations } = await shown.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
    expect(violations.map(({ id }) => id)).toEqual([])

    await shown.keyboard.press('Enter')
    await expect
      .poll(() => shown.getByRole('status').textContent())
      .toContain('Everything in your documents is kept')
    expect(calledOff.times).toBe(1)
  })
})
