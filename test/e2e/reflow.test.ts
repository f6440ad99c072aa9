import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { SCREENS } from '#shared/screens.ts'
import { libraryOf } from './library-screen.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, screenOf } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** What reaches out of the window sideways, or holds more than it shows: nothing of a page may. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, nav, main, aside, main *, aside *')]
      // A table of figures may scroll in its own place: it cannot be read in one column.
      .filter((element) => !element.closest('table, svg, .visually-hidden') && element.checkVisibility())
      .filter((element) => !element.parentElement?.closest('[role="region"]:has(table)'))
      .filter((element) => {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        const table = element.matches('[role="region"]:has(table)')
        const hides = scrolls && !table && element.scrollWidth > element.clientWidth
        return hides || element.getBoundingClientRect().right > window.innerWidth + 1
      })
      .map((element) => `${element.tagName.toLowerCase()} ${element.className.toString()}`),
  )

/** A chart follows its window in the next frame. */
async function expectNothingSideways(page: Page): Promise<void> {
  await expect.poll(() => sideways(page)).toEqual([])
}

const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight
  })

const SIZES = [
  { name: '900 by 600', viewport: { width: 900, height: 600 } },
  { name: '1280 by 800 zoomed to 200 %', viewport: { width: 640, height: 400 } },
]

describeInChromium('a small window', () => {
  const kept = new KeptWindow()
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  describe.each(SIZES)('of $name', ({ viewport }) => {
    const inWindow = async (look: (screen: Screen) => Promise<void>) => {
      const screen = await kept.begin(app)
      await screen.page.setViewportSize(viewport)
      await look(screen)
    }
    /** For what is kept beside scenarios, and for the list of all of them. */
    const inNewWindow = async (look: (page: Page) => Promise<void>) => {
      const page = await app.open({ viewport })
      onTestFinished(() => app.leave(page))
      await look(page)
    }

    it('shows the answer and the usage whole, and scrolls nowhere sideways', () =>
      inWindow(async ({ page, usage }) => {
        await expectNothingSideways(page)
        expect(await isInSight(page, 'h1')).toBe(true)
        await usage.fill('900000')
        await page.getByRole('heading', { level: 1 }).filter({ hasText: '900,000 credits' }).waitFor()
        await expectNothingSideways(page)
      }))

    it.each(SCREENS.filter(({ has }) => has === 'page'))('scrolls $name nowhere sideways', ({ name }) =>
      inWindow(async ({ page }) => {
        await page.getByRole('link', { name, exact: true }).click()
        await page.getByRole('main').waitFor()
        await expectNothingSideways(page)
      }),
    )

    it('lists scenarios with room for their names', () =>
      inNewWindow(async (page) => {
        const library = await libraryOf(page)
        await library.press('Duplicate')
        await library.row('(copy)').waitFor()
        await expectNothingSideways(page)
        const name = await library.list.getByRole('rowheader').first().boundingBox()
        expect(name?.width).toBeGreaterThan(200)
        await page.getByText('Bin', { exact: true }).click()
        await page.getByText('The bin is empty.').waitFor()
        await expectNothingSideways(page)
      }))

    it('has the settings whole', () =>
      inNewWindow(async (page) => {
        await page.getByRole('link', { name: 'Settings' }).click()
        await page.getByRole('button', { name: 'Back up now' }).click()
        await page.getByText('made by you').waitFor()
        await expectNothingSideways(page)
      }))
  })

  it('has every input at hand, out of the way until it is asked for', async () => {
    const page = await app.open({ viewport: { width: 640, height: 400 } })
    onTestFinished(() => app.leave(page))
    const screen = await screenOf(page)
    const annual = page.getByRole('radiogroup', { name: 'Subscription billed' })
    expect(await annual.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'More inputs' }).click()
    await screen.choose('Subscription billed', 'Annual')
    await page.getByRole('button', { name: /^Undo: Bill annually/ }).waitFor()
    await expectNothingSideways(page)
    await page.getByRole('button', { name: 'Fewer inputs' }).click()
    expect(await annual.isVisible()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await annual.isVisible()).toBe(true)
  })
})
