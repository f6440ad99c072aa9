import { describe, expect, it } from 'vitest'
import { type OpenResult, ResultShelf, rowsOfRun, type WholeRun } from '#main/api/result-shelf.ts'
import { runSummary, runWithDetail } from '#main/engine/index.ts'
import { at, catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'

const catalog = catalogOf([planOf({})])
const scenario = scenarioOf(catalog, ['600'])
const billed = valueOf(runWithDetail(catalog, scenario))
const result = { ...billed.result, inputHash: 'a' }
const { detail, apart } = billed

type Changed = Partial<WholeRun & Pick<OpenResult, 'scenario'>>

/** A result whose whole run is there. */
function named(id: string, changed: Changed = {}): OpenResult & { readonly billed: WholeRun } {
  const whole = { result, detail, apart, scenario, ...changed }
  const summary = { ...runSummary(catalog, result, []), id }
  const costing = { account: whole.result, detail: whole.detail }
  return { catalog, scenario: whole.scenario, summary, costing, billed: whole }
}

/** Keeps a result with its whole run, as whoever asks for that does. */
function keep(shelf: ResultShelf, open: ReturnType<typeof named>): void {
  shelf.keep(open)
  shelf.weigh(open.summary.id, 'whole', rowsOfRun(open.billed))
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

const stream = {
  id: 's',
  product: 'api',
  model: 'Standard',
  monthly: '1',
  pattern: { kind: 'flat' as const },
}
const member = { id: 'ann', seat: 'basic' as const, role: 'member' as const, locked: false }
const change = { kind: 'removeMember' as const, on: '2026-01-05', member: 'ann' }

/** The smaller of two results and the larger have room beside each other where nothing of the larger is much. */
describe('a result is as large as what it has much of', () => {
  it.each<[string, Changed]>([
    ['entries of the ledger', { result: { ...result, ledger: hundred(at(result.ledger, 0)) } }],
    ['rows of usage', { result: { ...result, usage } }],
    ['alerts', { result: { ...result, alerts: hundred(alert) } }],
    ['grants', { result: { ...result, grants: hundred(at(result.grants, 0)) } }],
    ['lines of invoices', { result: { ...result, invoices } }],
    ['usage events', { scenario: { ...scenario, usageEvents: hundred(event) } }],
    ['members', { scenario: { ...scenario, members: hundred(member) } }],
    ['streams', { scenario: { ...scenario, usage: { kind: 'streams', streams: hundred(stream) } } }],
    ['changes', { scenario: { ...scenario, changes: hundred(change) } }],
    ['days', { detail: { ...detail, credits: { ...detail.credits, days: hundred(undefined) } } }],
    ['shortages', { detail: { ...detail, shortages: hundred(at(detail.shortages, 0)) } }],
    [
      'days of an account of its own',
      { apart: [{ ...detail, credits: { ...detail.credits, days: hundred(undefined) } }] },
    ],
    [
      'rows of an account of its own',
      { result: { ...result, separateAccounts: [{ ...account, workspace: 'eu', usage }] } },
    ],
  ])('%s', (_what, changed) => {
    const shelf = new ResultShelf({ most: 10, mostRows: 100 })
    keep(shelf, named('first'))
    keep(shelf, named('second'))
    expect(shelf.find('first')).toBeDefined()
    keep(shelf, named('large', changed))
    expect(['first', 'second', 'large'].map((id) => shelf.find(id) !== undefined)).toEqual([
      false,
      false,
      true,
    ])
  })
})

it('what is found is the last to go', () => {
  const shelf = new ResultShelf({ most: 2, mostRows: 1000 })
  keep(shelf, named('first'))
  keep(shelf, named('second'))
  shelf.find('first')
  keep(shelf, named('third'))
  expect(['first', 'second', 'third'].map((id) => shelf.find(id)?.summary.id)).toEqual([
    'first',
    undefined,
    'third',
  ])
})

/** A result of more than a hundred rows and less than two hundred. */
const large = (id: string) => named(id, { result: { ...result, usage } })
const here = (shelf: ResultShelf, ...ids: readonly string[]) =>
  ids.filter((id) => shelf.find(id) !== undefined)

describe('room for one more', () => {
  it('is made before it is worked out, as for one as large as the last, which stays', () => {
    const shelf = new ResultShelf({ most: 10, mostRows: 400 })
    keep(shelf, large('first'))
    keep(shelf, large('second'))
    shelf.makeRoom()
    expect(here(shelf, 'first', 'second')).toEqual(['second'])
    shelf.makeRoom()
    expect(here(shelf, 'second')).toEqual(['second'])
  })

  it('is there where the shelf is neither full nor heavy', () => {
    const shelf = new ResultShelf({ most: 3, mostRows: 600 })
    keep(shelf, large('first'))
    keep(shelf, large('second'))
    shelf.makeRoom()
    expect(here(shelf, 'first', 'second')).toEqual(['first', 'second'])
  })

  it('is made where as many are kept as may be', () => {
    const shelf = new ResultShelf({ most: 2, mostRows: 10_000 })
    keep(shelf, named('first'))
    keep(shelf, named('second'))
    shelf.makeRoom()
    expect(here(shelf, 'first', 'second')).toEqual(['second'])
  })

  it('is empty as it is', () => {
    const shelf = new ResultShelf()
    shelf.makeRoom()
    expect(here(shelf, 'first')).toEqual([])
  })
})

describe('what is made of a result when it is asked for', () => {
  it('is weighed with it, and lets others go', () => {
    const shelf = new ResultShelf({ most: 10, mostRows: 100 })
    keep(shelf, named('first'))
    keep(shelf, named('second'))
    shelf.weigh('second', 'seats', 100)
    expect(here(shelf, 'first', 'second')).toEqual(['second'])
  })

  it('takes the place of what was made of the same part before', () => {
    const shelf = new ResultShelf({ most: 10, mostRows: 124 })
    keep(shelf, named('first'))
    keep(shelf, named('second'))
    for (let times = 0; times < 10; times++) shelf.weigh('second', 'ledger', 40)
    expect(here(shelf, 'first', 'second')).toEqual(['first', 'second'])
    shelf.weigh('second', 'alerts', 40)
    shelf.weigh('second', 'seats', 40)
    expect(here(shelf, 'first', 'second')).toEqual(['second'])
  })

  it('is nothing to weigh where its result is gone', () => {
    const shelf = new ResultShelf({ most: 10, mostRows: 100 })
    keep(shelf, named('first'))
    keep(shelf, named('second'))
    shelf.weigh('gone', 'seats', 1000)
    expect(here(shelf, 'first', 'second')).toEqual(['first', 'second'])
  })
})
