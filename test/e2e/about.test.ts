import { afterAll, beforeAll, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { screenOf } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('what is said of a scenario', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it('is kept as it was typed when its screen goes, and is found by', async () => {
    const page = await app.open()
    await screenOf(page)
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('button', { name: /^About/ }).click()
    const question = page.getByRole('textbox', { name: 'Question' })
    await question.fill('Which plan for the choir?')
    await page.keyboard.press('Control+1')
    await page.getByRole('region', { name: 'Month by month' }).waitFor()
    await saved(page)
    await page.reload()
    await page.getByRole('link', { name: 'Account' }).click()
    expect(await question.inputValue()).toBe('Which plan for the choir?')
    await page.getByRole('link', { name: 'Scenarios' }).click()
    await page.getByRole('rowheader').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('nothing of the kind')
    await page.getByText('Nothing holds').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('choir')
    await page.getByRole('rowheader').first().waitFor()
    await app.leave(page)
  })
})
