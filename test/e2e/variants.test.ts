import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { leaveCreator } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('variants of an account', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  async function open(): Promise<void> {
    page = await app.openOn(leaveCreator([]), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Variants' }).click()
    await row('Creator').waitFor()
  }
  const ranking = () => page.getByRole('table', { name: 'Variants by rank' })
  const row = (name: string) =>
    ranking()
      .getByRole('row')
      .filter({ has: page.getByRole('radio', { name: `Compare the others with ${name}` }) })
  /** The first figures of a row: total, a month, and both differences. */
  const figures = async (name: string) => {
    const texts = await row(name).getByRole('cell').allInnerTexts()
    return texts.slice(2, 6)
  }
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })

  it('are made in two clicks, turned round, kept, and taken away by undo', async () => {
    await open()
    await page.getByRole('button', { name: 'Compare with…' }).click()
    await page.getByRole('option', { name: 'Pro', exact: true }).click()

    // Pro is $99.00 a month. Creator is $22.00 and $90.00 of overage for 300,000 credits: $112.00.
    expect(await shown(heading('Pro costs $13.00 a month less than Creator'))).toBe(true)
    expect(await figures('Creator')).toEqual(['1,344.00', '112.00', '–', '–'])
    expect(await figures('Pro')).toEqual(['1,188.00', '99.00', '−13.00', '−156.00'])
    // Twelve times $77.00 more subscription, and $90.00 less overage.
    const bars = page.getByRole('region', { name: 'Differences by kind' })
    expect(await bars.innerText()).toContain('Subscription +$924.00, Overage −$1,080.00')
    expect(await bars.innerText()).toContain(
      'Over 12 months: $1,080.00 less overage against $924.00 more subscription.',
    )

    await page.getByRole('radio', { name: 'Compare the others with Pro' }).check()
    expect(await shown(heading('Creator costs $13.00 a month more than Pro'))).toBe(true)
    expect(await figures('Creator')).toEqual(['1,344.00', '112.00', '+13.00', '+156.00'])
    await saved(page)

    await page.reload()
    expect(await shown(heading('Creator costs $13.00 a month more than Pro'))).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await shown(heading('Pro costs $13.00 a month less than Creator'))).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(() => ranking().getByRole('row').count()).toBe(2)
  })

  it('are beside what every plan blocks, and the best day to move up, which is added as one edit', async () => {
    await open()
    // Without overage, 300,000 of 400,000 credits are stopped in each of 12 months.
    await heading('Without overage Creator blocks 3,600,000 credits; with it they cost $1,080.00').waitFor()
    await page.getByRole('button', { name: 'Best upgrade date' }).press('Enter')
    // 12,903 credits a day use Creator's 100,000 up on the 8th. A day's overage then costs $3.87, and a day less of Pro saves $3.19.
    expect(await shown(heading('Move to Pro on 9 Jan 2026'))).toBe(true)
    await page.getByRole('button', { name: 'Add this upgrade' }).click()
    await saved(page)
    expect(await shown(page.getByRole('button', { name: /^Undo.*Upgrade to Pro on 9 Jan 2026/ }))).toBe(true)
  })
})
