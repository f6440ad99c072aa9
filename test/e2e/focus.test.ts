import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { libraryOf, openName, saved, WORKED_EXAMPLE } from './library-screen.ts'
import { ANY_CALL, type Screen, screenOf, shown, stopAnswers } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** What has the focus, by its role or element and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement) return 'nothing'
    const role = activeElement.getAttribute('role') ?? activeElement.tagName.toLowerCase()
    const name = activeElement.getAttribute('aria-label') ?? activeElement.textContent.trim()
    return role === 'body' || role === 'main' ? role : `${role} ${name}`
  })

describeInChromium('the focus', () => {
  let app: RunningApp
  let page: Page
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.open()
    screen = await screenOf(page)
    return () => app.leave(page)
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const expectFocus = async (what: string | RegExp) => {
    await expect.poll(() => focused(page)).toMatch(what)
    // And stays there: what comes after an answer may not take it away.
    await page.waitForTimeout(300)
    expect(await focused(page)).toMatch(what)
  }

  describe('on Compare', () => {
    it.each(['Enter', 'Escape'])('goes from the name to the button that opened it, on %s', async (key) => {
      await page.keyboard.press('F2')
      await page.keyboard.type('Agents in May')
      await page.keyboard.press(key)
      await expectFocus(key === 'Enter' ? 'button Agents in May, rename' : `button ${WORKED_EXAMPLE}, rename`)
    })

    it('goes from a version’s name to the button that opened it', async () => {
      await button('Versions (V)').click()
      await button('Name this…').press('Enter')
      await page.keyboard.type('As quoted')
      await page.keyboard.press('Enter')
      await page.getByText('As quoted').waitFor()
      await expectFocus('button Rename…')
    })

    it('goes from the version that was gone back to to where the versions were opened', async () => {
      await screen.setUsage(500_000)
      await saved(page)
      await screen.slider.focus()
      await page.keyboard.press('v')
      await button('Go back to this').press('Enter')
      await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
      await expectFocus('input Monthly usage')
    })

    it('goes to the button of the versions where they were opened from nowhere', async () => {
      await page.keyboard.press('o')
      await button(/^Undo: /).waitFor()
      await page.keyboard.press('v')
      await button('Go back to this').press('Enter')
      await button(/^Undo: Go back/).waitFor()
      await expectFocus('button Versions (V)')
    })

    it('stays on the screen where the scenario is restored from the bin', async () => {
      await page.getByRole('link', { name: 'Scenarios' }).click()
      await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('link', { name: 'Compare' }).click()
      await button('Restore it').press('Enter')
      await page.getByText('ElevenLabs, April 2026 · 12 months').waitFor()
      await expectFocus('main')
    })

    it('stays on the screen when the notice goes that was answered', async () => {
      await stopAnswers(page)
      await screen.usage.fill('900000')
      const alert = page.getByRole('alert')
      await alert.getByRole('button', { name: 'Retry' }).focus()
      await page.unroute(ANY_CALL)
      await page.keyboard.press('Enter')
      await alert.waitFor({ state: 'detached' })
      await expectFocus('main')
    })
  })

  describe('on Scenarios', () => {
    it('stays on the button that restores the last one of the bin', async () => {
      const library = await libraryOf(page)
      await library.press('Delete')
      await page.getByText('Bin', { exact: true }).click()
      await library.row(WORKED_EXAMPLE).click()
      await page.getByRole('main').getByRole('button', { name: 'Restore' }).press('Enter')
      await page.getByText('The bin is empty.').waitFor()
      await expectFocus('button Restore')
    })

    it('goes to the list when a deletion is taken back, and when all is shown again', async () => {
      const library = await libraryOf(page)
      await library.press('Delete')
      await library.report.getByRole('button', { name: 'Undo' }).press('Enter')
      await shown(library.row(WORKED_EXAMPLE))
      await expectFocus('grid Scenarios')
      await page.getByRole('textbox', { name: 'Search the scenarios' }).fill('nothing like it')
      await button('Show all').press('Enter')
      await shown(library.row(WORKED_EXAMPLE))
      await expectFocus('grid Scenarios')
    })
  })

  describe('on Settings', () => {
    beforeEach(() => page.getByRole('link', { name: 'Settings' }).click())

    it('stays on what takes a moment', async () => {
      await button('Back up now').press('Enter')
      await page.getByText('made by you').waitFor()
      await expectFocus('button Back up now')
      await button('Check store').press('Enter')
      await page.getByText('Sound:').waitFor()
      await expectFocus('button Check store')
    })

    it('comes back to the backup that was restored', async () => {
      await button('Back up now').click()
      await page.getByText('made by you').waitFor()
      await button(/^Restore the backup of/).press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).press('Enter')
      await page.getByText('The store is as it was').waitFor()
      await expectFocus(/^button Restore the backup of/)
    })

    it('stays where a key is set and cleared', async () => {
      await page.getByLabel('ElevenLabs API key').fill('sk_not_a_real_key')
      await button('Set key').press('Enter')
      await page.getByText('A key is kept until Tierwise ends.').waitFor()
      await expectFocus('button Replace key')
      await button('Clear').press('Enter')
      await page.getByText('No key.').waitFor()
      await expectFocus('button Clear')
    })
  })

  it('is where the name of a scenario can be changed after it was made', async () => {
    await page.keyboard.press('Control+n')
    await page.getByRole('textbox', { name: 'Name of the scenario' }).waitFor()
    await page.keyboard.press('Enter')
    await openName(page).getByText('New scenario').waitFor()
    await expectFocus('button New scenario, rename')
  })
})
