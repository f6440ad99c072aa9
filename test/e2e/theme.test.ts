import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { screenOf } from './screen.ts'

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const LIGHT = 'rgb(253, 253, 254)'
const DARK = 'rgb(14, 15, 18)'
/** On dark paper, and on light. */
const LIGHT_INK = 'rgb(236, 238, 242)'
const DARK_INK = 'rgb(22, 24, 29)'

describeInChromium('the themes', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it('follow the system', async () => {
    const page = await app.open({ theme: 'dark' })
    await screenOf(page)
    expect(await paper(page)).toBe(DARK)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => paper(page)).toBe(LIGHT)
    await app.leave(page)
  })

  it('can be chosen, and the choice stays', async () => {
    const page = await app.open({ theme: 'light' })
    await screenOf(page)
    await page.keyboard.press('t')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: /^Dark theme/ }).waitFor()
    expect(await paper(page)).toBe(DARK)
    await page.reload()
    await screenOf(page)
    expect(await paper(page)).toBe(DARK)
    await app.leave(page)
  })

  it('change at once into that of paper for whoever wants no motion, ink and all', async () => {
    const page = await app.open({ theme: 'dark', reducedMotion: true })
    const screen = await screenOf(page)
    const total = screen.row('Pro').getByRole('gridcell').nth(1)
    const inks = await total.evaluate((cell) => {
      const ink = () => getComputedStyle(cell).color
      const before = ink()
      window.dispatchEvent(new Event('beforeprint'))
      return [before, ink()]
    })
    expect(inks).toEqual([LIGHT_INK, DARK_INK])
    await app.leave(page)
  })

  it('fetch nothing from anywhere else, fonts included', async () => {
    const page = await app.open()
    // A ticket is good once: what is reloaded has come in.
    await screenOf(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await screenOf(page)
    const { origin } = new URL(page.url())
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
    expect(await page.evaluate(() => document.fonts.check("13px 'Inter Variable'"))).toBe(true)
    await app.leave(page)
  })

  it('need no sideways scrolling from 1000 pixels up', async () => {
    for (const width of [1000, 1280, 1920]) {
      const page = await app.open({ viewport: { width, height: 800 } })
      await screenOf(page)
      const wide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, aside')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.tagName),
      )
      expect({ width, wide }).toEqual({ width, wide: [] })
      await app.leave(page)
    }
  })
})
