import { describe, expect, it } from 'vitest'
import { type OpenResult, ResultShelf } from '#main/api/result-shelf.ts'
import { runWithDetail } from '#main/engine/index.ts'
import { at, catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'

const catalog = catalogOf([planOf({})])
const scenario = scenarioOf(catalog, ['600'])
const billed = valueOf(runWithDetail(catalog, scenario))
const result = { ...billed.result, inputHash: 'a' }
const { detail, apart } = billed

const named = (inputHash: string, changed: Partial<OpenResult> = {}): OpenResult => {
  const open = { catalog, scenario, result, detail, apart, ...changed }
  return { ...open, result: { ...open.result, inputHash } }
}

const hundred = <T>(row: T): T[] => Array.from({ length: 100 }, () => row)

const event = { id: 'e', at: '2026-01-05T00:00:00Z', product: 'api', model: 'Standard', quantity: '1' }
const usage = hundred(at(result.usage, 0))
const invoices = [{ ...at(result.invoices, 0), lines: hundred(at(at(result.invoices, 0).lines, 0)) }]
const { engineVersion: _version, inputHash: _hash, scenario: _name, catalog: _catalog, ...account } = result
const alert = {
  kind: 'blocked' as const,
  severity: 'stop' as const,
  at: '2026-01-05T00:00:00Z',
  credits: '1',
  subject: null,
  message: 'Told.',
}

/** The smaller of two results and the larger have room beside each other where nothing of the larger is much. */
describe('a result is as large as what it has much of', () => {
  it.each<[string, Partial<OpenResult>]>([
    ['entries of the ledger', { result: { ...result, ledger: hundred(at(result.ledger, 0)) } }],
    ['rows of usage', { result: { ...result, usage } }],
    ['alerts', { result: { ...result, alerts: hundred(alert) } }],
    ['grants', { result: { ...result, grants: hundred(at(result.grants, 0)) } }],
    ['lines of invoices', { result: { ...result, invoices } }],
    ['usage events', { scenario: { ...scenario, usageEvents: hundred(event) } }],
    [
      'rows of an account of its own',
      { result: { ...result, separateAccounts: [{ ...account, workspace: 'eu', usage }] } },
    ],
  ])('%s', (_what, changed) => {
    const shelf = new ResultShelf({ most: 10, mostRows: 100 })
    shelf.keep(named('first'))
    shelf.keep(named('second'))
    expect(shelf.find('first')).toBeDefined()
    shelf.keep(named('large', changed))
    expect(['first', 'second', 'large'].map((id) => shelf.find(id) !== undefined)).toEqual([
      false,
      false,
      true,
    ])
  })
})

it('what is found is the last to go', () => {
  const shelf = new ResultShelf({ most: 2, mostRows: 1000 })
  shelf.keep(named('first'))
  shelf.keep(named('second'))
  shelf.find('first')
  shelf.keep(named('third'))
  expect(['first', 'second', 'third'].map((id) => shelf.find(id)?.result.inputHash)).toEqual([
    'first',
    undefined,
    'third',
  ])
})
