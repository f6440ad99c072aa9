import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { type Screen, screenOf, shown } from './screen.ts'

describeInChromium('the terms of a plan sold by contract', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    await screen.focus('Enterprise')
    await screen.page.getByRole('button', { name: 'Edit terms' }).click()
    return () => screen.page.context().close()
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
    await editor().getByText('Expected an amount of money').waitFor()
    await field('Price a month').fill('')
    await field('Price a month').pressSequentially('1,250.50')
    await field('Credits a month').fill('2.5M')
    const facts = screen.page.getByRole('region', { name: 'Terms of Enterprise', exact: true })
    await facts.getByText('$1,250.50 a month').waitFor()
    await facts.getByText('2,500,000 a month').waitFor()
    expect(await field('Credits a month').inputValue()).toBe('2.5M')
    await screen.page.keyboard.press('Tab')
    expect(await field('Credits a month').inputValue()).toBe('2500000')
    await field('Price a month').fill('1000000000000')
    expect(await shown(editor().getByText('Expected an amount of money of at most 9007199254.740991.'))).toBe(
      true,
    )
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
