import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the fields of figures', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
  })

  const headlineWith = (text: string) => shown(screen.headline.filter({ hasText: text }))
  const press = (...keys: readonly string[]) => keysTo(screen, keys)
  const number = (name: string) => screen.page.getByRole('textbox', { name, exact: true })
  const invalid = (field: Locator) => field.getAttribute('aria-invalid')
  const described = (field: Locator) =>
    field.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '(missing)')
        .join(' ')
        .trim(),
    )

  async function type(field: Locator, text: string): Promise<void> {
    await field.press('Control+a')
    await screen.page.keyboard.type(text)
  }

  const paste = (field: Locator, text: string): Promise<void> =>
    withClipboard(screen.page, async () => {
      await screen.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      await field.press('Control+a')
      await field.press('Control+v')
    })

  describe('understand', () => {
    it.each([
      ['1250000', '1,250,000'],
      ['1,250,000', '1,250,000'],
      ['1 250 000', '1,250,000'],
      ['400k', '400,000'],
      ['1.5M', '1,500,000'],
      ['2 m', '2,000,000'],
    ])('%s, typed', async (text, figure) => {
      await screen.setUsage(3_000)
      await type(screen.usage, text)
      expect(await invalid(screen.usage)).toBeNull()
      await headlineWith(`${figure} credits a month`)
      await press('Enter')
      expect(await screen.usage.inputValue()).toBe(figure)
    })

    it('a figure pasted in another format, where it can mean one thing only', async () => {
      await paste(screen.usage, '1.250.000')
      await headlineWith('1,250,000 credits a month')
      await kept.writeFigures('1.234,56')
      await paste(screen.usage, '2,500,000')
      await headlineWith('2.500.000 credits a month')
      await type(screen.usage, '1,5M')
      expect(await headlineWith('1.500.000 credits a month')).toBe(true)
    })
  })

  describe('refuse and leave the last figures in force for', () => {
    it.each(['1250000.75', '-5', '1e6', 'lots', '1,25,000'])('%s', async (text) => {
      await paste(screen.usage, text)
      expect(await invalid(screen.usage)).toBe('true')
      expect(await screen.usage.inputValue()).toBe(text)
      // It is still there, and still said, when the field is left.
      await press('Tab')
      expect(await screen.usage.inputValue()).toBe(text)
      expect(await described(screen.usage)).toMatch(/^(A whole number: 1,250,000 or 1\.25M|Zero or more)\.$/)
      expect(await headlineWith('at 400,000 credits a month')).toBe(true)
      await screen.usage.press('Escape')
      expect(await screen.usage.inputValue()).toBe('400,000')
      expect(await invalid(screen.usage)).toBeNull()
    })

    it('1250000,75 where the comma is the decimal sign', async () => {
      await kept.writeFigures('1.234,56')
      await paste(screen.usage, '1250000,75')
      expect(await invalid(screen.usage)).toBe('true')
      expect(await headlineWith('at 400.000 credits a month')).toBe(true)
    })

    it('what an input beside the usage does not take', async () => {
      await screen.choose('Usage pattern', 'Growth')
      await headlineWith('starting at 400,000')
      const growth = number('Growth a month')
      await type(growth, '-105')
      expect(await described(growth)).toBe('% From −100 to 100.')
      await press('Tab')
      expect(await growth.inputValue()).toBe('-105')
      expect(await invalid(growth)).toBe('true')
      await type(growth, '2.5 %')
      expect(await invalid(growth)).toBeNull()
      await press('Tab')
      expect(await growth.inputValue()).toBe('2.5')
      await paste(number('Months'), '999')
      await screen.page.getByText('From 1 to 120.').waitFor()
      expect(await shown(screen.page.getByText('Totals over 12 months'))).toBe(true)
    })
  })

  it('wait for a figure that is not finished, and go back to the last one when they are left empty', async () => {
    await type(screen.usage, '1,25')
    expect(await invalid(screen.usage)).toBeNull()
    await press('Tab')
    expect(await invalid(screen.usage)).toBe('true')
    await type(screen.usage, '500000')
    await screen.usage.fill('')
    await press('Tab')
    expect(await screen.usage.inputValue()).toBe('500,000')
  })

  it('group the digits while they are edited, and keep the caret where it was', async () => {
    const caret = () =>
      screen.usage.evaluate((input) => (input instanceof HTMLInputElement ? input.selectionStart : -1))
    await screen.usage.focus()
    await press('End', 'Backspace')
    expect([await screen.usage.inputValue(), await caret()]).toEqual(['40,000', 6])
    await press('Home', 'ArrowRight')
    await screen.page.keyboard.type('55')
    expect([await screen.usage.inputValue(), await caret()]).toEqual(['4,550,000', 4])
    // The group sign is stepped over, not fought with.
    await press('ArrowRight', 'ArrowRight', 'Backspace', 'Backspace')
    expect([await screen.usage.inputValue(), await caret()]).toEqual(['455,000', 3])
    await press('Delete', 'Delete')
    expect([await screen.usage.inputValue(), await caret()]).toEqual(['45,500', 4])
    expect(await headlineWith('45,500 credits a month')).toBe(true)
  })

  it('step by the arrow keys where the steps make sense', async () => {
    await type(number('Months'), '119')
    await press('ArrowUp', 'ArrowUp')
    expect(await number('Months').inputValue()).toBe('120')
    await press('ArrowDown')
    expect(await shown(screen.page.getByText('Totals over 119 months'))).toBe(true)
  })

  it('give way to what is set elsewhere, and undo their own text before it counts', async () => {
    await type(screen.usage, 'lots')
    await press('Control+z')
    expect(await screen.usage.inputValue()).not.toBe('lots')
    await type(screen.usage, 'lots')
    await screen.slider.press('ArrowRight')
    await headlineWith('410,000 credits a month')
    expect(await screen.usage.inputValue()).toBe('410,000')
    expect(await invalid(screen.usage)).toBeNull()
  })

  it('say what they take at most without moving anything, and show it whole', async () => {
    const places = async () => [await screen.curves.boundingBox(), await number('Months').boundingBox()]
    const before = await places()
    await screen.usage.fill('1,000,000,000,000')
    await screen.page.getByText('At most 9,007,199,254.').waitFor()
    await number('Months').fill('lots')
    await screen.page.getByText('A whole number.', { exact: true }).waitFor()
    expect(await places()).toEqual(before)
    expect(await screen.usage.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true)
  })

  it('have a slider that says where it cannot show the usage', async () => {
    const words = () => screen.slider.getAttribute('aria-valuetext')
    const box = async () => (await screen.slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await screen.usage.fill('0')
    await headlineWith('With no usage')
    expect(await words()).toBe('0 credits a month, below the scale, which begins at 1K')
    await screen.setUsage(40_000_000)
    expect(await words()).toBe('40,000,000 credits a month, beyond the scale, which ends at 20M')
    // The thumb stands outside and can be taken back from there.
    const { x, y, width } = await box()
    await screen.page.mouse.move(x + width + 4, y + 10)
    await screen.page.mouse.down()
    await screen.page.mouse.move(x + width * 0.5, y + 10, { steps: 8 })
    await screen.page.mouse.up()
    await expect.poll(words).toMatch(/^1\d\d,000 credits a month$/)
  })
})

async function keysTo({ page }: Screen, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
