import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { libraryOf, openName } from './library-screen.ts'
import { gone, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import {
  leaveDamagedDocument,
  leaveDamagedStore,
  leaveStore,
  leaveUnknownKind,
} from './support/damaged-store.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('a file of documents that is damaged', () => {
  let app: RunningApp
  let folder = ''

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  const damage = (where: string) => {
    folder = where
    leaveDamagedStore(where)
  }

  const setAside = () => readdirSync(folder).filter((name) => name.includes('set-aside'))

  it('is told of in plain words, kept, and made good by its backup', async () => {
    const page = await app.openOn(damage)
    await screenOf(page)
    const banner = page.getByRole('alert').filter({ hasText: 'The file of your documents is damaged' })
    const [aside] = setAside()
    if (aside === undefined) throw new Error('Nothing was set aside.')
    await banner.getByText(join(folder, aside)).waitFor()
    await banner.getByRole('button', { name: /^Restore the backup of / }).click()
    expect(await gone(banner)).toBe(true)
    expect(await (await libraryOf(page)).names()).toEqual(['Agents in May'])
    expect(existsSync(join(folder, aside))).toBe(true)
    await app.leave(page)
  })

  it('leaves a person to work without it, and Settings tells where it lies', async () => {
    const page = await app.openOn(damage)
    await screenOf(page)
    const banner = page.getByRole('alert').filter({ hasText: 'is damaged' })
    await banner.getByRole('button', { name: 'Not now' }).click()
    expect(await gone(banner)).toBe(true)
    await page.getByRole('link', { name: 'Settings' }).click()
    const [aside = ''] = setAside()
    expect(await shown(page.getByText(join(folder, aside)))).toBe(true)
    expect(app.complaints()).toEqual([])
    await app.leave(page)
  })

  it('keeps no document out of the list: one of an unknown kind is told of, and can be deleted', async () => {
    const page = await app.openOn(leaveUnknownKind)
    await screenOf(page)
    const library = await libraryOf(page)
    await expect.poll(() => library.names()).toContain('Outlook for June')
    await library.row('Outlook for June').getByText('Unknown kind: forecast').waitFor()
    await library.row('Outlook for June').getByText('Outlook for June').click()
    await library.report.getByText('is of a kind that this Tierwise does not know (“forecast”)').waitFor()
    await library.press('Delete')
    await library.report.getByText('Deleted “Outlook for June”.').waitFor()
    await app.leave(page)
  })

  it('leaves the way to an older version of a scenario whose last one is damaged', async () => {
    const page = await app.openOn(leaveDamagedDocument)
    await screenOf(page)
    const library = await libraryOf(page)
    await library.row('Agents in May').getByRole('rowheader').click()
    await page.keyboard.press('Enter')
    await library.report.getByText('“Agents in May” is damaged and cannot be read.').waitFor()
    await library.report.getByRole('button', { name: /^Go back to / }).click()
    await openName(page).filter({ hasText: 'Agents in May' }).waitFor()
    const screen = await screenOf(page)
    expect(await screen.usage.inputValue()).toBe('480,000')
    await app.leave(page)
  })

  it('is what backups are for: where they fail by themselves, the settings say so', async () => {
    const page = await app.openOn((where) => {
      leaveStore(where)
      rmSync(join(where, 'backups'), { recursive: true, force: true })
      writeFileSync(join(where, 'backups'), 'a file in its place')
    })
    await screenOf(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    const failure = page.getByRole('alert').filter({ hasText: 'No backup could be written' })
    expect(await shown(failure)).toBe(true)
    await app.leave(page)
  })
})
