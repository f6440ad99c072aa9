import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import {
  attributedCosts,
  creditLayers,
  periodCosts,
  run,
  runWithDetail,
  seatReport,
} from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../engine/support/build.ts'
import { readCsv } from '../export/csv/read-csv.ts'
import { gone, shown } from './screen.ts'
import { leaveScenario, THIRTY_PEOPLE } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { downloaded } from './support/downloaded.ts'
import { describeInChromium } from './support/in-chromium.ts'

const EXAMPLE = join(resolve(import.meta.dirname, '../..'), 'docs/examples/upgrade-in-march.json')
const { expect: _expected, ...MARCH } = JSON.parse(readFileSync(EXAMPLE, 'utf8'))

/** What the engine makes of a scenario of a preset, without the window. */
function runOf(given: Readonly<Record<string, unknown>> & { readonly catalog: string }) {
  const scenario = Scenario.parse(given)
  const catalog = findPreset(given.catalog)
  if (catalog === undefined) throw new Error(`There is no preset ${given.catalog}.`)
  return valueOf(run(catalog, scenario))
}

/** A figure as the page writes it is the engine's to the last digit: only its thousands are set apart. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(',', '')

async function cellsOf(rows: Locator): Promise<readonly (readonly string[])[]> {
  return rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
  )
}

describeInChromium('the tables of a result', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
    page = await app.openOn(leaveScenario(MARCH))
    await page.getByRole('link', { name: 'Account' }).click()
    await page.mouse.move(900, 760)
  })
  afterAll(() => app.close())

  const goTo = async (view: string, of = page): Promise<Locator> => {
    await of.getByRole('tab', { name: view }).click()
    const section = of.getByRole('region', { name: view, exact: true })
    await section.waitFor()
    return section
  }

  it('have every invoice, and show one whole that is picked by keyboard', async () => {
    const section = await goTo('Invoices')
    // 22.00 + 20 %; 15.00 + 22.00 + 20 %; 15.00 + 99.00 + 20 %.
    await shown(section.getByRole('heading', { name: '3 invoices: $207.60 in all' }))
    const rows = await cellsOf(section.getByRole('grid', { name: 'Invoices' }).locator('tbody tr'))
    expect(
      rows.map(([number, , , , lines, net, tax, total, due]) => [number, lines, net, tax, total, due]),
    ).toEqual([
      ['0001', '1', '22.00', '4.40', '26.40', '26.40'],
      ['0002', '2', '37.00', '7.40', '44.40', '44.40'],
      ['0003', '2', '114.00', '22.80', '136.80', '136.80'],
    ])
    await shown(section.getByRole('article', { name: 'Invoice 0001' }))

    await section.getByRole('button', { name: '0001', exact: true }).focus()
    for (const key of ['Control+End', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    const sheet = section.getByRole('article', { name: 'Invoice 0002' })
    await sheet.waitFor()
    // 50,000 beyond the quota at $0.30 per 1,000.
    const [overage = []] = await cellsOf(
      sheet.getByRole('grid', { name: 'Lines of the invoice' }).locator('tbody tr'),
    )
    expect(overage.slice(1, 4)).toEqual(['50,000', '0.30 per 1000', '15.00'])
    const sums = await cellsOf(sheet.getByRole('table', { name: 'Sums of the invoice' }).locator('tr'))
    expect(sums).toEqual([
      ['Subtotal', '37.00'],
      ['Net', '37.00'],
      ['VAT 20 % on $37.00', '7.40'],
      ['Total', '44.40'],
      ['Amount due', '44.40'],
    ])
    await sheet.getByRole('button', { name: /^Why: Overage beyond/ }).click()
    const why = page.getByRole('complementary', { name: 'Why' })
    await why.waitFor()
    await page.keyboard.press('Escape')
    await gone(why)
  })

  it('print an invoice alone', async () => {
    const section = await goTo('Invoices')
    await section.getByRole('article').waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'hidden' })
    expect(await section.getByRole('grid', { name: 'Invoices' }).isVisible()).toBe(false)
    expect(await section.getByRole('article').isVisible()).toBe(true)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('have every entry of the ledger to the last digit', async () => {
    const { ledger } = runOf(MARCH)
    const section = await goTo('Ledger')
    await shown(
      section.getByRole('heading', { name: `${ledger.length} entries, credits and money each sum to zero` }),
    )
    const table = section.getByRole('grid', { name: 'Entries of the ledger' })
    const rows = await cellsOf(table.locator('tbody tr:not([aria-hidden])'))
    expect(rows.length).toBeGreaterThan(10)
    expect(
      rows.map(([number, , unit, , amount, reference]) => [plain(number), unit, plain(amount), reference]),
    ).toEqual(
      ledger
        .slice(0, rows.length)
        .map(({ unit, amount, reference }, place) => [String(place + 1), unit, amount, reference]),
    )
    // A copy has those that are not drawn, too.
    await withClipboard(page, async () => {
      await section.getByRole('button', { name: 'Copy' }).click()
      await section.getByRole('button', { name: 'Copied' }).waitFor()
      const [, ...lines] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
      expect(lines.map((line) => line.split('\t')[4])).toEqual(ledger.map(({ amount }) => amount))
    })
  })

  it('group the ledger, and show the entries of a group', async () => {
    const section = await goTo('Ledger')
    await section.getByRole('radiogroup').getByText('By account').click()
    const groups = section.getByRole('grid', { name: 'The ledger by account' })
    await groups.waitFor()
    // Five lines and five taxes leave the customer: 143.00 + 30.00 + 34.60.
    const rows = await cellsOf(groups.getByRole('row'))
    expect(rows).toContainEqual(['Money: the customer', '10', '0.00', '207.60', '−207.60', ''])
    expect(rows).toContainEqual(['All money', '', '207.60', '207.60', '0', ''])
    await groups.getByRole('button', { name: 'Money: tax', exact: true }).click()
    await shown(section.getByRole('heading', { name: /^5 of \d+ entries$/ }))
    await shown(section.getByText('0 credits and $34.60'))
    await section
      .getByRole('button', { name: /^Why: entry/ })
      .first()
      .click()
    await page.getByRole('complementary', { name: 'Why' }).waitFor()
    await page.keyboard.press('Escape')
    await section.getByRole('button', { name: 'Show all' }).click()
    await shown(section.getByText('and $207.60'))
  })

  it('have the alerts by severity and kind, and as webhook bodies', async () => {
    const section = await goTo('Events')
    // Each month Ben meets his ceiling; twice the quota runs low and out, and overage is charged; at last some rolls over.
    await shown(
      section.getByRole('heading', { name: '10 alerts: 3 stops, 4 warnings and 3 for information' }),
    )
    await section.getByRole('button', { name: 'Stop 3' }).click()
    await shown(section.getByText('3 of 10 alerts shown'))
    const table = section.getByRole('grid', { name: 'Alerts' })
    expect(
      (await cellsOf(table.locator('tbody tr'))).map(([severity, , , who, credits]) => [
        severity,
        who,
        credits,
      ]),
    ).toEqual(Array.from({ length: 3 }, () => ['Stop', 'ben', '10,000']))
    await section.getByRole('button', { name: 'As webhook bodies' }).click()
    const body = section.getByRole('grid', { name: 'Webhook bodies' }).locator('pre').first()
    expect(JSON.parse(await body.innerText())).toMatchObject({ id: 'event-0003', data: { subject: 'ben' } })
    await section.getByRole('button', { name: 'As a list' }).click()
    await section.getByRole('button', { name: 'Stop 3' }).click()
    await shown(section.getByText('In the order of time'))
  })

  it('tell costs apart so that they sum to what was invoiced', async () => {
    const section = await goTo('Costs')
    const table = section.getByRole('grid', { name: 'Costs' })
    await shown(section.getByRole('heading', { name: /^Usage with no member named cost most: / }))
    const who = async () => (await cellsOf(table.locator('tbody tr'))).map(([name]) => name)
    expect(await who()).toEqual(['no member named', 'ada', 'ben'])
    // Ada 60,000 a month, Ben his ceiling of 10,000, the website half of 160,000: 450,000 in three months.
    const [total = []] = await cellsOf(table.locator('tfoot tr'))
    expect(total).toEqual(['All together', '$207.60 invoiced', '0', '450,000', '100,000', '207.60', ''])
    await table.getByRole('button', { name: 'Cost', exact: true }).click()
    await expect.poll(who).toEqual(['ben', 'ada', 'no member named'])
    await section.getByRole('combobox', { name: 'And by' }).selectOption('Billing period')
    await shown(table.getByRole('columnheader', { name: 'Billing period' }))
    await expect.poll(async () => (await cellsOf(table.locator('tfoot tr')))[0]?.at(-2)).toBe('207.60')
  })

  it('are saved as files with the engine’s figures, to the last digit, by scenario, view and time', async () => {
    const scenario = Scenario.parse(MARCH)
    const catalog = findPreset(MARCH.catalog)
    if (catalog === undefined) throw new Error('There is no such preset.')
    const { result, detail } = valueOf(runWithDetail(catalog, scenario))
    const save = async (view: string, item: string | RegExp = 'Table as CSV', of?: string) => {
      await page.getByRole('tab', { name: view }).click()
      const panel = page.getByRole('tabpanel', { name: view })
      const part = of === undefined ? panel : panel.getByRole('region', { name: of })
      await part.getByRole('button', { name: 'Save as a file' }).first().click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: item }).click()
      const file = await download
      const [head = [], ...rows] = readCsv((await downloaded(file)).toString('utf8'))
      const column = (header: string) => rows.map((row) => row[head.indexOf(header)])
      return { name: file.suggestedFilename(), column }
    }
    const timeline = await save('Timeline')
    expect(timeline.name).toBe(`${String(MARCH.name)}, Cost by period, 1 Jan to 1 Apr 2026.csv`)
    const costs = periodCosts(result, detail, 'period').rows
    expect(timeline.column('Total ($)')).toEqual(costs.map(({ attributable }) => attributable.total))
    const credits = await save('Credits', 'Credits on hand as CSV')
    const window = { resolution: 'day', from: '2026-01-01', to: '2026-04-01' } as const
    const { points } = valueOf(creditLayers(result, detail, window))
    expect(credits.column('On hand (credits)')).toEqual(points.map(({ withGrants }) => withGrants.total))
    const seats = await save('Seats')
    const { steps } = valueOf(seatReport(catalog, scenario))
    expect(seats.column('Basic held')).toEqual(steps.map(({ basic }) => String(basic.held)))
    const invoices = await save('Invoices')
    expect(invoices.column('Total (USD)')).toEqual(result.invoices.map(({ total }) => total))
    const ledger = await save('Ledger')
    expect(ledger.column('Reference')).toEqual(result.ledger.map(({ reference }) => reference))
    const events = await save('Events')
    expect(events.column('Message')).toEqual(result.alerts.map(({ message }) => message))
    const shares = valueOf(attributedCosts(catalog, scenario, ['member'])).shares.map(({ cost }) => cost)
    const byMember = await save('Costs', /^Costs by .* as CSV$/)
    expect(byMember.name).toContain('Costs by member')
    expect(byMember.column('Cost ($)').toSorted()).toEqual(shares.toSorted())
    const variants = await save('Variants', 'Table as CSV', 'Variants by rank')
    expect(variants.column('Total ($)')).toEqual(['207.60'])
  })

  it('scroll to the last of ten thousand entries', async () => {
    const { ledger } = runOf(THIRTY_PEOPLE)
    expect(ledger.length).toBeGreaterThan(10_000)
    const long = await app.openOn(leaveScenario(THIRTY_PEOPLE))
    await long.getByRole('link', { name: 'Account' }).click()
    const section = await goTo('Ledger', long)
    const table = section.getByRole('grid', { name: 'Entries of the ledger' })
    await table.getByRole('button', { name: 'Why: entry 1', exact: true }).waitFor()
    await table.getByRole('button', { name: 'Why: entry 1', exact: true }).focus()
    await long.keyboard.press('Control+End')
    const last = table.locator(`tr[aria-rowindex="${String(ledger.length + 1)}"]`)
    await last.getByRole('button', { name: `Why: entry ${String(ledger.length)}` }).waitFor()
    const { unit, amount, reference } = ledger.at(-1) ?? {}
    const [cells = []] = await cellsOf(last)
    expect([cells[2], plain(cells[4]), cells[5]]).toEqual([unit, amount, reference])
    expect(await table.locator('tbody tr').count()).toBeLessThan(100)
    await app.leave(long)
    expect(app.complaints()).toEqual([])
  })
})
