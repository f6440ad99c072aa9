import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openName, saved } from './library-screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'

describeInChromium('the terms of a plan sold by contract', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
    await screen.focus('Enterprise')
    await screen.page.getByRole('button', { name: 'Edit terms' }).click()
  })

  const editor = () => screen.page.getByRole('group', { name: 'Edit the terms of Enterprise' })
  const field = (name: string) => editor().getByRole('textbox', { name })

  it('are assumed, and replaced by a quote', async () => {
    expect((await screen.cells('Enterprise')).at(-1)).toBe('assumed')
    await field('Price a month').fill('80')
    await field('Credits a month').fill('1,000,000')
    await screen.headline.filter({ hasText: 'Enterprise is cheapest' }).waitFor()
    expect(await screen.headline.innerText()).toBe(
      'Enterprise is cheapest at 400,000 credits a month: $80.00 a month on assumed terms',
    )
    const facts = screen.page.getByRole('region', { name: 'Terms of Enterprise', exact: true })
    await facts.getByText('1,000,000 a month').waitFor()
    await screen.page.getByRole('button', { name: 'Reset to assumed' }).click()
    await screen.headline.filter({ hasText: 'Pro is cheapest' }).waitFor()
  })

  it('show at their field what is wrong with them, answer nothing, and keep the last figures', async () => {
    await field('Price a month').fill('lots')
    await editor().getByText('Expected an amount of money').waitFor()
    expect(await screen.headline.innerText()).toBe(
      'Cannot be compared: “Price a month” of Enterprise cannot be used as it is',
    )
    expect(await screen.detail.innerText()).toContain(
      'The figures below are the last that could be compared.',
    )
    expect((await screen.cells('Pro')).slice(2, 4)).toEqual(['1,188.00', '99.00'])
    await field('Price a month').fill('$90')
    await screen.headline.filter({ hasText: 'Enterprise is cheapest' }).waitFor()
  })

  it('are read whole or not at all', async () => {
    await screen.page.keyboard.type('1,2')
    await screen.page.keyboard.press('Tab')
    await editor().getByText('A number like 2.5.').waitFor()
    await saved(screen.page)
    await field('Price a month').fill('')
    await field('Price a month').pressSequentially('1,250.50')
    await field('Credits a month').fill('2.5M')
    const facts = screen.page.getByRole('region', { name: 'Terms of Enterprise', exact: true })
    await facts.getByText('$1,250.50 a month').waitFor()
    await facts.getByText('2,500,000 a month').waitFor()
    expect(await field('Credits a month').inputValue()).toBe('2.5M')
    await screen.page.keyboard.press('Tab')
    expect(await field('Credits a month').inputValue()).toBe('2,500,000')
  })

  describe('are refused where they stand, and the last good ones stay in force and saved, for', () => {
    it.each([
      ['Price a month', '-1', 'Zero or more.'],
      ['Price a month', '-$1', 'Zero or more.'],
      ['Price a month', '9999999999', 'At most 9,007,199,254.'],
      ['Price a month', '1000000000000', 'At most 9,007,199,254.'],
      ['Overage per 1,000', '0.0000001', 'At most six decimals.'],
    ])('%s of %s', async (name, text, words) => {
      await field('Price a month').fill('90')
      await field('Overage per 1,000').fill('0.2')
      const terms = screen.page.getByRole('region', { name: 'Terms of Enterprise', exact: true })
      await terms.getByText('$90.00 a month').waitFor()
      await saved(screen.page)
      await field(name).fill(text)
      await screen.page.keyboard.press('Tab')
      await editor().getByText(words, { exact: true }).waitFor()
      expect(await field(name).getAttribute('aria-invalid')).toBe('true')
      expect(await field(name).inputValue()).toBe(text)
      await saved(screen.page)
      expect(await screen.headline.innerText()).not.toContain('Cannot be compared')
      expect(await screen.page.getByText('Expected an amount').count()).toBe(0)
      expect(await shown(terms.getByText('$90.00 a month'))).toBe(true)
    })
  })

  it('let go of what was refused when they are reset, or when another scenario opens', async () => {
    await field('Price a month').fill('-1')
    await editor().getByText('Zero or more.').waitFor()
    await screen.page.getByRole('button', { name: 'Reset to assumed' }).click()
    expect(await field('Price a month').inputValue()).toBe('')
    await field('Price a month').fill('-1')
    await screen.page.keyboard.press('Control+d')
    await openName(screen.page).getByText('(copy)').waitFor()
    expect(await field('Price a month').inputValue()).toBe('')
    expect(await field('Price a month').evaluate((input) => input === document.activeElement)).toBe(true)
  })

  describe('are grouped like every other figure when they are taken', () => {
    it.each([
      ['400k', 'Enter', '400,000'],
      ['1.250.000,5', 'Enter', '1,250,000.5'],
      ['300000', 'Tab', '300,000'],
      ['1250.50', 'Tab', '1,250.50'],
    ])('%s on %s', async (text, key, written) => {
      await field('Price a month').fill(text)
      await screen.page.keyboard.press(key)
      expect(await field('Price a month').inputValue()).toBe(written)
    })
  })

  it('can be typed at once, leave the answer in sight, and give the keyboard back', async () => {
    await screen.page.keyboard.type('80')
    await screen.headline.filter({ hasText: 'Enterprise' }).waitFor()
    const [form, answer] = await Promise.all([editor().boundingBox(), screen.headline.boundingBox()])
    expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThan(form?.y ?? 0)
    await screen.page.keyboard.press('Escape')
    await editor().waitFor({ state: 'detached' })
    expect(await screen.page.evaluate(() => document.activeElement?.textContent)).toBe('Edit terms')
  })

  it('say so outside the editor when they stay wrong', async () => {
    await field('Price a month').fill('lots')
    await screen.page.getByRole('button', { name: 'Done' }).click()
    const refusal = 'Cannot be compared: “Price a month” of Enterprise cannot be used as it is'
    expect(await shown(screen.headline.filter({ hasText: refusal }))).toBe(true)
  })
})
