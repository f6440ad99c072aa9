import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostDimension, CostShare } from '#shared/analysis.ts'
import type { Invoice, InvoiceTax } from '#shared/invoice.ts'
import { alertsTitle } from '#renderer/finding/alert-in-words.ts'
import { costsTitle, valueInWords } from '#renderer/finding/costs-in-words.ts'
import { figureOrder } from '#renderer/finding/figure-order.ts'
import {
  invoiceName,
  invoicesTitle,
  isOneStep,
  takenOff,
  taxLabel,
  timeOfLine,
} from '#renderer/finding/invoice-in-words.ts'
import { accountWithUnit, ledgerFigure, ledgerTitle } from '#renderer/finding/ledger-in-words.ts'
import { exactAmount } from '#renderer/format/figures.ts'
import { instantInUtc } from '#renderer/format/moments.ts'
import { costFigures, nextSort, sortedShares } from '#renderer/pages/account/costs/cost-columns.ts'
import { barLength } from '#renderer/pages/account/costs/share-bar.ts'
import { toggled } from '#renderer/pages/account/events/AlertChips.tsx'
import { totalRows as invoiceRows } from '#renderer/pages/account/invoices/InvoiceTotals.tsx'
import { groupName, totalRows } from '#renderer/pages/account/ledger/group-columns.ts'
import { allRows, MOST_COPIED } from '#renderer/state/all-rows.ts'
import { BLOCK_ROWS, blocksIn, placedRows } from '#renderer/tables/blocks.ts'

describe('invoices in words', () => {
  const account = { planName: 'Creator', total: '207.60', currency: 'USD' }

  it('say how many there are and what they come to, or that nothing is charged', () => {
    expect(invoicesTitle(3, account)).toBe('3 invoices: $207.60 in all')
    expect(invoicesTitle(1, account)).toBe('1 invoice: $207.60 in all')
    expect(invoicesTitle(0, { ...account, planName: 'Free' })).toBe('No invoice: nothing is charged for Free')
  })

  it('name an invoice and a credit note, and the time a line is for', () => {
    expect(invoiceName({ kind: 'invoice', number: '0003' })).toBe('Invoice 0003')
    expect(invoiceName({ kind: 'creditNote', number: '0004' })).toBe('Credit note 0004')
    expect(timeOfLine({ periodStart: '2026-01-01', periodEnd: '2026-02-01' })).toBe(
      '1 Jan 2026 to 1 Feb 2026',
    )
    expect(timeOfLine({ periodStart: '2026-01-01', periodEnd: '2026-01-01' })).toBe('1 Jan 2026')
  })

  it('write what is taken off as it changes the sum', () => {
    expect(takenOff('4.40')).toBe('-4.40')
    expect(takenOff('-4.40')).toBe('4.40')
    expect(takenOff('0.00')).toBe('0.00')
  })

  it('tell a tax by its rate and what it is due on', () => {
    const tax: InvoiceTax = { name: 'VAT', percent: '20', inclusive: false, base: '22.00', amount: '4.40' }
    expect(taxLabel(tax, 'USD')).toBe('VAT 20 % on $22.00')
    expect(taxLabel({ ...tax, inclusive: true }, 'USD')).toBe('VAT 20 % on $22.00, contained in the lines')
  })

  it('tell a line in one row where its one step says as much', () => {
    const step = { quantity: '50000', rate: '0.30 per 1000', amount: '15.00' }
    expect(isOneStep({ working: [step], amount: '15.00' })).toBe(true)
    expect(isOneStep({ working: [step], amount: '12.00' })).toBe(false)
    expect(isOneStep({ working: [step, step], amount: '15.00' })).toBe(false)
  })

  it('leave out of the sums what comes to nothing', () => {
    const invoice: Invoice = {
      number: '0001',
      kind: 'invoice',
      date: '2026-01-01',
      dueDate: '2026-01-31',
      currency: 'USD',
      lines: [],
      subtotal: '22.00',
      discount: '0.00',
      net: '22.00',
      taxes: [],
      total: '22.00',
      creditApplied: '0.00',
      paidOut: '0.00',
      amountDue: '22.00',
    }
    const rows = (more: Partial<Invoice>) =>
      invoiceRows({ ...invoice, ...more }, 'USD').map(({ name, amount }) => [name, amount])
    expect(rows({})).toEqual([
      ['Subtotal', '22.00'],
      ['Total', '22.00'],
      ['Amount due', '22.00'],
    ])
    const tax: InvoiceTax = { name: 'VAT', percent: '20', inclusive: false, base: '20.00', amount: '4.00' }
    expect(
      rows({
        discount: '2.00',
        net: '20.00',
        taxes: [tax],
        total: '24.00',
        creditApplied: '5.00',
        paidOut: '1.00',
        amountDue: '19.00',
      }),
    ).toEqual([
      ['Subtotal', '22.00'],
      ['Discounts', '-2.00'],
      ['Net', '20.00'],
      ['VAT 20 % on $20.00', '4.00'],
      ['Total', '24.00'],
      ['Credit of earlier notes', '-5.00'],
      ['Paid out', '1.00'],
      ['Amount due', '19.00'],
    ])
  })
})

describe('the ledger in words', () => {
  it('says that it balances, and how much of it is shown', () => {
    expect(ledgerTitle(12_984, 12_984)).toBe('12,984 entries, credits and money each sum to zero')
    expect(ledgerTitle(1, 1)).toBe('1 entry, credits and money each sum to zero')
    expect(ledgerTitle(7, 12_984)).toBe('7 of 12,984 entries')
    expect(ledgerTitle(0, 0)).toBe('No entry: no credits and no money moved')
  })

  it('tells apart accounts that are called alike by their unit', () => {
    expect(accountWithUnit('credits.overage')).toBe('Credits: overage')
    expect(accountWithUnit('money.overage')).toBe('Money: overage')
    expect(accountWithUnit('credits.pool')).toBe('Credits: on hand')
    expect(groupName('account', { key: 'money.tax', count: 1, credits: '0', money: '0.00' })).toBe(
      'Money: tax',
    )
    expect(groupName('period', { key: '3', count: 1, credits: '0', money: '0.00' })).toBe('Period 3')
  })

  it('writes every digit', () => {
    expect(ledgerFigure('1935.48387', 'credits')).toBe('1,935.48387')
    expect(ledgerFigure('22.00', 'money')).toBe('22.00')
    expect(ledgerFigure('0.000005', 'money')).toBe('0.000005')
    expect(exactAmount('1188')).toBe('1,188.00')
  })

  it('has what moved at both ends of all accounts together, and once otherwise', () => {
    const window = {
      total: 7,
      rows: [],
      totals: [],
      moved: { credits: '4000', money: '20.00' },
      groups: [],
      groupCount: 0,
    }
    const texts = (by: 'account' | 'period') =>
      totalRows(by, window).map(({ name, cells }) => [name, ...cells.map(({ text }) => text)])
    expect(texts('account')).toEqual([
      ['All credits', '', '4,000', '4,000', '0'],
      ['All money', '', '20.00', '20.00', '0'],
    ])
    expect(texts('period')).toEqual([['All entries', '7', '4,000', '20.00']])
  })

  it('tells an instant under a heading that says UTC', () => {
    expect(instantInUtc('2026-03-12T09:30:00.000Z')).toBe('12 Mar 2026, 09:30')
    expect(instantInUtc('2026-03-12T00:00:00.000Z')).toBe('12 Mar 2026')
  })
})

describe('alerts in words', () => {
  it('are counted by what they ask for, the most pressing first', () => {
    const bySeverity = [
      { severity: 'information' as const, count: 3 },
      { severity: 'stop' as const, count: 1 },
      { severity: 'warning' as const, count: 2 },
    ]
    expect(alertsTitle({ total: 6, bySeverity })).toBe('6 alerts: 1 stop, 2 warnings and 3 for information')
    expect(alertsTitle({ total: 0, bySeverity: [] })).toBe(
      'No alert: nothing happens that anybody would be told of',
    )
  })

  it('are all shown once nothing is chosen any more', () => {
    expect(toggled(undefined, 'stop')).toEqual(['stop'])
    expect(toggled(['stop'], 'warning')).toEqual(['stop', 'warning'])
    expect(toggled(['stop', 'warning'], 'stop')).toEqual(['warning'])
    expect(toggled(['stop'], 'stop')).toBeUndefined()
  })
})

const share = (values: (string | null)[], cost: string, credits = '100'): CostShare => ({
  values,
  requests: 0,
  credits,
  overageCredits: '0',
  cost,
})

describe('costs in words', () => {
  const opened = {
    currency: 'USD',
    workspaces: [
      {
        id: 'eu',
        name: 'Europe',
        kind: 'reporting' as const,
        environment: 'eu',
        linked: [],
        afterwards: null,
      },
    ],
    totals: { total: '207.60' },
  }
  const title = (shares: readonly CostShare[], by: readonly CostDimension[]) => costsTitle(shares, by, opened)

  it('name who or what cost most', () => {
    expect(title([share(['ada'], '84.018798'), share(['ben'], '11.56')], ['member'])).toBe(
      'ada cost most: $84.02 of $207.60',
    )
    expect(title([share(['ada'], '9.50'), share([null], '112.03')], ['member'])).toBe(
      'Usage with no member named cost most: $112.03 of $207.60',
    )
    expect(title([share(['eu', 'Flash'], '20'), share(['eu', 'v2'], '3')], ['workspace', 'model'])).toBe(
      'Europe, Flash cost most: $20.00 of $207.60',
    )
    expect(title([share([null], '22.00', '0'), share(['k'], '3')], ['apiKey'])).toBe(
      'Fees nobody used cost most: $22.00 of $207.60',
    )
  })

  it('name nobody above others who cost as much', () => {
    const [ada, ben, cem] = [share(['ada'], '69.20'), share(['ben'], '69.20'), share(['cem'], '9.00')]
    expect(title([ada, ben, share(['cem'], '69.20')], ['member'])).toBe(
      'All 3 cost the same: $69.20 of $207.60 each',
    )
    expect(title([cem, ada, ben], ['member'])).toBe('2 cost most, ada among them: $69.20 of $207.60 each')
    // Shares are worked out finer than they are written.
    expect(title([cem, share(['ada'], '69.200002'), ben], ['member'])).toBe(
      '2 cost most, ada among them: $69.20 of $207.60 each',
    )
  })

  it('say where there is only one share, and none', () => {
    expect(title([share(['ada'], '207.60')], ['member'])).toBe('All of $207.60: ada')
    expect(title([share(['ada'], '0.00')], ['member'])).toBe('Nothing cost anything: $207.60 was invoiced')
    expect(title([], ['member'])).toBe('No costs: nothing was used and nothing charged')
  })

  it('call fees those of nobody only where nothing was asked for', () => {
    const free = { ...share([null], '5.00', '0'), requests: 2 }
    expect(valueInWords(free, 0, 'apiKey', opened)).toBe('no key named')
    expect(valueInWords(share([null], '5.00', '0'), 0, 'apiKey', opened)).toBe('fees nobody used')
    expect(valueInWords(share([null], '0.00', '0'), 0, 'apiKey', opened)).toBe('no key named')
  })

  it.each<[CostDimension, string | null, string]>([
    ['apiKey', null, 'no key named'],
    ['day', '2026-03-01', '1 Mar 2026'],
    ['period', '3', 'Period 3'],
    ['workspace', 'eu', 'Europe'],
    ['workspace', 'lab', 'lab'],
    ['model', 'Flash v2.5', 'Flash v2.5'],
  ])('call a share by %s with %s %s', (dimension, value, words) => {
    expect(valueInWords(share([value], '1'), 0, dimension, opened)).toBe(words)
  })
})

describe('costs sorted by a figure', () => {
  const shares = [share(['a'], '9.50'), share(['b'], '-0.5'), share(['c'], '112.03')]
  const sorted = (down: boolean) =>
    sortedShares(shares, costFigures('$'), { by: 'cost', down }).map(({ values }) => values[0])

  it('are compared as amounts and not as texts', () => {
    expect(sorted(true)).toEqual(['c', 'a', 'b'])
    expect(sorted(false)).toEqual(['b', 'a', 'c'])
    expect(sortedShares(shares, costFigures('$'), { by: null, down: false })).toBe(shares)
  })

  it('are first of the largest, then of the smallest, then as they were', () => {
    const first = nextSort({ by: 'cost', down: false }, 'credits')
    expect(first).toEqual({ by: 'credits', down: true })
    const second = nextSort(first, 'credits')
    expect(second).toEqual({ by: 'credits', down: false })
    expect(nextSort(second, 'credits')).toEqual({ by: null, down: false })
  })

  it('are in the order of any two amounts', () => {
    const micros = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
    const text = (amount: bigint) => {
      const digits = String(amount < 0n ? -amount : amount).padStart(7, '0')
      return `${amount < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
    }
    fc.assert(
      fc.property(micros, micros, (one, other) => {
        expect(figureOrder(text(one), text(other))).toBe(one < other ? -1 : one > other ? 1 : 0)
      }),
    )
  })

  it('have bars as long as their part of the longest, and none where money comes back', () => {
    expect(barLength('50', '200')).toBe(0.25)
    expect(barLength('200.00', '200')).toBe(1)
    expect(barLength('-5', '200')).toBe(0)
    expect(barLength('0', '0')).toBe(0)
  })
})

describe('blocks of rows', () => {
  it('hold every row in sight once, in order, and begin where the engine is asked', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.nat(2000), (first, length) => {
        const blocks = blocksIn(first, first + length)
        const places = blocks.flatMap((block) => placedRows(block, []).map(({ place }) => place))
        expect(places).toEqual(Array.from({ length }, (_, index) => first + index))
        for (const { offset, from, to } of blocks) {
          expect(offset % BLOCK_ROWS).toBe(0)
          expect(from).toBeGreaterThanOrEqual(offset)
          expect(to).toBeLessThanOrEqual(offset + BLOCK_ROWS)
        }
      }),
    )
  })

  it('give each place its row, and none while it is on its way', () => {
    const block = { offset: 500, from: 501, to: 504 }
    expect(placedRows(block, ['a', 'b', 'c'])).toEqual([
      { place: 501, row: 'b' },
      { place: 502, row: 'c' },
      { place: 503, row: undefined },
    ])
  })
})

describe('rows to copy', () => {
  const listOf = (length: number, asked: number[] = [], most = BLOCK_ROWS) =>
    allRows((offset) => {
      asked.push(offset)
      const rows = Array.from({ length: Math.min(most, length - offset) }, (_, index) => offset + index)
      return Promise.resolve({ ok: true, value: { total: length, rows } })
    })

  it('are all of them, asked for window by window', async () => {
    const asked: number[] = []
    expect(await listOf(1200, asked)).toEqual(Array.from({ length: 1200 }, (_, index) => index))
    expect(asked).toEqual([0, 500, 1000])
  })

  it('are no more than a person pastes', async () => {
    expect(await listOf(MOST_COPIED + 700)).toHaveLength(MOST_COPIED)
    expect(await listOf(MOST_COPIED + 700, [], 300)).toHaveLength(MOST_COPIED)
  })

  it('end where there are no more, however many were said to be there', async () => {
    expect(await allRows(() => Promise.resolve({ ok: true, value: { total: 9, rows: [] } }))).toEqual([])
  })

  it('are those before a window that cannot be read', async () => {
    const rows = await allRows((offset) =>
      Promise.resolve(
        offset === 0
          ? { ok: true, value: { total: 9, rows: ['a'] } }
          : { ok: false, problems: [{ code: 'result.gone', message: 'Gone.', path: 'id' }] },
      ),
    )
    expect(rows).toEqual(['a'])
  })
})
