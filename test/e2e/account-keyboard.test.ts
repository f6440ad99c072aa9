import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leaveScenario } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** A year of an account with so many people, each with a row of usage and a key. */
const accountOf = (people: number) => ({
  schemaVersion: 1,
  name: 'Acme',
  catalog: 'elevenlabs-2026-04',
  plan: 'enterprise',
  start: '2026-01-01',
  months: 12,
  overage: { optIn: true },
  members: Array.from({ length: people }, (_, place) => ({
    id: `Person ${String(place + 1)}`,
    seat: 'basic',
  })),
  apiKeys: Array.from({ length: people }, (_, place) => ({
    id: `key ${String(place + 1)}`,
    member: `Person ${String(place + 1)}`,
  })),
  usage: {
    kind: 'streams',
    streams: Array.from({ length: people }, (_, place) => ({
      id: `stream-${String(place + 1)}`,
      member: `Person ${String(place + 1)}`,
      product: 'studio',
      model: 'Multilingual v2',
      monthly: '20000',
    })),
  },
})

/** Beside what is around it on the way: a copy of the table, its files and what filters it. */
const AROUND_A_TABLE = 16

describeInChromium('an account by keyboard alone', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  async function open(people: number): Promise<void> {
    page = await app.openOn(leaveScenario(accountOf(people)), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Timeline' }).waitFor()
  }
  const press = (key: string) => page.keyboard.press(key)
  const grid = (name: string) => page.getByRole('grid', { name })
  const view = async (name: string): Promise<void> => {
    await page.getByRole('tab', { name }).click()
    await page.getByRole('tab', { name, selected: true }).waitFor()
  }
  const has = (where: Locator): Promise<boolean> =>
    where.evaluate((found) => found.contains(document.activeElement))
  async function expectFocused(what: Locator): Promise<void> {
    await expect.poll(() => what.evaluate((found) => found === document.activeElement)).toBe(true)
  }
  /** Presses Tab until the focus is in something; answers how often. */
  async function tabsInto(what: Locator, key = 'Tab'): Promise<number> {
    for (let count = 1; count < 100; count++) {
      await press(key)
      if (await has(what)) return count
    }
    return Number.POSITIVE_INFINITY
  }
  /** How often Tab stops in something, once it is in it. */
  async function stopsOf(what: Locator): Promise<number> {
    let stops = 0
    while (await has(what)) {
      stops += 1
      if (stops > 50) break
      await press('Tab')
    }
    return stops
  }

  it.each([1, 60])('takes as few Tabs through its tables with %i people', async (people) => {
    await open(people)
    for (const [name, table] of [
      ['Ledger', 'Entries of the ledger'],
      ['Invoices', 'Invoices'],
      ['Invoices', 'Lines of the invoice'],
      ['Costs', 'Costs'],
    ] as const) {
      await view(name)
      await grid(table).locator('tbody td').first().waitFor()
      await page.getByRole('tab', { name }).focus()
      expect(await tabsInto(grid(table))).toBeLessThan(AROUND_A_TABLE)
      expect(await stopsOf(grid(table))).toBe(1)
    }
    await app.leave(page)
  })

  it('goes from figure to figure by arrows, asks why with Enter, and is back at it with Escape', async () => {
    await open(60)
    await view('Ledger')
    const entries = grid('Entries of the ledger')
    const row = (place: number) => entries.locator(`[aria-rowindex="${String(place)}"]`)
    await row(2).getByRole('gridcell').first().waitFor()
    await page.getByRole('tab', { name: 'Ledger' }).focus()
    await tabsInto(entries)
    await expectFocused(row(2).getByRole('gridcell').first())
    await press('ArrowDown')
    await press('ArrowRight')
    await expectFocused(row(3).getByRole('gridcell').nth(1))
    await press('End')
    const why = row(3).getByRole('button', { name: 'Why: entry 2' })
    await expectFocused(why)
    await press('Enter')
    const panel = page.getByRole('complementary', { name: 'Why' })
    await panel.getByRole('heading', { level: 2 }).waitFor()
    await press('Escape')
    await expectFocused(why)
    await app.leave(page)
  })

  it('keeps the place in a long table whatever is drawn of it', async () => {
    await open(60)
    await view('Ledger')
    const entries = grid('Entries of the ledger')
    await entries.locator('[aria-rowindex="2"]').getByRole('gridcell').first().focus()
    await press('Control+End')
    const last = Number(await entries.getAttribute('aria-rowcount'))
    const lastWhy = entries.getByRole('button', { name: `Why: entry ${String(last - 1)}`, exact: true })
    // Behind the last entry is what all of them moved.
    await press('ArrowUp')
    await lastWhy.waitFor()
    await press('End')
    await expectFocused(lastWhy)
    await press('PageUp')
    await expect.poll(() => has(entries)).toBe(true)
    const box = page.getByRole('region', { name: 'Entries of the ledger as a table' })
    // Out of sight, the row is not drawn; the keys go on from it all the same, and to the head from wherever they are.
    await press('Control+Home')
    await expect.poll(() => box.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
    await press('ArrowDown')
    await expect
      .poll(() =>
        entries.locator('[aria-rowindex="2"]').evaluate((found) => found.contains(document.activeElement)),
      )
      .toBe(true)
    await box.evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight
    })
    await entries.locator('[aria-rowindex="2"]').waitFor({ state: 'detached' })
    expect(await has(entries)).toBe(true)
    await press('ArrowDown')
    await expect
      .poll(() =>
        entries.locator('[aria-rowindex="3"]').evaluate((found) => found.contains(document.activeElement)),
      )
      .toBe(true)
    await app.leave(page)
  })

  it('tells what a head means when the arrows reach it', async () => {
    await open(1)
    await view('Costs')
    const costs = grid('Costs')
    await costs.locator('tbody td').first().focus()
    await press('Control+Home')
    const head = costs.getByRole('button', { name: 'Credits' })
    for (let count = 0; count < 8 && !(await has(head)); count++) await press('ArrowRight')
    await expectFocused(head)
    await page.getByText('What was served, from the credits on hand and beyond them.').waitFor()
    await app.leave(page)
  })

  it.each([1, 60])('is put in by as few Tabs with %i people, for each table of it is one', async (people) => {
    await open(people)
    for (const [part, table] of [
      ['Usage', 'Usage by product'],
      ['Groups and keys', 'API keys'],
    ] as const) {
      const head = page.locator('aside').getByRole('button', { name: new RegExp(`^${part}`) })
      await head.press('Enter')
      await grid(table).getByRole('row').nth(1).waitFor()
      await head.focus()
      expect(await tabsInto(grid(table))).toBeLessThan(AROUND_A_TABLE)
      expect(await stopsOf(grid(table))).toBe(1)
      await head.press('Enter')
    }
    await app.leave(page)
  })

  it('types into a cell as into a spreadsheet, lets go of it with Escape, and goes down with Enter', async () => {
    await open(3)
    await page
      .locator('aside')
      .getByRole('button', { name: /^Groups and keys/ })
      .press('Enter')
    const keys = grid('API keys')
    const cell = (row: number, column: number) =>
      keys.getByRole('row').nth(row).getByRole('gridcell').nth(column)
    const company = (key: number) => page.getByRole('textbox', { name: `Company of key ${String(key)}` })
    await cell(1, 0).waitFor()
    await page
      .locator('aside')
      .getByRole('button', { name: /^Groups and keys/ })
      .focus()
    await tabsInto(keys)
    await expectFocused(cell(1, 0))
    await press('ArrowRight')
    await page.keyboard.type('Acme')
    await expectFocused(company(1))
    await press('Enter')
    await expectFocused(cell(2, 1))
    expect(await company(1).inputValue()).toBe('Acme')
    // What is typed and let go of was never there; another Escape leaves the field.
    await press('F2')
    await page.keyboard.type('Other')
    await press('Escape')
    await press('Escape')
    await expectFocused(cell(2, 1))
    expect(await company(2).inputValue()).toBe('')
    // In a field the Tab key goes from field to field, in a cell out of the table.
    await press('Enter')
    await press('Tab')
    await expectFocused(page.getByRole('textbox', { name: 'Member of key 2' }))
    await press('Escape')
    await press('Tab')
    expect(await has(keys)).toBe(false)
    await app.leave(page)
  })

  it('keeps whoever removes a row in the table, and gives the last one’s focus to what adds one', async () => {
    await open(2)
    await page
      .locator('aside')
      .getByRole('button', { name: /^Groups and keys/ })
      .press('Enter')
    const remove = page.getByRole('button', { name: /^Remove the key/ })
    await remove.first().press('Enter')
    await expect.poll(() => remove.count()).toBe(1)
    await expectFocused(remove.first())
    await press('Enter')
    await expectFocused(page.getByRole('button', { name: 'Add a key' }))
    await press('Control+z')
    await remove.first().waitFor()
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
    await app.leave(page)
  })

  it('goes from part to part of the screen with F6, back with Shift, and to where a person was in each', async () => {
    await open(1)
    const within = (role: 'navigation' | 'complementary' | 'main' | 'tabpanel') =>
      has(page.getByRole(role).first())
    const usage = page.locator('aside').getByRole('button', { name: /^Usage/ })
    await page.getByRole('button', { name: 'Show as table' }).waitFor()
    await usage.focus()
    await press('F6')
    await expectFocused(page.getByRole('tab', { selected: true }))
    await press('F6')
    expect(await within('tabpanel')).toBe(true)
    await press('F6')
    expect(await within('navigation')).toBe(true)
    await press('F6')
    await expectFocused(usage)
    await press('Shift+F6')
    expect(await within('navigation')).toBe(true)
    await app.leave(page)
  })
})
