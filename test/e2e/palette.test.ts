import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, openName, saved } from './library-screen.ts'
import { gone, type Screen, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the command palette', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
    screen = await screenOf(await app.open())
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    await screen.page.getByRole('link', { name: 'Compare' }).click()
    await screen.row('Creator').waitFor()
  })

  const field = (): Locator => screen.page.getByRole('combobox', { name: 'Command, place or scenario' })
  const option = (name: string | RegExp): Locator => screen.page.getByRole('option', { name })
  const chosen = (): Locator => screen.page.getByRole('option', { selected: true })

  async function open(typed: string): Promise<void> {
    await screen.page.keyboard.press('Control+k')
    await field().fill(typed)
  }

  /** Runs what is chosen, once it is what is meant. */
  async function run(name: string | RegExp): Promise<void> {
    await chosen().and(option(name)).waitFor()
    await field().press('Enter')
    await gone(field())
  }

  it('is on the page with the focus and a list that the field names, in the frame after its keys', async () => {
    const { page } = screen
    await page.evaluate(() => {
      window.addEventListener('keydown', ({ key }) => {
        if (key !== 'k') return
        requestAnimationFrame(() => {
          const { activeElement } = document
          const options = document.querySelectorAll('[role=option]').length
          document.title = `${activeElement?.getAttribute('role') ?? ''} over ${options > 20 ? 'many' : 'few'}`
        })
      })
    })
    await page.keyboard.press('Control+k')
    await expect.poll(() => page.title()).toBe('combobox over many')
    const dialog = page.getByRole('dialog', { name: 'Command palette' })
    expect(await shown(dialog)).toBe(true)
    const list = await page.getByRole('listbox', { name: 'Found' }).getAttribute('id')
    expect(await field().getAttribute('aria-controls')).toBe(list)
    await field().press('ArrowDown')
    await chosen()
      .and(option(/^Import a scenario/))
      .waitFor()
    expect(await field().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'))
    await field().press('Escape')
    expect(await gone(dialog)).toBe(true)
  })

  it.each(['Escape', 'Control+k'])('gives the focus back to what had it, on %s', async (key) => {
    await screen.slider.focus()
    await open('theme')
    await field().press(key)
    await gone(field())
    await expect.poll(() => screen.slider.evaluate((slider) => slider === document.activeElement)).toBe(true)
  })

  it('runs a command, which is the first of those chosen last when it is opened again', async () => {
    await open('overage')
    await run(/^Overage on or off/)
    await screen.row('Creator').filter({ hasText: '3,600,000' }).waitFor()
    await screen.page.keyboard.press('Control+k')
    await chosen()
      .and(option(/^Overage on or off/))
      .waitFor()
    await screen.page.getByText('Recent', { exact: true }).waitFor()
    await field().press('Enter')
    expect(await gone(screen.row('Creator').filter({ hasText: '3,600,000' }))).toBe(true)
  })

  it('is chosen from with the mouse as well, and closed beside it', async () => {
    await screen.page.getByRole('button', { name: 'Command palette' }).click()
    await option(/^Cost curves as chart or table/).click()
    await screen.curves.getByRole('button', { name: 'Show as chart' }).click()
    await screen.page.getByRole('button', { name: 'Command palette' }).click()
    await field().waitFor()
    await screen.page.mouse.click(1200, 750)
    expect(await gone(field())).toBe(true)
  })

  it('leaves the focus where a command puts it', async () => {
    await open('type usage')
    await run(/^Type the monthly usage/)
    await expect.poll(() => screen.usage.evaluate((usage) => usage === document.activeElement)).toBe(true)
  })

  it('opens a scenario by its name, on whatever screen', async () => {
    const { page } = screen
    await open('duplicate')
    await run(/^Duplicate the scenario/)
    await openName(page).filter({ hasText: '(copy)' }).waitFor()
    await saved(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await open('400,000 worked')
    await option(/^Worked example/)
      .nth(1)
      .waitFor()
    await field().press('ArrowDown')
    await field().press('Enter')
    await screen.row('Creator').waitFor()
    expect(
      await shown(openName(page).filter({ hasText: 'Worked example: Creator at 400,000 credits a month' })),
    ).toBe(true)
  })

  it('goes to a section of the settings', async () => {
    await open('provider')
    await run(/^Provider keys/)
    const heading = screen.page.getByRole('heading', { name: 'Provider keys' })
    await expect.poll(() => heading.evaluate((section) => section === document.activeElement)).toBe(true)
    expect(await heading.evaluate((section) => section.getBoundingClientRect().top < innerHeight)).toBe(true)
  })

  it('says why a command does nothing just now, and lets it be', async () => {
    await libraryOf(screen.page)
    await open('next usage pattern')
    await option(/^Next usage pattern.*on Compare$/).waitFor()
    expect(await chosen().getAttribute('aria-disabled')).toBe('true')
    await field().press('Enter')
    expect(await shown(field())).toBe(true)
    await field().fill('no such thing')
    await screen.page.getByRole('status').getByText('Nothing is called that.').waitFor()
    await field().press('Enter')
    await field().press('Escape')
    await gone(field())
  })
})
