import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, openName, WORKED_EXAMPLE } from './library-screen.ts'
import { screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the scenario library', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.open()
    await screenOf(page)
    await libraryOf(page)
    return () => app.leave(page)
  })

  const choose = (group: string, choice: string) =>
    page.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click()

  async function openExample(name: string): Promise<void> {
    await choose('Which scenarios', 'Examples')
    await page.getByRole('button', { name: `Open the example ${name}` }).click()
    await openName(page).getByText(name, { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Scenarios' }).click()
    await choose('Which scenarios', 'In use')
    await page.getByRole('rowheader', { name }).or(page.getByRole('gridcell', { name })).first().waitFor()
  }

  it('teaches ten examples, gone through by arrows, and opens one by key', async () => {
    await choose('Which scenarios', 'Examples')
    const examples = page.getByRole('list', { name: 'Teaching examples' })
    await expect.poll(() => examples.getByRole('heading').count()).toBe(10)
    const first = examples.getByRole('button').first()
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await openName(page).getByText('One spike or a new normal').waitFor()
  })

  it('says on each card what the engine finds, keeps cards as the choice, and moves by arrows', async () => {
    await openExample('The rollover trap')
    await choose('Scenarios shown as', 'Cards')
    const trap = page.getByRole('gridcell', { name: 'The rollover trap' })
    await trap.getByText('Creator runs over by 340,000 credits for $102.00: $322.00 in all.').waitFor()
    await trap.getByText('Will nine quiet months pay for the launch in the tenth?').waitFor()
    await page.getByText('Pro is cheapest at 400,000 credits a month: $99.00 a month.').waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    const worked = page.getByRole('gridcell', { name: WORKED_EXAMPLE })
    await expect.poll(() => worked.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('F2')
    await page.keyboard.type('Renamed on its card')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell', { name: 'Renamed on its card' }).waitFor()
    await page.reload()
    await page.getByRole('gridcell', { name: 'The rollover trap' }).waitFor()
  })

  it('finds by a tag, and lets go of it', async () => {
    await openExample('The rollover trap')
    await page.getByRole('combobox', { name: 'Only with the tag' }).click()
    await page.getByRole('option', { name: 'expiry' }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    await page.getByRole('textbox', { name: 'Search the scenarios' }).fill('nothing like it')
    await shown(page.getByText('Nothing holds “nothing like it” and has the tag “expiry”.'))
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(2)
  })

  it('branches from a scenario, and opens the branch under a name of its own', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Branch and open', exact: true }).click()
    expect(await shown(openName(page).getByText(`${WORKED_EXAMPLE} (branch)`))).toBe(true)
  })

  it('shows two side by side by keyboard: what differs in inputs, and in results', async () => {
    await openExample('The rollover trap')
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => page.getByRole('row', { selected: true }).count()).toBe(2)
    await page.getByRole('button', { name: 'Compare two…' }).press('Enter')
    const row = (table: string, name: string) =>
      page
        .getByRole('table', { name: table })
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    const cells = async (table: string, name: string) => {
      await row(table, name).waitFor()
      return row(table, name).getByRole('cell').allInnerTexts()
    }
    expect(await cells('What differs in inputs', 'Length')).toEqual(['10 months', '12 months'])
    // 220.00 + 102.00 = 322.00; the worked example on Creator: 12 × (22.00 + 90.00) = 1,344.00.
    expect(await cells('What they come to', 'Total')).toEqual(['$322.00', '$1,344.00', '+$1,022.00'])
    expect(await cells('What they come to', 'Expired unused, credits')).toEqual(['340,000', '0', '−340,000'])
    await page.keyboard.press('Escape')
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.getByRole('row', { selected: true }).count()).toBe(1)
  })
})
