import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { AccountChange } from '#shared/account.ts'
import { saved } from './library-screen.ts'
import { gone, shown } from './screen.ts'
import { leaveAccount } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

const UPGRADE: AccountChange = { kind: 'changePlan', on: '2026-03-12', plan: 'business' }

describeInChromium('dated changes', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  async function open(...changes: readonly AccountChange[]): Promise<void> {
    page = await app.openOn(leaveAccount(changes), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await axis().waitFor()
  }
  const axis = () => page.getByRole('group', { name: 'Changes over time' })
  const mark = (name: string) => axis().getByRole('button', { name, exact: true })
  const list = () => page.getByRole('list', { name: 'Changes by date' })
  const row = (name: string) => list().getByRole('button', { name: `Edit ${name}`, exact: true })
  const trial = () => page.getByRole('status', { name: 'What it would do' })
  const press = (key: string) => page.keyboard.press(key)
  const undo = async () => {
    await saved(page)
    await press('Control+z')
  }
  /** Picks a kind in the menu, by its name. */
  async function add(typed: string, name: string): Promise<void> {
    await page.getByRole('button', { name: 'Add a change' }).press('Enter')
    const search = page.getByRole('combobox', { name: 'Kind of change' })
    await search.pressSequentially(typed)
    await page.getByRole('option').first().getByText(name).waitFor()
    expect(await page.getByRole('option').count()).toBe(1)
    await page.locator('[role=option][data-combobox-selected]').filter({ hasText: name }).waitFor()
    await press('Enter')
    await page.getByRole('heading', { name: `New: ${name}` }).waitFor()
  }

  it('are added, moved and taken back by keyboard alone', async () => {
    await open()
    await add('change the plan', 'Change the plan')
    const date = page.getByRole('textbox', { name: 'On', exact: true })
    await expect.poll(() => date.evaluate((field) => field === document.activeElement)).toBe(true)
    await date.fill('12 March 2026')
    // Ten months of Business at $990 and three of Scale at $299, in the place of twelve of Scale.
    await trial().getByText('Costs $7,209.00 more over 12 months').waitFor()
    await press('Enter')
    expect(await shown(row('12 Mar 2026: Upgrade to Business, new cycle'))).toBe(true)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Edit 12 Mar 2026: Upgrade to Business, new cycle')
    await saved(page)

    await mark('12 March 2026: Upgrade to Business, new cycle').focus()
    await press('Shift+ArrowRight')
    await press('ArrowLeft')
    const moved = mark('11 April 2026: Upgrade to Business, new cycle')
    await expect.poll(() => moved.evaluate((held) => held === document.activeElement)).toBe(true)
    await undo()
    expect(await shown(mark('12 March 2026: Upgrade to Business, new cycle'))).toBe(true)
    await undo()
    expect(await shown(page.getByText('Nothing changes while the scenario runs.'))).toBe(true)
  })

  it('are dragged to another day as one edit, and opened by a click', async () => {
    await open(UPGRADE)
    const at = await mark('12 March 2026: Upgrade to Business, new cycle').boundingBox()
    const scale = await axis().locator('[aria-hidden] > div').last().boundingBox()
    if (!at || !scale) throw new Error('Nothing is drawn.')
    const [x, y] = [at.x + 12, at.y + 12]
    await page.mouse.move(x, y)
    await page.mouse.down()
    // 31 days of 365.
    const far = (scale.width * 31) / 365
    await page.mouse.move(x + far / 2, y, { steps: 3 })
    await page.mouse.move(x + far, y, { steps: 3 })
    await mark('12 April 2026: Upgrade to Business, new cycle').getByText('12 Apr 2026').waitFor()
    await page.mouse.up()
    expect(await shown(row('12 Apr 2026: Upgrade to Business, new cycle'))).toBe(true)
    expect(await page.getByRole('heading', { name: 'Change the plan' }).count()).toBe(0)
    await saved(page)
    const undoButton = page.getByRole('button', { name: /^Undo/ })
    await undoButton.click()
    expect(await shown(row('12 Mar 2026: Upgrade to Business, new cycle'))).toBe(true)

    await mark('12 March 2026: Upgrade to Business, new cycle').click()
    expect(await shown(page.getByRole('heading', { name: 'Change the plan' }))).toBe(true)
    await press('Escape')
    expect(await gone(page.getByRole('heading', { name: 'Change the plan' }))).toBe(true)
  })

  it('are told to be refused before they are added, with what would free them', async () => {
    await open({ kind: 'changeSeat', on: '2026-02-01', member: 'Cy', seat: 'full' })
    await add('change a seat', 'Change a seat')
    // Ann, Ben and Cy have the three Full seats of Scale by then.
    await trial().getByText('The plan has 3 Full seats.').waitFor()
    expect(await trial().innerText()).toContain('It would be refused.')
    expect(await trial().innerText()).toContain('or buy a seat where the plan sells them')
    expect(await shown(page.getByRole('button', { name: 'Add anyway' }))).toBe(true)
    await page.getByRole('radiogroup', { name: 'Seat' }).getByText('Basic').click()
    await trial().getByText('Costs the same over 12 months').waitFor()
    expect(await shown(page.getByRole('button', { name: 'Add', exact: true }))).toBe(true)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a change')
  })
})
