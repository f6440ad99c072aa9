import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { gone, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { CREATOR_AT_400_000, leaveScenario } from './support/scenario-store.ts'

describeInChromium('an account over time: Creator at 400,000 credits a month', () => {
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

  const title = (text: string) => shown(page.getByRole('heading', { level: 2, name: text, exact: true }))
  const note = (text: string) => shown(page.getByText(text, { exact: true }))
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** What is read out beside the place in the chart that the keys are at. */
  const read = async (name: string, figures: Readonly<Record<string, string>>) => {
    await shown(page.getByRole('heading', { level: 3, name, exact: true }))
    const card = page.locator('[aria-live=polite] dl > div')
    const told = await card.evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
    )
    expect(Object.fromEntries(told)).toEqual(figures)
  }

  // Of 300,000 credits beyond the plan's each thousand is $0.30: $90.00 beside $22.00. In April 400,000 are 13,333 1/3 a
  // day: the plan's 100,000 last 7 1/2 days.
  it('costs the same by what it pays for, nearly the same by its bills, and says why', async () => {
    await title('The same every month: $112.00')
    await note('Credits run out in 12 of 12 months, first on 8 Apr 2026')
    await page.getByRole('group', { name: 'Billing periods as a chart' }).focus()
    await press('ArrowRight')
    await read('April 2026', {
      Subscription: '22.00',
      Overage: '90.00',
      Total: '112.00',
      'So far': '112.00',
      'Ran out': '8 Apr 2026, 12:00 UTC',
    })

    await press('Enter')
    const made = page.getByRole('region', { name: 'What makes up April 2026' })
    // Each time $44.00 are outstanding, twice the plan's price, they are invoiced early; the rest is on 1 May: 44 + 44 + 2.
    await made.getByText('$2.00').waitFor()
    // Each invoice comes by itself.
    await expect
      .poll(() => made.getByRole('listitem').locator('.figures').allInnerTexts())
      .toEqual(['$2.00', '$44.00', '$44.00', '$22.00'])
    await made.getByRole('button', { name: 'Why: Overage beyond the credits on hand, invoice 0004' }).click()
    const why = page.getByRole('complementary', { name: 'Why' })
    await why.getByText('$2.00').first().waitFor()
    await press('Escape')
    await gone(why)

    await page.getByRole('radiogroup', { name: 'Money by' }).getByText('Billed').click()
    await title('Nearly the same every month: $110.00 to $114.00')
    await page.getByRole('button', { name: 'Show as table' }).click()
    const last = page.getByRole('grid', { name: 'Cost over time' }).getByRole('row').last()
    // April's bills lack the last $2.00 of its overage; the run ends with $2.00 of February's and March's own $90.00.
    expect((await last.getByRole('gridcell').allInnerTexts()).slice(0, 5)).toEqual([
      'March 2027',
      '22.00',
      '92.00',
      '114.00',
      '1,344.00',
    ])
  })

  it('has used its credits up by the 8th of every month, day by day where it is looked at closer', async () => {
    await page.getByRole('tab', { name: 'Credits' }).click()
    await title('All credits are gone by the 8th of every month')
    await note('1 Apr 2026 to 1 Apr 2027, by day')
    await page.getByRole('group', { name: 'Credits on hand as a chart' }).focus()
    await press(...Array.from({ length: 8 }, () => 'ArrowRight'))
    // Seven days took 93,333 1/3; of the eighth's 13,333 1/3 the pool has half. Usage up to a midnight is in whole
    // micros, cut off: eight days are 106,666.666666.
    await read('8 Apr 2026', {
      'This period’s': '6,666.666667',
      'On hand at its start': '6,666.666667',
      'Used from what is on hand': '6,666.666667',
      Overage: '6,666.666666',
      'Credits ran out': '100,000',
    })

    await press('Home', ...Array.from({ length: 9 }, () => 'Shift+ArrowRight'))
    await shown(page.getByRole('heading', { level: 3, name: '1 Apr to 11 Apr 2026: look closer' }))
    await press('Enter')
    await note('1 Apr to 11 Apr 2026, by day')
    await press('Escape')
    await note('1 Apr 2026 to 1 Apr 2027, by day')

    const chart = page.getByRole('group', { name: 'Credits on hand as a chart' })
    const box = await chart.boundingBox()
    if (box === null) throw new Error('The chart is not on the screen.')
    await page.mouse.move(box.x + 100, box.y + 200)
    await page.mouse.down()
    await page.mouse.move(box.x + 300, box.y + 200, { steps: 4 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Show all' }).click()
    await note('1 Apr 2026 to 1 Apr 2027, by day')

    await page.getByRole('button', { name: 'Show as table' }).click()
    await note('1 Apr 2026 to 1 Apr 2027, by month')
    const april = page.getByRole('grid', { name: 'Credits on hand' }).getByRole('row').nth(1)
    expect(await april.getByRole('gridcell').allInnerTexts()).toEqual([
      '1 Apr 2026',
      '100,000',
      '100,000',
      '100,000',
      '300,000',
    ])
    await page.getByRole('button', { name: /^Why: Renewal, 1 Apr 2026/ }).click()
    await shown(page.getByRole('complementary', { name: 'Why' }).getByRole('heading', { level: 2 }))
  })
})
