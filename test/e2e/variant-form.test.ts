import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { leaveCreator } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the form of a variant', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  const TWICE = 'Twice the usage'
  const variants = [
    { name: 'Pro', plan: 'pro' },
    { name: TWICE, usageFactor: '2' },
  ]

  const ranking = () => page.getByRole('grid', { name: 'Variants by rank' })
  const radios = () => ranking().getByRole('radio')
  const order = async () =>
    (await radios().evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).map((label) =>
      label?.replace('Compare the others with ', ''),
    )
  const cells = async (name: string) => {
    const row = ranking()
      .getByRole('row')
      .filter({
        has: page.getByRole('radio', { name: `Compare the others with ${name}` }),
      })
    const texts = await row.getByRole('gridcell').allInnerTexts()
    return [texts[0], texts[2]]
  }
  const focusedText = () => page.evaluate(() => document.activeElement?.textContent)

  async function open(): Promise<void> {
    page = await app.openOn(leaveCreator(variants), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Variants' }).click()
    await radios().nth(2).waitFor()
  }

  it('bills nothing half typed, leaves its row where it is, and gives it its rank and the focus once it is closed', async () => {
    await open()
    // Creator's 100,000 credits and $0.30 for each 1,000 more: $22.00 and $90.00; $22.00 and $210.00 of twice as much.
    expect(await order()).toEqual(['Pro', 'Creator', TWICE])
    expect(await cells(TWICE)).toEqual(['3', '2,784.00'])
    await page.getByRole('button', { name: TWICE, exact: true }).click()
    const usage = page.getByRole('textbox', { name: 'Usage times' })
    await usage.waitFor()

    // However long a person takes from one key to the next.
    await page.evaluate(() => {
      const { setTimeout: set } = window
      const never: typeof window.setTimeout = Object.assign(
        (...[what, after]: Parameters<typeof set>) => (after === 600 ? 0 : set(what, after)),
        set,
      )
      window.setTimeout = never
    })
    await usage.press('ControlOrMeta+a')
    await page.keyboard.type('0.2')
    expect(await usage.getAttribute('data-unsettled')).toBe('true')
    expect(await cells(TWICE)).toEqual(['3', '2,784.00'])
    await usage.press('Escape')
    expect(await usage.inputValue()).toBe('2')

    await usage.press('ControlOrMeta+a')
    await page.keyboard.type('0.2')
    await usage.press('Enter')
    // 80,000 credits are within the quota.
    await expect.poll(() => cells(TWICE)).toEqual(['1', '264.00'])
    expect(await order()).toEqual(['Pro', 'Creator', TWICE])

    await usage.press('Escape')
    await expect.poll(order).toEqual([TWICE, 'Pro', 'Creator'])
    expect(await focusedText()).toBe(TWICE)
  })

  it('takes a figure that nobody types on, one that is left, and none that is wrong', async () => {
    await open()
    await page.getByRole('button', { name: TWICE, exact: true }).click()
    const usage = page.getByRole('textbox', { name: 'Usage times' })
    await usage.fill('1')
    await expect.poll(() => cells(TWICE)).toEqual(['2', '1,344.00'])
    await usage.fill('0.2')
    await usage.blur()
    await expect.poll(() => cells(TWICE)).toEqual(['1', '264.00'])

    const seats = page.getByRole('textbox', { name: 'Full seats bought', exact: true })
    await seats.fill('8M0')
    await page.getByText('A whole number.').waitFor()
    expect(await seats.getAttribute('data-unsettled')).toBe('true')
    expect(await cells(TWICE)).toEqual(['1', '264.00'])

    // Keys go on from what is typed, before it is in force.
    await seats.fill('7')
    await seats.press('ArrowUp')
    expect(await seats.inputValue()).toBe('8')
  })

  it('shows every field whole in a window of 1280 pixels, and a variant is kept from the header in one click', async () => {
    page = await app.openOn(leaveCreator(variants), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('button', { name: 'Keep this as a variant' }).click()
    const kept = page.getByRole('button', { name: 'Kept as the variant “Creator as it is now”, 3 of 8' })
    await kept.waitFor()
    await page.getByRole('tab', { name: 'Variants' }).click()
    await radios().nth(3).waitFor()
    await page.getByRole('button', { name: 'Compare with…' }).click()
    await page.getByRole('option', { name: 'Quote for Enterprise' }).click()
    const form = page.getByRole('group', { name: 'Change Quote for Enterprise' })
    await form.waitFor()
    const beyond = await form.evaluate((element) => {
      const right = element.closest('[role=region]')?.getBoundingClientRect().right ?? 0
      const fields = [...element.querySelectorAll('input, select')]
      const cut = fields.filter((field) => field.getBoundingClientRect().right > right)
      return { fields: fields.length > 10, cut: cut.length }
    })
    expect(beyond).toEqual({ fields: true, cut: 0 })
    // No more is to be scrolled to, so nothing fades.
    const region = page.getByRole('region', { name: 'Variants as a table' })
    expect(await region.getAttribute('data-more-right')).toBe(null)
  })
})
