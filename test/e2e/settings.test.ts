import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { type Screen, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the settings', () => {
  let app: RunningApp
  let page: Page
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.open()
    screen = await screenOf(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    return () => app.leave(page)
  })

  const section = (name: string) => page.getByRole('region', { name, exact: true })
  const back = () => page.getByRole('link', { name: 'Compare' }).click()
  const scheme = (of: Page) => of.evaluate(() => document.documentElement.dataset['mantineColorScheme'])

  it('write every figure in the format that was chosen, and read it in the same', async () => {
    await screen.choose('Numbers', '1.234,56')
    await back()
    await screen.row('Creator').filter({ hasText: '1.344,00' }).waitFor()
    expect(await screen.headline.innerText()).toBe(
      'Pro is cheapest at 400.000 credits a month: $99,00 a month',
    )
    expect(await screen.usage.inputValue()).toBe('400.000')
    await screen.usage.fill('500.000')
    await screen.headline.filter({ hasText: '500.000 credits a month' }).waitFor()
    await page.reload()
    expect(await shown(screen.row('Creator').filter({ hasText: '1.704,00' }))).toBe(true)
  })

  it('keep the theme in the store, and tell it to the other window', async () => {
    const other = await app.openBeside(page)
    await screenOf(other)
    await screen.choose('Theme', 'Dark')
    await expect.poll(() => scheme(other)).toBe('dark')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await expect.poll(() => scheme(page)).toBe('dark')
    await app.leave(other)
  })

  it('show a theme that is not the system’s before anything is painted', async () => {
    // A page that goes while its choice is on the way to the store takes it back.
    const kept = page.waitForResponse('**/api/settings.change')
    await screen.choose('Theme', 'Dark')
    await (await kept).finished()
    await expect.poll(() => scheme(page)).toBe('dark')
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.reload({ waitUntil: 'domcontentloaded' })
    await expect.poll(() => scheme(page)).toBe('dark')
  })

  it('say where the store is and what it holds, and find it sound', async () => {
    await section('Store')
      .getByText(/tierwise-e2e-/)
      .waitFor()
    await section('Store')
      .getByText(/^1 document, 1 revision, /)
      .waitFor()
    await page.getByRole('button', { name: 'Check store' }).click()
    expect(await shown(section('Store').getByText('Sound: 1 document checked.'))).toBe(true)
  })

  it('back up, and bring everything back from a backup after asking', async () => {
    await page.getByRole('button', { name: 'Back up now' }).click()
    await section('Backups').getByText('made by you').waitFor()
    await back()
    await screen.setUsage(700_000)
    await saved(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    await section('Backups')
      .getByRole('button', { name: /^Restore the backup of/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog', { name: /^Restore the backup of/ })
    await dialog.getByText('is kept as a backup first').waitFor()
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
    await section('Backups').getByText('before a backup was restored').waitFor()
    await back()
    expect(await shown(screen.headline.filter({ hasText: '400,000 credits a month' }))).toBe(true)
  })

  it('take a key in and never give it back', async () => {
    const keys = section('Provider keys')
    await keys.getByText('No key.').waitFor()
    await page.getByLabel('ElevenLabs API key').fill('sk_not_a_real_key')
    await keys.getByRole('button', { name: 'Set key' }).click()
    await keys.getByText('A key is kept until Tierwise ends.').waitFor()
    expect(await page.getByLabel('ElevenLabs API key').inputValue()).toBe('')
    expect(await page.content()).not.toContain('sk_not_a_real_key')
    await keys.getByRole('button', { name: 'Clear' }).click()
    expect(await shown(keys.getByText('No key.'))).toBe(true)
  })

  it('name the versions of everything that runs', async () => {
    await section('About')
      .getByText(/^Node\.js 24\./)
      .waitFor()
    expect(await section('About').innerText()).toMatch(/Tierwise\s+\d+\.\d+\.\d+/)
  })
})
