import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { gone, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { CREATOR_AT_400_000, leaveScenario } from './support/scenario-store.ts'

describeInChromium('why the figures of an account are what they are', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.openOn(leaveScenario(CREATOR_AT_400_000), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    return () => app.leave(page)
  })

  const panel = () => page.getByRole('complementary', { name: 'Why' })
  const told = (name: string | RegExp) => shown(panel().getByRole('heading', { level: 2, name }))
  const lead = (name: string | RegExp) => panel().getByRole('button', { name }).first()
  const sum = () => panel().getByRole('row').last().innerText()

  // Creator is $22.00 a month, and of 400,000 credits 300,000 are overage at $0.30 a thousand: 12 × (22 + 90) = 1,344.
  it('by mouse, from the total to the source of a rate, and back and forward', async () => {
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await told('Total from 2026-04-01 to 2027-04-01')
    expect(await sum()).toMatch(/^Total\s+\$1,344\.00$/)
    await lead('Why: Overage').click()
    await told('Overage from 2026-04-01 to 2027-04-01')
    expect(await sum()).toMatch(/^Overage in all\s+\$1,080\.00$/)
    await lead(/^Why: .*, invoice 0002 of /).click()
    await told(/, invoice 0002$/)
    await shown(panel().getByRole('heading', { level: 3, name: 'Where the rate is from' }))
    await panel().getByRole('button', { name: 'Back to the total of overage' }).click()
    await told('Overage from 2026-04-01 to 2027-04-01')
    await panel()
      .getByRole('button', { name: /^Forward to line / })
      .click()
    await told(/, invoice 0002$/)
  })

  it('by keyboard, from a month’s cost to a line and back', async () => {
    await page.getByRole('group', { name: 'Billing periods as a chart' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Why: the cost of April 2026' }).focus()
    await page.keyboard.press('Enter')
    await told('Cost of period 1, 2026-04-01 to 2026-05-01')
    expect(await sum()).toMatch(/^In all\s+\$112\.00$/)
    await lead(/^Why: .*subscription/).focus()
    await page.keyboard.press('Enter')
    await told(/subscription, monthly, invoice 0001/)
    await page.keyboard.press('Alt+ArrowLeft')
    await told('Cost of period 1, 2026-04-01 to 2026-05-01')
    await page.keyboard.press('Alt+ArrowRight')
    await told(/subscription, monthly, invoice 0001/)
    await page.keyboard.press('Escape')
    await gone(panel())
  })

  it('an invoice tells its sums', async () => {
    await page.getByRole('tab', { name: 'Invoices' }).click()
    await page.getByRole('button', { name: '0001', exact: true }).click()
    await page.getByRole('button', { name: 'Why: the sums of Invoice 0001' }).click()
    await told(/^Invoice 0001/)
    expect(await sum()).toMatch(/^Amount due\s+\$22\.00$/)
  })

  it('a share of the costs tells the lines it bears, by keyboard', async () => {
    await page.getByRole('tab', { name: 'Costs' }).click()
    await page.getByRole('button', { name: /^Why: the cost of / }).focus()
    await page.keyboard.press('Enter')
    await told(/^Cost of /)
    // Nobody is named, so that one share bears all.
    expect(await sum()).toMatch(/^In all\s+\$1,344\.00$/)
    await lead(/^Why: .*invoice 0001/).focus()
    await page.keyboard.press('Enter')
    await told(/, invoice 0001$/)
  })
})
