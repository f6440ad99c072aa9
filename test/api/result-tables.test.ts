import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ResultTable } from '#shared/result-table.ts'
import { Scenario } from '#shared/scenario.ts'
import { THIRTY_PEOPLE } from '../e2e/support/account-store.ts'
import { readCsv } from '../export/csv/read-csv.ts'
import { storedApi } from './stored-api.ts'

/** Creator at 400,000 credits: its figures are worked out in the file beside it. */
const CREATOR = Scenario.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../golden/02-creator-112.json'), 'utf8')),
)
const MANY = Scenario.parse(THIRTY_PEOPLE)

async function opened(scenario: Scenario) {
  const app = storedApi()
  const { id } = await app.ask('results.open', { scenario, document: null })
  /** A table as a file, and how many parts it came in. */
  async function whole(table: ResultTable, account: string | null = null) {
    let [text, offset, parts] = ['', 0, 0]
    for (;;) {
      const { csv, rows, rowCount } = await app.ask('results.table', { id, account, table, offset })
      text += csv
      offset += rows
      parts += 1
      if (offset >= rowCount) return { text, parts, cells: readCsv(text) }
    }
  }
  return { ...app, whole, run: await app.ask('scenarios.run', scenario) }
}

const ALL = { filter: {} }

describe('a table of a result as a file', () => {
  it('has every invoice with the figures that were worked out for it', async () => {
    const { whole } = await opened(CREATOR)
    const { text } = await whole({ kind: 'invoices' })
    // $22.00 at the start, $90.00 of overage: $44.00 each time that much is outstanding, and the rest at the end.
    expect(text).toBe(
      `\ufeff${[
        'Invoice,Document,Date,Due,Lines,Subtotal (USD),Discount (USD),Net (USD),Tax (USD),Total (USD),Amount due (USD)',
        '0001,invoice,2026-01-01,2026-01-01,1,22.00,0.00,22.00,0.00,22.00,22.00',
        '0002,invoice,2026-01-20,2026-01-20,1,44.00,0.00,44.00,0.00,44.00,44.00',
        '0003,invoice,2026-01-31,2026-01-31,1,44.00,0.00,44.00,0.00,44.00,44.00',
        '0004,invoice,2026-02-01,2026-02-01,1,2.00,0.00,2.00,0.00,2.00,2.00',
      ].join('\r\n')}\r\n`,
    )
  })

  it('has the whole ledger of the run, each amount in the column of its unit', async () => {
    const { whole, run } = await opened(CREATOR)
    const { cells } = await whole({ kind: 'ledger', ...ALL })
    const [head, ...rows] = cells
    expect(head?.slice(5, 7)).toEqual(['Amount (credits)', 'Amount (USD)'])
    expect(
      rows.map(([number, , unit, from, to, credits, money, reference]) => ({
        number: Number(number),
        unit: unit === 'USD' ? 'money' : unit,
        from,
        to,
        amount: unit === 'USD' ? money : credits,
        other: unit === 'USD' ? credits : money,
        reference,
      })),
    ).toEqual(run.ledger.map(({ at: _at, ...entry }, place) => ({ ...entry, number: place + 1, other: '' })))
    expect(rows[0]?.[1]).toBe('2026-01-01 00:00:00')
    const money = await whole({ kind: 'ledger', filter: { unit: 'money' } })
    expect(money.cells.length - 1).toBe(run.ledger.filter(({ unit }) => unit === 'money').length)
  })

  it('has the ledger in groups, of accounts with what entered and what left them', async () => {
    const { whole, run } = await opened(CREATOR)
    const { cells } = await whole({ kind: 'ledgerGroups', filter: {}, groupBy: 'account' })
    expect(cells[0]).toEqual(['Account', 'Entries', 'Unit', 'In', 'Out', 'In less out'])
    // Four lines of invoices leave the customer, three of them for overage.
    expect(cells).toContainEqual(['money.customer', '4', 'USD', '0.00', '112.00', '-112.00'])
    expect(cells).toContainEqual(['money.overage', '3', 'USD', '90.00', '0.00', '90.00'])
    expect(cells.find(([account]) => account === 'credits.used')?.slice(2)).toEqual([
      'credits',
      '400000',
      '0',
      '400000',
    ])
    const byPeriod = await whole({ kind: 'ledgerGroups', filter: { unit: 'money' }, groupBy: 'period' })
    expect(byPeriod.cells[0]).toEqual(['Period', 'Entries', 'Moved (credits)', 'Moved (USD)'])
    const byReference = await whole({ kind: 'ledgerGroups', ...ALL, groupBy: 'reference' })
    expect(byReference.cells.length - 1).toBe(new Set(run.ledger.map(({ reference }) => reference)).size)
  })

  it('has alerts, grants and usage as the run has them', async () => {
    const { whole, run } = await opened(CREATOR)
    const alerts = (await whole({ kind: 'alerts', ...ALL })).cells.slice(1)
    expect(
      alerts.map(([, , severity, kind, who, credits, message]) => [severity, kind, who, credits, message]),
    ).toEqual(
      run.alerts.map(({ severity, kind, subject, credits, message }) => [
        severity,
        kind,
        subject ?? '',
        credits ?? '',
        message,
      ]),
    )
    const stops = await whole({ kind: 'alerts', filter: { severities: ['stop'] } })
    expect(stops.cells.length - 1).toBe(run.alerts.filter(({ severity }) => severity === 'stop').length)
    // 100,000 granted and all of it used; the other 300,000 are overage.
    const [grant] = (await whole({ kind: 'grants' })).cells.slice(1)
    expect(grant?.slice(5)).toEqual(['100000', '100000', '0', '0', '0', '0', '0'])
    const [usage] = (await whole({ kind: 'usage', ...ALL })).cells.slice(1)
    expect(usage).toEqual(['1', '', '', '', '', '', '', '0', '0', '100000', '0', '300000', ''])
  })

  it('comes in parts of five thousand rows, with one head, and every row once', async () => {
    const { whole, run } = await opened(MANY)
    const { cells, parts } = await whole({ kind: 'ledger', ...ALL })
    expect(run.ledger.length).toBeGreaterThan(10_000)
    expect(parts).toBe(Math.ceil(run.ledger.length / 5000))
    expect(cells.map(([number]) => number)).toEqual([
      'No.',
      ...run.ledger.map((_, place) => String(place + 1)),
    ])
    expect(cells.slice(1).map((row) => (row[2] === 'USD' ? row[6] : row[5]))).toEqual(
      run.ledger.map(({ amount }) => amount),
    )
    // Five Full members of thirty, and a Basic one is served 10,000 or 50,000 of 240,000 a year at most.
    const members = (await whole({ kind: 'members' })).cells.slice(1)
    expect(members).toHaveLength(30)
    expect(members.filter(([, held]) => held?.startsWith('full'))).toHaveLength(5)
  })

  it('is empty past its last row, and works out no name as a formula', async () => {
    const member = '=HYPERLINK("http://example.com","pay")'
    const { ask, whole } = await opened({ ...CREATOR, members: [{ ...PERSON, id: member }] })
    expect((await whole({ kind: 'members' })).cells[1]?.[0]).toBe(`'${member}`)
    const { id } = await ask('results.open', { scenario: CREATOR, document: null })
    const past = { id, account: null, table: { kind: 'invoices' }, offset: 4 } as const
    expect(await ask('results.table', past)).toEqual({ csv: '', rows: 0, rowCount: 4 })
  })
})

const [PERSON = { id: '', role: 'member', seat: 'full', locked: false }] = MANY.members
