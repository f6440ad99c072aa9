import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { KeptWindow } from './kept-window.ts'
import { saved } from './library-screen.ts'
import { SIXTY } from './people-screen.ts'
import { gone, type Screen, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the people of an account', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen
  let grid: Locator
  let dialog: Locator

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
    await press('ControlOrMeta+2')
    grid = screen.page.getByRole('grid', { name: 'People' })
    dialog = screen.page.getByRole('dialog', { name: 'Paste people' })
    await grid.waitFor()
  })

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await screen.page.keyboard.press(key)
  }
  const row = (name: string) =>
    grid.getByRole('row').filter({ has: screen.page.getByRole('rowheader', { name, exact: true }) })
  const seatOf = (name: string, seat: string) => shown(row(name).getByText(seat, { exact: true }))
  const seats = (kind: string) => screen.page.getByRole('meter', { name: `${kind} seats` })
  const seatsRead = async (kind: string, text: string) => {
    await expect.poll(() => seats(kind).getAttribute('aria-valuetext')).toBe(text)
  }
  const status = (text: string) => shown(screen.page.getByRole('status').getByText(text))
  const isAt = async (text: string) => {
    const here = () =>
      grid.evaluate((table) => {
        const id = table.getAttribute('aria-activedescendant') ?? ''
        return table === document.activeElement ? document.getElementById(id)?.textContent.trim() : null
      })
    await expect.poll(here).toBe(text)
  }

  it('are pasted, given seats together, renamed, removed and brought back by keyboard alone', async () => {
    const { page } = screen
    while (!(await grid.evaluate((table) => table === document.activeElement))) await press('Tab')
    await withClipboard(page, async () => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), SIXTY.join('\n'))
      await press('ControlOrMeta+v')
      await dialog.getByText('60 people will be added.').waitFor()
    })
    // A viewer may have a Basic seat or none: what is likely is chosen already.
    expect(await dialog.getByLabel('“Viewer” is').inputValue()).toBe('basic')
    await dialog.getByRole('button', { name: 'Add 60' }).and(page.locator(':focus')).waitFor()
    await press('Enter')
    await gone(dialog)
    await isAt('Person 01')
    await seatsRead('Basic', 'Basic 58 of 20')
    await shown(page.getByText(/^39 of 60 people have no seat\. The plan has 1 Full seat\./))

    await press('ArrowDown', 'ArrowDown', 'ArrowRight')
    await isAt('Basic')
    for (let count = 0; count < 4; count++) await press('Shift+ArrowDown')
    await shown(page.getByRole('toolbar', { name: 'People' }).getByText('5 people'))
    await press('f')
    await seatOf('Person 07', 'Full')
    await seatsRead('Full', 'Full 7 of 1')
    await press('ControlOrMeta+z')
    await seatsRead('Full', 'Full 2 of 1')
    await seatOf('Person 07', 'Basic')

    // To the last row, which adds somebody: a name that is there is not taken.
    await press('ControlOrMeta+End')
    await isAt('Add a person')
    await press('A')
    const field = page.getByRole('textbox', { name: 'Name of the new person' })
    await field.waitFor()
    await field.press('ControlOrMeta+a')
    await page.keyboard.type('Person 60')
    await status('Somebody is named Person 60 already.')
    await press('Enter')
    await field.waitFor()
    await page.keyboard.type('x')
    await press('Enter')
    await seatsRead('Basic', 'Basic 59 of 20')
    await isAt('Add a person')

    await press('ArrowUp', 'F2')
    await page.getByRole('textbox', { name: 'New name of Person 60x' }).waitFor()
    await page.keyboard.type('Zoe')
    await press('Enter', 'ArrowUp')
    await isAt('Zoe')
    await saved(page)
    await press('Delete')
    await status('Removed Zoe.')
    await press('ControlOrMeta+z')
    await row('Zoe').waitFor()
  })

  it('are pasted into the dialog, changed together and taken back by mouse', async () => {
    const { page } = screen
    await page.getByRole('button', { name: 'Paste people' }).click()
    const rows = [
      'Ann;ann@acme.com;Support;gold',
      'Ben;ben@acme.com;Sales;Basic',
      'Ben;b2@acme.com;Sales;Basic',
    ]
    await dialog.getByRole('textbox', { name: 'The list' }).fill(rows.join('\n'))
    // A word that nobody understands is asked about before its row is taken.
    await dialog.getByText('2 people will be added, 1 row will be left out.').waitFor()
    await dialog.getByText('“gold” is neither a Full nor a Basic seat').waitFor()
    await dialog.getByLabel('“gold” is').selectOption('a Full seat')
    await dialog.getByText('3 people will be added.').waitFor()
    await dialog.getByLabel('Meaning of Column 3').selectOption('Ignore')
    await gone(dialog.getByText('Teams become billing groups'))
    await dialog.getByLabel('Meaning of Column 3').selectOption('Team')
    // Unless a person says otherwise.
    await expect
      .poll(() => dialog.getByRole('switch', { name: 'Teams become billing groups' }).isChecked())
      .toBe(true)
    await dialog.getByRole('button', { name: 'Add 3' }).click()
    await gone(dialog)
    await seatOf('Ann', 'Full')
    await shown(page.getByRole('button', { name: 'Groups and keys 2 groups' }))

    await row('Ann').getByText('Ann').click()
    await row('Ben 2')
      .getByText('Ben 2')
      .click({ modifiers: ['Shift'] })
    const tools = page.getByRole('toolbar', { name: 'People' })
    await tools.getByText('3 people').waitFor()
    await tools.getByRole('button', { name: 'Set' }).click()
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click()
    await seatsRead('Basic', 'Basic 0 of 20')
    await page.getByRole('button', { name: 'Undo: Lock Ann, Ben and Ben 2' }).waitFor()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await seatsRead('Basic', 'Basic 2 of 20')

    // Again at the same cell changes it, and so does twice at a name.
    await row('Ben').getByText('Basic').click()
    await row('Ben').getByText('Basic').click()
    await seatOf('Ben', 'Full')
    await row('Ben').getByText('Ben', { exact: true }).dblclick()
    await page.getByRole('textbox', { name: 'New name of Ben' }).fill('Benno')
    await row('Ann').getByText('Ann').click()
    await row('Benno').waitFor()
    await page.getByRole('button', { name: 'Add people' }).click()
    const many = page.getByRole('dialog', { name: 'Add people' })
    expect(await many.getByRole('button', { name: 'Add people' }).isDisabled()).toBe(true)
    await many.getByRole('textbox', { name: 'Full' }).fill('3')
    await many.getByRole('textbox', { name: 'Basic' }).fill('20')
    await many.getByRole('button', { name: 'Add 3 Full and 20 Basic people' }).click()
    await seatsRead('Basic', 'Basic 21 of 20')
    await seatsRead('Full', 'Full 5 of 1')
    await saved(page)
    expect(app.complaints()).toEqual([])
  })
})
