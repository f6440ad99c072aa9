import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'

describeInChromium('the tables of the Compare screen', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
  })

  const copied = (section: Screen['rank']): Promise<readonly string[]> =>
    withClipboard(screen.page, async () => {
      await section.getByRole('button', { name: 'Copy' }).click()
      await section.getByRole('button', { name: 'Copied' }).waitFor()
      return (await screen.page.evaluate(() => navigator.clipboard.readText())).split('\n')
    })

  it('are copied with the chosen decimal sign, to the last decimal', async () => {
    await kept.writeFigures('1.234,56')
    await screen.row('Pro').filter({ hasText: '99,00' }).waitFor()
    expect((await copied(screen.rank)).slice(0, 2)).toEqual([
      'Plan\tTotal ($)\tA month ($)\tPer 1K ($)\tOverage ($)\tBlocked (credits)\tExpired (credits)\tForfeited (credits)\tBasis',
      'Pro\t1188,00\t99,00\t0,2475\t0,00\t0\t200000\t0\tpublished',
    ])
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    expect(await copied(screen.curves)).toContain('Creator → Pro\t356666,67\t99,00\tthe bills meet\t–')
  })

  it('price what a plan that blocks serves: Starter at $5.00 for 30,000 credits is 0.1667 per 1K', async () => {
    const cell = screen.row('Starter').getByRole('gridcell', { name: '0.1667', exact: true })
    expect(await cell.getAttribute('title')).toBe(
      'Of the 360,000 credits it serves; 4,440,000 more are blocked.',
    )
  })

  const box = async (what: Locator) => {
    const found = await what.boundingBox()
    if (!found) throw new Error('It is not on the screen.')
    return found
  }

  /** Where the cells of the head stand, and where the first row begins. */
  const layout = (table: Locator) =>
    table.evaluate((element) =>
      [...element.querySelectorAll('thead th, tbody tr:first-child td')]
        .map((cell) => cell.getBoundingClientRect())
        .map(({ left, right, top }) => [left, right, top].map(Math.round).join(' '))
        .join(', '),
    )
  const cut = (table: Locator) =>
    table.evaluate((element) =>
      [...element.querySelectorAll('th, td')]
        .filter((cell) => cell.scrollWidth > cell.clientWidth)
        .map((cell) => cell.textContent),
    )

  describe.each([
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])('at $width × $height', (viewport) => {
    beforeEach(() => screen.page.setViewportSize(viewport))

    it('keep every column of the ranking in its place while the usage moves', async () => {
      const table = screen.rank.getByRole('grid')
      const layouts = new Set<string>()
      for (const usage of [1_000, 98_000, 400_000, 1_250_000, 7_500_000, 20_000_000]) {
        await screen.setUsage(usage)
        await screen.rank.getByRole('heading', { name: (12 * usage).toLocaleString('en-US') }).waitFor()
        layouts.add(await layout(table))
        expect(await cut(table)).toEqual([])
      }
      expect(layouts.size).toBe(1)
    })

    it('have all columns of the months in sight, however large the figures', async () => {
      await screen.setUsage(20_000_000)
      await screen.focus('Enterprise')
      await screen.months.getByRole('button', { name: 'Show as table' }).click()
      const region = screen.months.getByRole('region', { name: 'Months as a table' })
      expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      expect(await screen.months.getByRole('columnheader').allInnerTexts()).toEqual([
        'Month',
        'Subscription\n$',
        'Overage\n$',
        'Total\n$',
        'Usage\ncredits',
        'This month’s\ncredits',
        'Rolled over\ncredits',
        'Overage\ncredits',
        'Blocked\ncredits',
        'Expired\ncredits',
        'Forfeited\ncredits',
        'Left at the end\ncredits',
      ])
    })

    it('leave the switches where they are pressed', async () => {
      for (const section of [screen.curves, screen.months]) {
        await section.getByRole('button', { name: 'Show as table' }).scrollIntoViewIfNeeded()
        const before = await box(section.getByRole('button', { name: 'Show as table' }))
        await section.getByRole('button', { name: 'Show as table' }).click()
        const after = await box(section.getByRole('button', { name: 'Show as chart' }))
        expect([after.x + after.width, after.y].map(Math.round)).toEqual(
          [before.x + before.width, before.y].map(Math.round),
        )
        await section.getByRole('button', { name: 'Show as chart' }).click()
        expect(Math.round((await box(section.getByRole('button', { name: 'Show as table' }))).y)).toBe(
          Math.round(before.y),
        )
      }
    })

    it('show ten costs and more by usage at once', async () => {
      await screen.curves.getByRole('button', { name: 'Show as table' }).click()
      const region = await box(screen.curves.getByRole('region', { name: 'Cost by usage as tables' }))
      const rows = screen.curves.getByRole('table', { name: 'Cost of each plan a month' }).getByRole('row')
      // The head is a row too.
      const tenth = await box(rows.nth(10))
      expect(tenth.y + tenth.height).toBeLessThanOrEqual(region.y + region.height)
    })
  })

  const WINDOWS = [
    { width: 1280, height: 800 },
    // Beside a scroll bar that takes room of the page.
    { width: 1265, height: 800 },
    { width: 960, height: 720 },
    { width: 700, height: 800 },
    // 1280 × 800 zoomed to 200 %.
    { width: 640, height: 400 },
  ]
  const atEverySize = async (look: (width: number) => Promise<void>) => {
    for (const viewport of WINDOWS) {
      await screen.page.setViewportSize(viewport)
      await look(viewport.width)
    }
  }

  describe.each([
    { catalog: 'ElevenLabs, April 2026', usage: 400_000, figure: '31,680.00' },
    { catalog: 'ElevenLabs, October 2026', usage: 25_000_000, figure: '49,833.36' },
    { catalog: 'ElevenLabs, October 2026', usage: 500_000_000, figure: '996,666.72' },
  ])('at $usage of $catalog', ({ catalog, usage, figure }) => {
    it('show every figure of the ranking whole, and scroll to what a window has no room for', async () => {
      await screen.pickCatalog(catalog)
      await screen.setUsage(usage)
      await screen.rank.getByText(figure).first().waitFor()
      await atEverySize(async (width) => {
        expect(await cut(screen.rank.getByRole('grid'))).toEqual([])
        const region = screen.rank.getByRole('region', { name: 'The ranking as a table' })
        await region.evaluate((element) => element.scrollBy({ left: 1_000 }))
        const last = await box(screen.rank.getByRole('columnheader', { name: 'Basis' }))
        expect(last.x + last.width).toBeLessThanOrEqual(width)
      })
    })
  })

  it('keep the columns of the ranking in their places in a small window, wherever the slider stands', async () => {
    await screen.page.setViewportSize({ width: 640, height: 400 })
    const layouts = new Set<string>()
    for (const usage of [1_000, 400_000, 20_000_000]) {
      await screen.setUsage(usage)
      await screen.rank.getByRole('heading', { name: (12 * usage).toLocaleString('en-US') }).waitFor()
      const columns = await screen.rank
        .getByRole('columnheader')
        .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().left)))
      layouts.add(columns.join())
    }
    expect(layouts.size).toBe(1)
  })

  it('show millions in the ranking to the cent', async () => {
    await screen.choose('Usage pattern', 'Growth')
    await screen.page.getByRole('textbox', { name: 'Growth a month' }).fill('20')
    await screen.choose('Months compared', '36')
    await screen.usage.fill('1200000')
    await screen.row('Pro').filter({ hasText: '1,018,478.69' }).waitFor()
    await atEverySize(async () => expect(await cut(screen.rank.getByRole('grid'))).toEqual([]))
  })

  it('say where upgrades pay whatever range is looked at', async () => {
    await screen.choose('Range of usage shown', '100K')
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    const ladder = screen.curves.getByRole('table', { name: 'Where an upgrade starts to pay' })
    await ladder.getByRole('row', { name: 'Scale → Business 7,500,000 1,320.00 the bills meet' }).waitFor()
    // 1,320 + 11,000,000 × 0.12 ÷ 1,000 is Enterprise's 2,640
    await ladder
      .getByRole('row', { name: 'Business → Enterprise 22,000,000 2,640.00 the bills meet' })
      .waitFor()
    const cheapest = screen.curves.getByRole('table', { name: 'The cheapest plan by usage' })
    expect(await shown(cheapest.getByRole('row', { name: 'Pro 356,666.67 1,462,500' }))).toBe(true)
  })

  it('fade where there is more to scroll to, which the keyboard can', async () => {
    await screen.page.setViewportSize({ width: 960, height: 720 })
    await screen.months.getByRole('button', { name: 'Show as table' }).click()
    const region = screen.months.getByRole('region', { name: 'Months as a table' })
    const more = (side: string) => region.getAttribute(`data-more-${side}`)
    expect([await more('left'), await more('right')]).toEqual([null, ''])
    await region.focus()
    for (let press = 0; press < 12; press++) await screen.page.keyboard.press('ArrowRight')
    await screen.months.locator('[data-more-left]:not([data-more-right])').waitFor()
    expect([await more('left'), await more('right')]).toEqual(['', null])
  })

  it('call what rollover covered the same in the chart, its readout and the table, under its unit', async () => {
    const chart = screen.months.getByRole('group', { name: 'Months as a chart' })
    await screen.months
      .getByRole('list', { name: 'Credits of each month' })
      .getByText('Rolled over')
      .waitFor()
    await chart.focus()
    await screen.page.keyboard.press('End')
    // Month 12 of Pro at 400,000: all of it from the two months before, 100,000 expire. Of the year’s 6,000,000 are
    // 4,800,000 used and, with the 100,000 of month 11, 200,000 expired: 1,000,000 are left.
    const readout = screen.months.getByText('Month 12', { exact: true }).locator('xpath=../..')
    expect((await readout.innerText()).split('\n')).toEqual([
      'Month 12',
      '$',
      'Subscription',
      '99.00',
      'Overage',
      '0.00',
      'Credits',
      'Rolled over',
      '400,000',
      'Expired',
      '100,000',
      'Left at the end',
      '1,000,000',
    ])
  })
})
