import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { gone, type Screen, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { CREATOR_AT_400_000, leaveScenario } from './support/scenario-store.ts'

/*
 * Creator is $22.00 a month for 100,000 credits, and $0.30 for every thousand beyond them: 400,000 a month are $90.00 of
 * overage, 500,000 are $120.00. Starter stops at 30,000 credits, 370,000 short in each of 12 months.
 */
describeInChromium('why the figures of a comparison are what they are', () => {
  let app: RunningApp
  let page: Page
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.openOn(leaveScenario(CREATOR_AT_400_000), { reducedMotion: true })
    screen = await screenOf(page)
    return () => app.leave(page)
  })

  const panel = () => page.getByRole('complementary', { name: 'Why' })
  const told = (name: string) => shown(panel().getByRole('heading', { level: 2, name }))
  const sum = (text: RegExp) => shown(panel().getByRole('row', { name: text }).last())

  it('by mouse, from a plan’s overage to the source of its rate, and back; it follows the usage', async () => {
    await screen.focus('Creator')
    await page.getByRole('button', { name: 'Why: overage of Creator' }).click()
    await told('Creator: Overage from 1 Jan 2026 to 1 Jan 2027')
    await sum(/^Overage in all\s+\$1,080\.00$/)
    await screen.setUsage(500_000)
    await sum(/^Overage in all\s+\$1,440\.00$/)
    await panel()
      .getByRole('button', { name: /^Why: .*, invoice 0002 of / })
      .click()
    await shown(panel().getByRole('heading', { level: 3, name: 'Where the rate is from' }))
    await panel().getByRole('button', { name: 'Back to the total of overage' }).click()
    await told('Creator: Overage from 1 Jan 2026 to 1 Jan 2027')
    const [reasons, result] = await Promise.all([panel().boundingBox(), page.locator('main').boundingBox()])
    expect((reasons?.x ?? Number.NaN) + (reasons?.width ?? 0)).toBeLessThanOrEqual(result?.x ?? 0)
  })

  it('by keyboard, what a plan blocks; whoever comes to the inputs is done with it', async () => {
    await screen.focus('Starter')
    await page.getByRole('button', { name: 'Why: blocked of Starter' }).focus()
    await page.keyboard.press('Enter')
    await told('Starter: 4,440,000 credits were not served from 1 Jan 2026 to 1 Jan 2027')
    await page.keyboard.press('Escape')
    await gone(panel())
    await page.keyboard.press('Enter')
    await told('Starter: 4,440,000 credits were not served from 1 Jan 2026 to 1 Jan 2027')
    await page.getByRole('combobox', { name: 'Catalogue' }).focus()
    expect(await gone(panel())).toBe(true)
  })
})
