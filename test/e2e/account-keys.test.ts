import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { AccountChange } from '#shared/account.ts'
import { refuse } from '#shared/result.ts'
import { gone, shown } from './screen.ts'
import { leaveAccount, leaveScenario, THIRTY_PEOPLE } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

const SEATS: AccountChange = { kind: 'buySeats', on: '2026-03-12', count: 5 }

describeInChromium('the account by keyboard, and where a part of it is refused', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.openOn(leaveAccount([SEATS]), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('group', { name: 'Changes over time' }).waitFor()
    return () => app.leave(page)
  })

  const press = (key: string) => page.keyboard.press(key)
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )

  /** The account has one key already. */
  async function addKey() {
    const part = page.getByRole('button', { name: /^Groups/, expanded: false })
    if ((await part.count()) > 0) await part.press('Enter')
    await page.getByRole('button', { name: 'Add a key' }).press('Enter')
  }

  it('takes back what a field was changed to with Escape, and closes the form with the next one', async () => {
    await page
      .getByRole('list', { name: 'Changes by date' })
      .getByRole('button', { name: /^Edit/ })
      .press('Enter')
    const seats = page.getByRole('form').getByRole('textbox', { name: /seats/i })
    await seats.fill('12')
    await press('Escape')
    await expect.poll(() => seats.inputValue()).toBe('5')
    await press('Escape')
    expect(await gone(page.getByRole('form'))).toBe(true)
  })

  it('gives the focus of a row that is removed to its neighbour, and the last one’s to what adds one', async () => {
    await addKey()
    const remove = page.getByRole('button', { name: /^Remove the key/ })
    await expect.poll(() => remove.count()).toBe(2)
    await remove.last().press('Enter')
    await expect.poll(() => remove.count()).toBe(1)
    await expect.poll(focused).toMatch(/^Remove the key/)
    await press('Enter')
    await expect.poll(() => remove.count()).toBe(0)
    await expect.poll(focused).toBe('Add a key')
  })

  it('goes to the usage with its key', async () => {
    await page.getByRole('main').focus()
    await press('/')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('section')?.ariaLabel))
      .toBe('Usage')
  })

  it('keeps a part that is refused, marked as of the account before, is not printed, and tries again', async () => {
    await page.getByRole('tab', { name: 'Invoices' }).click()
    const part = page.locator('main [data-before]')
    expect(await shown(page.getByRole('article'))).toBe(true)
    const refusal = refuse({ code: 'result.cancelled', message: 'It was called off.', path: '' })
    await page.route(/results\.invoice/, (route) => route.fulfill({ json: refusal }))
    await addKey()
    expect(await shown(page.getByText('The invoices cannot be shown as the account is.'))).toBe(true)
    expect(await shown(part.first())).toBe(true)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.getByRole('button', { name: /^Print 0/ }).click()
    expect(
      await shown(page.getByText('Not printed: what is shown is of the account before its last change.')),
    ).toBe(true)
    await page.unroute(/results\.invoice/)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.first().click()
    await expect.poll(() => again.count()).toBe(1)
    await again.click()
    await expect.poll(() => part.count()).toBe(0)
    expect(await page.locator('body[data-printed]').count()).toBe(0)
    await page.getByRole('button', { name: /^Print 0/ }).click()
    await expect.poll(() => page.locator('body[data-printed]').count()).toBe(1)
  })

  it('says why rows further down a list are not there, and asks for them again', async () => {
    const own = await app.openOn(leaveScenario(THIRTY_PEOPLE), { reducedMotion: true })
    try {
      await own.getByRole('link', { name: 'Account' }).click()
      await own.getByRole('tab', { name: 'Ledger' }).click()
      const entries = own.getByRole('grid', { name: 'Entries of the ledger' })
      await entries.locator('[aria-rowindex="2"]').waitFor()
      const refusal = refuse({ code: 'result.broke_down', message: 'It broke down.', path: '' })
      await own.route(/results\.ledger/, (route) => route.fulfill({ json: refusal }))
      const box = own.getByRole('region', { name: 'Entries of the ledger as a table' })
      await box.evaluate((scroller) => {
        scroller.scrollTop = scroller.scrollHeight
      })
      const why = entries.getByRole('alert').getByText('These rows cannot be shown.')
      expect(await shown(why)).toBe(true)
      const [told, sight] = [await why.boundingBox(), await box.boundingBox()]
      expect(told?.y).toBeGreaterThan(sight?.y ?? Number.NaN)
      expect(told?.y).toBeLessThan((sight?.y ?? 0) + (sight?.height ?? 0))
      await own.unroute(/results\.ledger/)
      await entries.getByRole('button', { name: 'Try again' }).click()
      // Of 10,983 entries these are the last.
      await entries
        .getByRole('button', { name: /^Why: entry 109/ })
        .first()
        .waitFor()
      expect(await entries.getByRole('alert').count()).toBe(0)
    } finally {
      await app.leave(own)
    }
  })
})
