import { expect, it, vi } from 'vitest'
import { AskedParts } from '#main/api/asked-parts.ts'
import { type OpenResult, ResultShelf } from '#main/api/result-shelf.ts'
import { runSummary, runWithDetail } from '#main/engine/index.ts'
import type { Alert } from '#shared/alert.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'

const catalog = catalogOf([planOf({})])
const member = (id: string) => ({ id, role: 'member' as const, seat: 'full' as const, locked: false })
const scenario = { ...scenarioOf(catalog, ['600']), members: [member('ann')] }
const billed = valueOf(runWithDetail(catalog, scenario))

const alert = (severity: Alert['severity']): Alert => ({
  kind: 'blocked',
  severity,
  at: '2026-01-05T00:00:00.000Z',
  credits: '1',
  subject: null,
  message: 'Told.',
})
const ALERTS = [...Array.from({ length: 65 }, () => alert('stop')), alert('warning')]

function opened() {
  const result = { ...billed.result, alerts: ALERTS, inputHash: 'a' }
  const summary = runSummary(catalog, result, [])
  const costing = { account: result, detail: billed.detail }
  const open: OpenResult = { catalog, scenario, summary, costing, billed: null }
  const shelf = new ResultShelf()
  shelf.keep(open)
  const weigh = vi.spyOn(shelf, 'weigh')
  return { open, weigh, parts: new AskedParts(shelf), of: { open, account: null, billed: result } }
}

it('alerts are looked through once for the windows of one filter, and anew for another', () => {
  const { parts, of, weigh } = opened()
  const stops = { severities: ['stop' as const] }
  const look = parts.alertLook(of, stops)
  expect(parts.alertLook(of, { ...stops, kinds: undefined, subject: undefined })).toBe(look)
  expect(look.places).toHaveLength(65)
  expect(parts.alertLook(of, { severities: ['warning'] }).places).toEqual([65])
  // 65 places take as much as three rows, one place as much as one.
  expect(weigh.mock.calls.map(([id, , rows]) => [id, rows])).toEqual([
    ['a', 3],
    ['a', 1],
  ])
})

it('a ledger is looked through once for the windows of one filter, and weighs its places and groups', () => {
  const { parts, of, weigh } = opened()
  const asked = { filter: {}, groupBy: 'period' as const }
  const look = parts.ledgerLook(of, asked)
  expect(parts.ledgerLook(of, asked)).toBe(look)
  expect(parts.ledgerLook(of, { ...asked, groupBy: null })).not.toBe(look)
  // A month’s run has a few entries, whose places take less than a row, in one period.
  expect(weigh.mock.calls.map(([, , rows]) => rows)).toEqual([2, 1])
})

it('a report of seats is made once, and weighs its steps, its members and what each of them held', () => {
  const { parts, open, weigh } = opened()
  const report = parts.seatReport(open)
  expect(parts.seatReport(open)).toBe(report)
  // One step; a member with one seat from the start on.
  expect(weigh.mock.calls).toEqual([['a', 'seats ', 3]])
})
