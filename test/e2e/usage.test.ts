import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ModelledUsage } from '#shared/usage.ts'
import { saved } from './library-screen.ts'
import { gone, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { A_SEASON, leaveUsage, manyStreams, QUOTA_EACH_MONTH } from './support/usage-store.ts'

describeInChromium('the usage of an account', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  async function open(usage: ModelledUsage, months = 12): Promise<void> {
    page = await app.openOn(leaveUsage(usage, months), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await kinds().waitFor()
  }
  const kinds = () => page.getByRole('radiogroup', { name: 'How usage is said' })
  const say = (kind: string) => kinds().getByText(kind, { exact: true }).click()
  /** What the account comes to, at the head of its results. */
  const costs = (total: string) => shown(page.getByRole('heading', { level: 1 }).getByText(total))
  const bar = (month: string) => page.getByRole('slider', { name: month, exact: true })
  const expectCredits = async (month: string, credits: string) => {
    await expect.poll(() => bar(month).getAttribute('aria-valuetext')).toBe(`${credits} credits`)
  }
  const press = (key: string) => page.keyboard.press(key)
  const expectFocused = async (what: Locator) => {
    await expect.poll(() => what.evaluate((element) => element === document.activeElement)).toBe(true)
  }
  const undo = async () => {
    await saved(page)
    await press('Control+z')
  }

  it('is written out, dragged, typed and pasted month by month, and billed as it is', async () => {
    await open(QUOTA_EACH_MONTH)
    // Twelve months at $22, with nothing past the quota.
    await costs('$264.00')
    await say('By month')
    await expectCredits('Dec 2026', '100,000')
    await costs('$264.00')
    await saved(page)

    // The bars reach to 150,000: eleven fifteenths of their height are 110,000, which are 10,000 at $0.30 a thousand.
    const track = page.getByRole('group', { name: 'Credits of each month' })
    const { x, y, width, height } = (await track.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const at = (month: number, part: number) =>
      [x + (width * (month + 0.5)) / 12, y + height * (1 - part)] as const
    await page.mouse.move(...at(0, 0.3))
    await page.mouse.down()
    await page.mouse.move(...at(0, 0.5), { steps: 4 })
    await page.mouse.move(...at(0, 11 / 15))
    await expectCredits('Jan 2026', '110,000')
    await page.mouse.up()
    await costs('$267.00')
    await saved(page)
    await page.getByRole('button', { name: 'Undo: Draw the usage of months' }).waitFor()

    // On to February, whose figure digits begin: 20,000 past the quota.
    await expectFocused(bar('Jan 2026'))
    await press('ArrowRight')
    await expectFocused(bar('Feb 2026'))
    await page.keyboard.type('120000')
    await expectCredits('Feb 2026', '120,000')
    await costs('$273.00')
    await press('Enter')
    const march = page.getByRole('textbox', { name: 'Credits in Mar 2026' })
    await expectFocused(march)
    // What is kept by now is not taken back together with what follows.
    await saved(page)

    // A thousand past the quota in each of twelve months, from a spreadsheet, and one figure too many.
    await bar('Mar 2026').press('Home')
    await expectFocused(bar('Jan 2026'))
    await withClipboard(page, async () => {
      const column = Array.from({ length: 13 }, () => '101,000').join('\n')
      await page.evaluate((text) => navigator.clipboard.writeText(text), column)
      await press('Control+v')
      await page.getByText('12 months pasted; 1 more came after the last month and was left out.').waitFor()
    })
    await costs('$267.60')
    await undo()
    await costs('$273.00')

    // A line drawn from January to December sets all that lie between.
    await page.mouse.move(...at(0, 0.2))
    await page.mouse.down()
    await page.mouse.move(...at(11, 0.2), { steps: 3 })
    await page.mouse.up()
    await expectCredits('Jun 2026', '30,000')
    await costs('$264.00')
  })

  it('steps to other levels, falls, and falls on weekdays, by the keyboard and by hand', async () => {
    await open(QUOTA_EACH_MONTH)
    const pattern = page.getByRole('radiogroup', { name: 'Usage pattern' })
    await pattern.getByText('Steps', { exact: true }).click()
    // Twice the quota in the nine months from April on: 100,000 past it at $0.30 a thousand each.
    await costs('$534.00')
    const step = page.getByRole('slider', { name: 'Step 1' })
    await step.press('ArrowRight')
    await costs('$504.00')
    // Half as much again: $15 in each of eight months.
    await step.press('Shift+ArrowDown')
    await costs('$384.00')
    await expect.poll(() => step.getAttribute('aria-valuetext')).toBe('1.5 times the usage from month 5')
    const track = page.getByRole('group', { name: 'Levels of usage' })
    const { x, y, width, height } = (await track.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.move(x + (width * 7) / 12, y + height - 5)
    await page.mouse.down()
    await page.mouse.move(x + (width * 6) / 12, y + height - 5, { steps: 4 })
    await page.mouse.up()
    await costs('$399.00')
    // From July on nothing: only April to June are past the quota.
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.getByRole('textbox', { name: 'Times the usage of step 2' }).fill('0')
    await costs('$309.00')
    await saved(page)
    await page.getByRole('button', { name: 'Undo: Change the 2 steps of usage' }).waitFor()

    // March has its last weekend on the 28th and 29th: the whole quota is used before it ends.
    await page.locator('summary', { hasText: 'Weekdays' }).click()
    await page.getByRole('button', { name: 'Weekends' }).click()
    await page.getByText('first on 30 Mar 2026').waitFor()
    await costs('$309.00')
    // Drawn across Monday and Tuesday at half the height, and taken back before the hand lets go.
    const week = page.getByRole('group', { name: 'Usage: how busy each weekday is' })
    const bars = (await week.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const [middle, tuesday] = [bars.y + bars.height / 2, page.getByRole('slider', { name: 'Tuesday' })]
    await page.mouse.move(bars.x + bars.width / 14, middle)
    await page.mouse.down()
    await page.mouse.move(bars.x + (3 * bars.width) / 14, middle)
    await expect.poll(() => tuesday.getAttribute('aria-valuenow')).toBe('50')
    await page.getByText('Mon–Tue 50, Wed–Fri 0, Sat–Sun 100').waitFor()
    await press('Escape')
    await expect.poll(() => tuesday.getAttribute('aria-valuenow')).toBe('0')
    await page.mouse.up()
    const sunday = page.getByRole('slider', { name: 'Sunday' })
    await page.getByRole('slider', { name: 'Monday' }).press('End')
    await expectFocused(sunday)
    await sunday.press('Shift+ArrowDown')
    await expect.poll(() => sunday.getAttribute('aria-valuenow')).toBe('75')
    await press('ArrowLeft')
    await expectFocused(page.getByRole('slider', { name: 'Saturday' }))
    await page.keyboard.type('50')
    await page.getByRole('button', { name: 'Undo: Set weekdays to Mon–Fri 0, Sat 50, Sun 75' }).waitFor()

    await pattern.getByText('Growth', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Growth a month' }).fill('-10')
    await costs('$264.00')
    await say('By month')
    await expectCredits('Mar 2026', '81,000')
    await page.getByText('Mon–Fri 0, Sat 50, Sun 75').first().waitFor()
  })

  it('is fitted where the account has other months than are written out', async () => {
    await open(A_SEASON, 14)
    await page.getByText('12 months are written out, and the account runs 14.').waitFor()
    await page.getByRole('button', { name: 'Fill with the last month' }).click()
    await expectCredits('Feb 2027', '130,000')
    await gone(page.getByText('12 months are written out'))
    await undo()
    await page.getByText('12 months are written out, and the account runs 14.').waitFor()
    // The average of 90, 110, 121, 90, 80, 150, 160, 180, 140, 120, 100 and 130 thousand: 1,471 / 12.
    await page.getByText('122,583 credits a month on average').waitFor()
    await say('One figure')
    await page.getByText('The average of 12 months took the place of their figures.').waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Credits a month' }).inputValue())
      .toBe('122,583')
  })

  it('is listed by product and model with the keyboard alone', async () => {
    await open(QUOTA_EACH_MONTH)
    await kinds().getByRole('radio', { name: 'One figure' }).focus()
    // Arrows only move: what is written stays until it is asked for in another way.
    await press('ArrowLeft')
    await expectFocused(kinds().getByRole('radio', { name: 'By product' }))
    await page.getByRole('radio', { name: 'One figure', checked: true }).waitFor()
    await press('Enter')
    const table = page.getByRole('grid', { name: 'Usage by product' })
    const row = (place: number) => table.getByRole('row').nth(place)
    await row(1).getByText('1 credit a character').waitFor()
    await costs('$264.00')

    await page.getByRole('button', { name: 'Add a product' }).focus()
    await press('Enter')
    await expectFocused(row(2).getByRole('textbox'))
    await row(2).getByRole('combobox').selectOption('Text to Speech, Flash v2')
    await row(2).getByText('0.5 credits a character').waitFor()
    await row(2).getByRole('textbox').focus()
    await press('Control+a')
    await page.keyboard.type('40000')
    // 20,000 credits past the quota each month, at $0.30 a thousand: $6 more.
    await row(2).getByText('20,000', { exact: true }).waitFor()
    await costs('$336.00')

    // A quarter of what Multilingual does moves to half the price: 12,500 credits fewer, $3.75 a month.
    await page.getByRole('button', { name: 'Move work to another model' }).press('Enter')
    await page
      .getByRole('combobox', { name: 'Moves to' })
      .selectOption({ label: 'Text to Speech, Flash v2 (0.5 credits a character)' })
    await page.getByRole('textbox', { name: 'Share that moves' }).fill('25')
    await page.getByText('Costs $45.00 less over 12 months.').waitFor()
    await page.getByRole('button', { name: 'Move 25 %' }).press('Enter')
    await costs('$291.00')
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('4')
    await undo()
    await costs('$336.00')
  })

  it('is pasted by product and model, and says beside a stream why it cannot be billed', async () => {
    await open(manyStreams(220))
    const table = page.getByRole('grid', { name: 'Usage by product' })
    await table.getByText('No burn rate is published for music with Standard on Creator').first().waitFor()
    // Of all rows only those near the ones in sight are there.
    expect(await table.getByRole('row').count()).toBeLessThan(60)
    await page.getByRole('button', { name: 'Paste usage' }).click()
    await page
      .getByRole('textbox', { name: 'The usage' })
      .fill(['Product;Model;Quantity', 'Text to Speech;Flash v2;250,000', 'Music;Standard;3'].join('\n'))
    await page.getByText('1 row will be added, 1 row will be left out.').waitFor()
    await page.getByText('Music, Standard: no published rate').waitFor()
    await page.getByRole('button', { name: 'Add 1' }).click()
    const last = table.locator('[aria-rowindex="222"]')
    await expectFocused(last.getByRole('textbox'))
    await last.getByText('125,000', { exact: true }).waitFor()
    await last.getByRole('button', { name: /^More of/ }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('221')
  })
})
