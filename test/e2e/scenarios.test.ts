import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { scenarioUsing, valueOf } from '../store/support.ts'
import { libraryOf, type LibraryScreen, openName, WORKED_EXAMPLE } from './library-screen.ts'
import { screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** Leaves 200 scenarios in a folder: Plan 001 to Plan 200. */
/** Each made a moment after the one before: of two of one moment either may be the newest. */
function leaveManyScenarios(folder: string): void {
  let at = Date.now() - 60_000
  const store = valueOf(openStore({ folder, now: () => new Date(at++) }))
  for (let count = 1; count <= 200; count++) {
    const name = `Plan ${String(count).padStart(3, '0')}`
    valueOf(store.library.create({ name, document: scenarioUsing('480000') }))
  }
  store.close()
}

describeInChromium('the list of scenarios', () => {
  let app: RunningApp
  let library: LibraryScreen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    const page = await app.open()
    await screenOf(page)
    library = await libraryOf(page)
    return () => app.leave(page)
  })

  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) await library.page.keyboard.press(key)
  }
  const said = (text: string) => shown(library.report.getByText(text))
  const expectNames = async (...names: readonly string[]) => {
    await expect.poll(() => library.names()).toEqual(names)
  }

  it('begins with a worked example, and says what it compares', async () => {
    await expectNames(WORKED_EXAMPLE)
    const row = library.row(WORKED_EXAMPLE)
    await row.getByText('400,000', { exact: true }).waitFor()
    expect((await row.getByRole('gridcell').allInnerTexts()).slice(0, 3)).toEqual([
      'ElevenLabs, April 2026',
      'Cheapest plan',
      '400,000',
    ])
  })

  it('makes a scenario, opens it and asks for its name', async () => {
    await library.press('New')
    const name = library.page.getByRole('textbox', { name: 'Name of the scenario' })
    await name.waitFor()
    await library.page.keyboard.type('Support agents in May')
    await keys('Enter')
    await openName(library.page).getByText('Support agents in May').waitFor()
    await library.page.getByRole('link', { name: 'Scenarios' }).click()
    await expectNames('Support agents in May', WORKED_EXAMPLE)
  })

  it('renames in place, and leaves the name alone on Escape', async () => {
    await library.list.focus()
    await keys('F2')
    await library.page.keyboard.type('Creator or Pro')
    await keys('Enter')
    await expectNames('Creator or Pro')
    await keys('F2')
    await library.page.keyboard.type('Never mind')
    await keys('Escape')
    await expectNames('Creator or Pro')
  })

  it('duplicates, deletes and takes that back', async () => {
    await library.list.focus()
    await keys('Control+d')
    await expect.poll(async () => (await library.names()).length).toBe(2)
    const copy = (await library.names()).find((name) => name !== WORKED_EXAMPLE) ?? ''
    await library.list.focus()
    await keys('Delete')
    await said(`Deleted “${copy}”.`)
    await expectNames(WORKED_EXAMPLE)
    await library.page.getByRole('main').getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await expect
      .poll(async () => (await library.names()).toSorted())
      .toEqual([WORKED_EXAMPLE, copy].toSorted())
    await keys('Control+Shift+z')
    await expectNames(WORKED_EXAMPLE)
  })

  it('keeps what was deleted in a bin, and restores it from there', async () => {
    await library.press('Delete')
    await shown(library.page.getByText('There is no scenario.'))
    await library.page.getByText('Bin', { exact: true }).click()
    await expectNames(WORKED_EXAMPLE)
    await library.row(WORKED_EXAMPLE).click()
    await library.press('Restore')
    await shown(library.page.getByText('The bin is empty.'))
    await library.page.getByText('In use', { exact: true }).click()
    await expectNames(WORKED_EXAMPLE)
  })

  it('says on the Compare screen that the open scenario is in the bin', async () => {
    await library.press('Delete')
    await said('Deleted')
    await library.page.getByRole('link', { name: 'Compare' }).click()
    await library.page.getByRole('button', { name: 'Restore it' }).click()
    await library.page.getByText('ElevenLabs, April 2026 · 12 months').waitFor()
    await library.page.getByRole('link', { name: 'Scenarios' }).click()
    await expectNames(WORKED_EXAMPLE)
  })

  it('is worked by keyboard alone', async () => {
    await library.list.focus()
    await keys('Control+d')
    await expect.poll(async () => (await library.names()).length).toBe(2)
    const [first = ''] = await library.names()
    const row = (place: number) => library.list.getByRole('row').nth(place)
    await keys('/')
    await library.page.keyboard.type('Worked')
    await keys('ArrowDown', 'Home', 'ArrowDown')
    await expect.poll(() => row(2).getAttribute('aria-selected')).toBe('true')
    await keys('ArrowUp', 'Enter')
    await openName(library.page).getByText(first).waitFor()
    await keys('Control+3')
    await library.list.waitFor()
    await keys('Control+,')
    await library.page.getByRole('heading', { name: 'Settings' }).waitFor()
    await keys('Control+1')
    expect(await shown(openName(library.page))).toBe(true)
  })

  it('finds by words, and says when nothing holds them', async () => {
    const search = library.page.getByRole('textbox', { name: 'Search the scenarios' })
    await search.fill('creator worked')
    await expectNames(WORKED_EXAMPLE)
    await search.fill('nothing like it')
    await shown(library.page.getByText('Nothing holds “nothing like it”.'))
    await library.press('Show all')
    await expectNames(WORKED_EXAMPLE)
  })

  it('is told of what another window does', async () => {
    const other = await app.openBeside(library.page)
    const elsewhere = await libraryOf(other)
    await elsewhere.press('Duplicate')
    await expect.poll(async () => (await library.names()).length).toBe(2)
    await app.leave(other)
  })

  it('draws only what is near the rows in sight, and goes to any of them by keyboard', async () => {
    const page = await app.openOn(leaveManyScenarios, { viewport: { width: 1280, height: 800 } })
    const { list, names } = await libraryOf(page)
    const head = await list.getByRole('columnheader', { name: 'Name' }).boundingBox()
    const expectSelected = async (name: string, rowIndex: number) => {
      const row = list.getByRole('row', { selected: true })
      await row.getByText(name, { exact: true }).waitFor()
      expect(await row.getAttribute('aria-rowindex')).toBe(String(rowIndex))
      expect(await list.getAttribute('aria-activedescendant')).toBe(await row.getAttribute('id'))
      // Below the head, which stays in sight, and above the end of the window.
      await expect
        .poll(async () => (await row.boundingBox())?.y)
        .toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1)
      await expect.poll(async () => (await row.boundingBox())?.y).toBeLessThan(800 - 32)
      // 800 pixels hold at most 25 rows of 32; 12 more are drawn to either side.
      await expect.poll(async () => (await names()).length).toBeLessThanOrEqual(25 + 2 * 12)
    }
    expect(await list.getAttribute('aria-rowcount')).toBe('201')
    // The newest is open, so it is selected, and first in the list of what was changed last.
    await expectSelected('Plan 200', 2)
    await list.getByRole('button', { name: 'Name' }).click()
    await expectSelected('Plan 200', 201)
    await list.focus()
    expect(await names()).not.toContain('Plan 100')
    await page.keyboard.press('ArrowUp')
    await expectSelected('Plan 199', 200)
    await page.keyboard.press('Home')
    await expectSelected('Plan 001', 2)
    await page.keyboard.press('ArrowDown')
    await expectSelected('Plan 002', 3)
    await page.keyboard.press('End')
    await expectSelected('Plan 200', 201)
    await page.context().close()
  })
})
