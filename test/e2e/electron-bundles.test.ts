import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { FakeElectron } from '../fakes/electron.ts'
import { chooseMenuItem, menuItem } from '../fakes/menu.ts'
import { makeScenario, writeScenarioFile } from '../fakes/scenario-file.ts'
import { callMain, startShell } from '../fakes/shell.ts'
import { libraryOf, openName, saved, WORKED_EXAMPLE } from './library-screen.ts'
import { screenOf, shown } from './screen.ts'
import { openShellPage } from './support/shell-page.ts'
import { launchBrowser } from './support/browser.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { PATIENT } from '../patience.ts'

describeInChromium('the built main, preload and renderer together', () => {
  const complaints: string[] = []
  let browser: Browser
  let electron: FakeElectron
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tierwise-bundles-'))
    browser = await launchBrowser()
    electron = await startShell()
    page = await openShellPage(browser, electron, complaints)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** The one scenario that the page made and shows. */
  const openId = async (): Promise<string> => {
    const settings = JSON.stringify(await callMain(electron, 'settings.get', {}))
    const id = /"lastScenario":"([^"]+)"/.exec(settings)?.[1]
    if (!id) throw new Error(`no scenario is open: ${settings}`)
    return id
  }
  const stored = async () => JSON.stringify(await callMain(electron, 'library.get', { id: await openId() }))

  it('show the Compare screen with figures from the engine in the main process', async () => {
    expect(await shown(page.getByRole('grid').first().getByText('Creator'))).toBe(true)
    expect(await shown(openName(page).getByText(WORKED_EXAMPLE))).toBe(true)
  })

  it('keep what is changed in the page', async () => {
    const screen = await screenOf(page)
    await screen.setUsage(500_000)
    await saved(page)
    expect(await stored()).toContain('"500000"')
  })

  it('name in the native menu what undo would do, and do it when it is chosen', async () => {
    await vi.waitUntil(
      () => menuItem(electron, 'history.undo').label?.startsWith('Undo Change usage to 500,000'),
      PATIENT,
    )
    chooseMenuItem(electron, 'history.undo')
    await vi.waitUntil(
      () => menuItem(electron, 'history.redo').label?.startsWith('Redo Change usage to 500,000'),
      PATIENT,
    )
    const screen = await screenOf(page)
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(await stored()).not.toContain('"500000"')
  })

  it('show in the page what another window changed', async () => {
    await callMain(electron, 'library.rename', { id: await openId(), name: 'Renamed elsewhere' })
    await openName(page).getByText('Renamed elsewhere').waitFor()
    expect(await stored()).toContain('Renamed elsewhere')
  })

  it('save the scenario with the system’s dialog from the menu', async () => {
    const file = join(folder, 'exported.tierwise')
    electron.dialogs.answer({ canceled: false, filePath: file })
    chooseMenuItem(electron, 'scenario.export')
    await vi.waitUntil(() => electron.dialogs.asked.length === 1, PATIENT)
    await vi.waitUntil(
      async () => JSON.stringify(await callMain(electron, 'settings.get', {})).includes(file),
      PATIENT,
    )
    expect(readFileSync(file, 'utf8')).toContain('Renamed elsewhere')
  })

  it('show a file that the system asks to open', async () => {
    const author = await startShell()
    const file = await writeScenarioFile(author, await makeScenario(author, 'Agents in May'), folder)
    electron.app.emit('second-instance', {}, [], '', { files: [file] })
    await openName(page).getByText('Agents in May').waitFor()
    expect((await (await libraryOf(page)).names()).toSorted()).toEqual(['Agents in May', 'Renamed elsewhere'])
  })

  it('say so when a file cannot be opened', async () => {
    electron.app.emit('second-instance', {}, [], '', { files: [join(folder, 'gone.tierwise')] })
    await page.getByText('“gone.tierwise” could not be read: it does not exist.').first().waitFor()
    expect(electron.dialogs.errors).toEqual([])
  })

  it('go where the menu says', async () => {
    chooseMenuItem(electron, 'go.settings')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await page.getByText(electron.folder).first().isVisible()).toBe(true)
  })

  it('do so without an error and within the content policy', () => {
    expect(complaints).toEqual([])
  })
})
