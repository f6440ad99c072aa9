import { describe, expect, it } from 'vitest'
import { resolveAgreedCatalog } from '#main/api/resolve-catalog.ts'
import { run } from '#main/engine/index.ts'
import { workbook, type WorkbookOptions } from '#main/export/workbook/workbook.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import { type ReadSheet, readWorkbook } from './read-workbook.ts'

interface Made {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly result: RunResult
}

const PLAIN = {
  schemaVersion: 1,
  name: 'Acme',
  catalog: 'elevenlabs-2026-04',
  plan: 'creator',
  start: '2026-01-31',
  months: 3,
  overage: { optIn: true },
  usage: {
    kind: 'pattern',
    monthly: '400000.5',
    pattern: { kind: 'growth', percent: '8' },
    weekdays: { mon: 5, tue: 5, wed: 5, thu: 5, fri: 5, sat: 2, sun: 2 },
  },
} as const

function made(changes: object = {}): Made {
  const scenario = Scenario.parse({ ...PLAIN, ...changes })
  const catalog = resolveAgreedCatalog(scenario)
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problems))
  const result = run(catalog.value, scenario)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { scenario, catalog: catalog.value, result: { ...result.value, inputHash: 'the-hash' } }
}

const sheetsOf = async (of: Made, options?: WorkbookOptions) =>
  readWorkbook((await workbook(of, options)).file)

function sheetOf(sheets: ReadonlyMap<string, ReadSheet>, name: string): ReadSheet {
  const sheet = sheets.get(name)
  if (!sheet) throw new Error(`There is no sheet ${name}.`)
  return sheet
}

/** The cells under a heading, from top to bottom. */
function under(sheet: ReadSheet, heading: string): readonly (string | number | null)[] {
  const [head, ...rows] = sheet.rows
  const place = head?.findIndex(({ value }) => value === heading) ?? -1
  if (place < 0) throw new Error(`No heading ${heading} among ${head?.map(({ value }) => value).join(' | ')}`)
  return rows.map((row) => row[place]?.value ?? null)
}

/** The value beside a label of a sheet of two columns. */
const beside = (sheet: ReadSheet, label: string, column = 1): string | number | null | undefined =>
  sheet.rows.find(([first]) => first?.value === label)?.[column]?.value

/** Days since the end of 1899, as spreadsheets count them. */
const dayNumber = (date: string): number => Date.parse(date) / 86_400_000 + 25_569

function itemAt<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`There is none at ${place}.`)
  return found
}

const numbers = (figures: readonly string[]): readonly number[] => figures.map(Number)

describe('the workbook of a result', () => {
  it('has its sheets in order, each with a heading that stays in sight and columns of a width', async () => {
    const sheets = await sheetsOf(made())
    expect([...sheets.keys()]).toEqual([
      'Inputs',
      'Summary',
      'Periods',
      'Invoices',
      'Invoice totals',
      'Ledger',
      'Grants',
      'Alerts',
    ])
    for (const { frozenRows, widths, rows } of sheets.values()) {
      expect(frozenRows).toBe(1)
      expect(widths).toHaveLength(rows[0]?.length ?? 0)
    }
  })

  it('is the same bytes whenever it is written', async () => {
    const of = made()
    const { file: first } = await workbook(of)
    const { file: second } = await workbook(of, { onProgress: () => undefined })
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
    // 1 January 1980, in the first part's head.
    expect(Buffer.from(first).readUInt32LE(10)).toBe(0x00210000)
  })

  it('has every figure of the periods', async () => {
    const of = made()
    const { periods } = of.result
    const sheet = sheetOf(await sheetsOf(of), 'Periods')
    const columns = {
      Opening: periods.map((period) => period.openingCredits),
      Granted: periods.map((period) => period.grantedCredits),
      Usage: periods.map((period) => period.usage),
      'From the pool': periods.map((period) => period.poolCredits),
      Grace: periods.map((period) => period.graceCredits),
      Overage: periods.map((period) => period.overageCredits),
      Blocked: periods.map((period) => period.blockedCredits),
      Expired: periods.map((period) => period.expiredCredits),
      Forfeited: periods.map((period) => period.forfeitedCredits),
      Repaid: periods.map((period) => period.repaidCredits),
      Forgiven: periods.map((period) => period.forgivenCredits),
      Closing: periods.map((period) => period.closingCredits),
      'Owed at the end': periods.map((period) => period.deficitCredits),
    }
    for (const [heading, figures] of Object.entries(columns))
      expect(under(sheet, `${heading} (credits)`)).toEqual(numbers(figures))
    // Month ends are clamped and come back: 31 January, 28 February, 31 March, 30 April.
    const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map(dayNumber)
    expect(under(sheet, 'From')).toEqual(days.slice(0, 3))
    expect(under(sheet, 'To (exclusive)')).toEqual(days.slice(1))
  })

  it('has every line of every invoice, and what each comes to', async () => {
    const of = made({
      invoicing: {
        discounts: [{ id: 'partner', name: 'Partner', value: { kind: 'percent', percent: '10' } }],
        taxes: [{ name: 'VAT', percent: '20' }],
      },
    })
    const sheets = await sheetsOf(of)
    const sheet = sheetOf(sheets, 'Invoices')
    const { invoices } = of.result
    const lines = invoices.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })))
    expect(under(sheet, 'Invoice')).toEqual(lines.map(({ invoice }) => invoice.number))
    expect(under(sheet, 'Amount (USD)')).toEqual(lines.map(({ line }) => Number(line.amount)))
    expect(under(sheet, 'Description')).toEqual(lines.map(({ line }) => line.description))
    expect(under(sheet, 'Date')).toEqual(lines.map(({ invoice }) => dayNumber(invoice.date)))
    expect(under(sheet, 'Discount 1')).toEqual(lines.map(() => 'Partner'))
    expect(under(sheet, 'Discount 1 (USD)')).toEqual(
      lines.map(({ line }) => Number(line.discounts[0]?.amount)),
    )
    expect(under(sheet, 'Tax 1 (USD)')).toEqual(lines.map(({ line }) => Number(line.taxes[0]?.amount)))
    const totals = sheetOf(sheets, 'Invoice totals')
    expect(under(totals, 'Invoice')).toEqual(invoices.map(({ number }) => number))
    for (const [heading, figures] of [
      ['Subtotal', invoices.map(({ subtotal }) => subtotal)],
      ['Discount', invoices.map(({ discount }) => discount)],
      ['Net', invoices.map(({ net }) => net)],
      ['Tax 1', invoices.map(({ taxes }) => taxes[0]?.amount ?? '')],
      ['Total', invoices.map(({ total }) => total)],
      ['Paid by credit notes', invoices.map(({ creditApplied }) => creditApplied)],
      ['Paid out', invoices.map(({ paidOut }) => paidOut)],
      ['Due', invoices.map(({ amountDue }) => amountDue)],
    ] as const)
      expect(under(totals, `${heading} (USD)`)).toEqual(numbers(figures))
  })

  it('has every movement of the ledger, each under its unit', async () => {
    const of = made()
    const sheet = sheetOf(await sheetsOf(of), 'Ledger')
    const { ledger } = of.result
    const inUnit = (wanted: string) =>
      ledger.map(({ unit, amount }) => (unit === wanted ? Number(amount) : null))
    expect(under(sheet, 'Amount (credits)')).toEqual(inUnit('credits'))
    expect(under(sheet, 'Amount (USD)')).toEqual(inUnit('money'))
    expect(under(sheet, 'At (UTC)')).toEqual(ledger.map(({ at }) => dayNumber(at)))
    expect(under(sheet, 'From')).toEqual(ledger.map(({ from }) => from))
    expect(under(sheet, 'To')).toEqual(ledger.map(({ to }) => to))
    expect(under(sheet, 'Reference')).toEqual(ledger.map(({ reference }) => reference))
  })

  it('has the grants, the alerts and the totals', async () => {
    const of = made()
    const { grants, alerts, totals } = of.result
    const sheets = await sheetsOf(of)
    const sheet = sheetOf(sheets, 'Grants')
    for (const [heading, figures] of [
      ['Granted', grants.map((grant) => grant.grantedCredits)],
      ['Used', grants.map((grant) => grant.usedCredits)],
      ['Repaid', grants.map((grant) => grant.repaidCredits)],
      ['Expired', grants.map((grant) => grant.expiredCredits)],
      ['Forfeited', grants.map((grant) => grant.forfeitedCredits)],
      ['Carried', grants.map((grant) => grant.carriedCredits)],
      ['Remaining', grants.map((grant) => grant.remainingCredits)],
    ] as const)
      expect(under(sheet, `${heading} (credits)`)).toEqual(numbers(figures))
    expect(under(sheetOf(sheets, 'Alerts'), 'Message')).toEqual(alerts.map(({ message }) => message))
    expect(under(sheetOf(sheets, 'Alerts'), 'Concerned (credits)')).toEqual(
      alerts.map(({ credits }) => Number(credits)),
    )
    const summary = sheetOf(sheets, 'Summary')
    const told = Object.fromEntries(
      summary.rows.slice(1).map(([label, unit, value]) => [`${label?.value} ${unit?.value}`, value?.value]),
    )
    expect(told).toEqual({
      'Total as invoiced USD': Number(totals.total),
      'Subscription USD': Number(totals.subscription),
      'Overage USD': Number(totals.overage),
      'Packs USD': Number(totals.packs),
      'Top-ups USD': Number(totals.topUps),
      'Usage credits': Number(totals.usage),
      'Granted credits': Number(totals.grantedCredits),
      'From the pool credits': Number(totals.poolCredits),
      'Grace credits': Number(totals.graceCredits),
      'Overage credits': Number(totals.overageCredits),
      'Blocked credits': Number(totals.blockedCredits),
      'Expired credits': Number(totals.expiredCredits),
      'Forfeited credits': Number(totals.forfeitedCredits),
      'Repaid credits': Number(totals.repaidCredits),
      'Forgiven credits': Number(totals.forgivenCredits),
      'Remaining credits': Number(totals.remainingCredits),
      'Owed at the end credits': Number(totals.deficitCredits),
    })
  })

  it('says on its inputs that it is a simulation, by what, of what, and on whose figures', async () => {
    const of = made()
    const sheet = sheetOf(await sheetsOf(of), 'Inputs')
    expect(beside(sheet, 'Note')).toMatch(/^A simulation by Tierwise, not a bill/)
    expect(beside(sheet, 'Engine version')).toBe(of.result.engineVersion)
    expect(beside(sheet, 'Input hash')).toBe('the-hash')
    expect(beside(sheet, 'Usage a month')).toBe(400_000.5)
    expect(beside(sheet, 'Usage pattern')).toBe('8 % more each month')
    expect(beside(sheet, 'Weekday profile')).toBe('Mon–Fri 5, Sat–Sun 2')
    for (const [key, source] of Object.entries(of.catalog.sources)) {
      expect(beside(sheet, `Source ${key}`)).toBe(source.title)
      expect(beside(sheet, `Source ${key}`, 2)).toBe(source.basis)
      expect(beside(sheet, `Source ${key}`, 3)).toBe(dayNumber(source.date))
    }
  })

  it('shows money to the cent, credits with millionths only where there are any, days as days', async () => {
    const sheets = await sheetsOf(made())
    const formats = (name: string, heading: string) => {
      const { rows } = sheetOf(sheets, name)
      const place = rows[0]?.findIndex(({ value }) => value === heading) ?? -1
      return new Set(rows.slice(1).map((row) => row[place]?.format ?? ''))
    }
    expect(formats('Invoices', 'Amount (USD)')).toEqual(new Set(['#,##0.00']))
    expect(formats('Invoices', 'Date')).toEqual(new Set(['yyyy-mm-dd']))
    expect(formats('Periods', 'Granted (credits)')).toEqual(new Set(['#,##0']))
    expect(formats('Periods', 'Usage (credits)')).toEqual(new Set(['#,##0.000000']))
    expect(formats('Ledger', 'At (UTC)')).toEqual(new Set(['yyyy-mm-dd hh:mm:ss']))
  })

  it('holds what looks like a formula as text, in every name, and nothing that was expected of the result', async () => {
    const evil = '=cmd|" /C calc"!A0'
    const of = made({
      name: evil,
      members: [{ id: evil, role: 'admin', seat: 'full' }],
      apiKeys: [{ id: `${evil}2` }],
      grants: [{ id: `${evil}3`, amount: '1000', start: '2026-01-31T00:00:00Z' }],
      invoicing: {
        discounts: [{ id: 'partner', name: evil, value: { kind: 'percent', percent: '10' } }],
        taxes: [{ name: evil, percent: '20' }],
      },
      usage: {
        kind: 'streams',
        streams: [
          { id: evil, member: evil, product: 'text-to-speech', model: 'Eleven v3', monthly: '500000' },
        ],
      },
      expect: { secret: 'an-expectation' },
    })
    const cells = [...(await sheetsOf(of)).values()].flatMap(({ rows }) => rows.flat())
    expect(cells.filter(({ value }) => String(value).startsWith('=cmd')).length).toBeGreaterThan(5)
    expect(cells.filter(({ isFormula }) => isFormula)).toEqual([])
    expect(cells.filter(({ value }) => String(value).includes('an-expectation'))).toEqual([])
  })

  it('cuts the longest sheet where there is no room for it, and says how much of it', async () => {
    const of = made()
    // Its 7 columns make it longer than all else together: 2,000 rows of it, in room for 1,000 besides the others.
    const entry = itemAt(of.result.ledger, 0)
    const ledger = Array.from({ length: 2000 }, () => entry)
    const long = { ...of, result: { ...of.result, ledger } }
    const others = [...(await sheetsOf(of)).entries()].filter(([name]) => name !== 'Ledger')
    const cellsOfOthers = others.reduce(
      (sum, [, { rows, widths }]) => sum + (rows.length - 1) * widths.length,
      0,
    )
    const { file, leftOut } = await workbook(long, { mostCells: cellsOfOthers + 7 * 1000 })
    expect(leftOut).toEqual([{ sheet: 'Ledger', rows: 1001 }])
    const sheets = readWorkbook(file)
    const { rows } = sheetOf(sheets, 'Ledger')
    // The heading, 999 entries, and what is said of the others.
    expect(rows).toHaveLength(1001)
    expect(rows.at(-1)?.[0]?.value).toBe('1,001 more rows are left out: this sheet has room for 999.')
    for (const [name, { rows: whole }] of others)
      expect(sheetOf(sheets, name).rows).toHaveLength(whole.length)
  })

  it('leaves nothing out that there is room for', async () => {
    expect((await workbook(made())).leftOut).toEqual([])
  })

  it('tells of each row as it is written, of how many there are, and ends where that throws', async () => {
    const of = made()
    const told: (readonly [number, number])[] = []
    const { file } = await workbook(of, { onProgress: (done, all) => void told.push([done, all]) })
    const rows = [...readWorkbook(file).values()].reduce((sum, sheet) => sum + sheet.rows.length, 0)
    expect(told).toEqual(Array.from({ length: rows }, (_, place) => [place + 1, rows]))
    const calledOff = new Error('called off')
    let heard = 0
    const ended = workbook(of, {
      onProgress: () => {
        heard += 1
        throw calledOff
      },
    })
    await expect(ended).rejects.toBe(calledOff)
    expect(heard).toBe(1)
  })

  it('tells accounts apart that go on by themselves', async () => {
    const of = made()
    const { result } = of
    const separate = { ...result, workspace: 'EU' }
    const sheets = await sheetsOf({ ...of, result: { ...result, separateAccounts: [separate] } })
    const periods = result.periods.map(() => 'The scenario')
    expect(under(sheetOf(sheets, 'Periods'), 'Account')).toEqual([...periods, ...periods.map(() => 'EU')])
    expect(sheetOf(sheets, 'Summary').rows[0]?.map(({ value }) => value)).toEqual([
      'Figure',
      'Unit',
      'The scenario',
      'EU',
    ])
  })
})
