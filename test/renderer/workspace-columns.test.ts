import { describe, expect, it } from 'vitest'
import type { BillingView } from '#shared/workspace-views.ts'
import { allUsageIn } from '#renderer/finding/workspace-title.ts'
import {
  invoiceColumns,
  invoiceRows,
  periodColumns,
  periodRows,
} from '#renderer/pages/account/workspaces/view-columns.ts'

const PERIODS = [
  { index: 1, start: '2026-04-01' },
  { index: 2, start: '2026-05-01' },
]

const workspace = (id: string, name: string): BillingView['workspaces'][number] => ({
  id,
  name,
  kind: 'reporting',
  environment: id,
  linked: [],
  afterwards: null,
})
const WORKSPACES = [workspace('us', 'Acme US'), workspace('eu', 'Acme EU')]

const used = (period: number, id: string, usage: string): BillingView['totals'][number] => ({
  period,
  workspace: id,
  requests: 0,
  usage,
  poolCredits: usage,
  graceCredits: '0',
  overageCredits: '0',
  blockedCredits: '0',
})

describe('the periods that a workspace sees', () => {
  const rows = periodRows(
    PERIODS,
    [used(1, 'us', '100'), used(1, 'eu', '200'), used(2, 'eu', '300')],
    [{ period: 2, end: '2026-06-01', credits: '700' }],
  )
  const columns = periodColumns(PERIODS, WORKSPACES)

  it('have each workspace’s usage, none where it used nothing, and what was left where that is seen', () => {
    expect(rows.map((row) => columns.map(({ text }) => text(row)))).toEqual([
      ['1, from 1 Apr 2026', '100', '200', '–'],
      ['2, from 1 May 2026', '0', '300', '700'],
    ])
    expect(columns.map(({ header }) => header)).toEqual(['Period', 'Acme US', 'Acme EU', 'Left in the pool'])
  })
})

describe('the invoices that the billing workspace sees', () => {
  it('have each workspace’s part beside the total', () => {
    const share: BillingView['byWorkspace'][number] = {
      invoice: '0001',
      usage: { from: '2026-04-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z', workspaces: [] },
      lines: [],
      workspaces: [
        { workspace: 'us', amount: '4.17' },
        { workspace: 'eu', amount: '5.83' },
      ],
    }
    const rows = invoiceRows({
      invoices: [
        { number: '0001', date: '2026-04-01', total: '10.00' },
        { number: '0002', date: '2026-05-01', total: '3.00' },
      ],
      byWorkspace: [share],
    })
    const columns = invoiceColumns(WORKSPACES, 'USD')
    expect(rows.map((row) => columns.map(({ text }) => text(row)))).toEqual([
      ['0001', '1 Apr 2026', '4.17', '5.83', '10.00'],
    ])
    expect(columns.map(({ unit }) => unit)).toEqual([undefined, undefined, '$', '$', '$'])
  })
})

describe('usage that is shared out among workspaces', () => {
  const share = (id: string, usage: string): BillingView['shares'][number] => {
    const { period: _, ...one } = used(1, id, usage)
    return { ...one, amount: '0.00' }
  }
  const allIn = (...shares: BillingView['shares']) => allUsageIn({ shares, workspaces: WORKSPACES })

  it('is said to be all in one, or in none', () => {
    expect(allIn(share('us', '300'), share('eu', '0'))).toBe('All usage is in Acme US')
    expect(allIn(share('us', '0.00'), share('eu', '0'))).toBe('No workspace has any usage')
  })

  it('is nothing to speak of where two have some, or there is only one', () => {
    expect(allIn(share('us', '300'), share('eu', '1'))).toBeNull()
    expect(allIn(share('us', '300'))).toBeNull()
  })
})
