import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOpen } from '#main/api/open-results.ts'
import { ResultShelf } from '#main/api/result-shelf.ts'
import type { Input } from '#shared/api.ts'
import { refuse } from '#shared/problem.ts'
import { ResultSummary } from '#shared/open-result.ts'
import { Scenario } from '#shared/scenario.ts'
import { enterpriseOf, eu, hq, onEnterprise, stream, streams } from '../engine/support/consolidation.ts'
import { peopleOf } from '../engine/support/people.ts'
import { problemOf, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

/** Creator at 400,000 credits: its figures are worked out in the file beside it. */
const CREATOR = Scenario.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../golden/02-creator-112.json'), 'utf8')),
)

/** Europe uses 10 credits a day and leaves on the 16th for the small plan, at $1.00. */
const SHARED = peopleOf(
  enterpriseOf(),
  onEnterprise({
    workspaces: [hq, eu],
    ...streams(stream('eu', '310')),
    changes: [
      {
        kind: 'unlinkWorkspace',
        on: '2026-01-16',
        workspace: 'eu',
        afterwards: { kind: 'newSubscription', plan: 'small' },
      },
    ],
  }),
)

/** Another scenario than the first, and as large. */
const other = (name: string): Scenario => ({ ...CREATOR, name })

const ALL = { offset: 0, limit: 500 }

async function opened(scenario: Scenario = CREATOR) {
  const app = storedApi()
  const summary = await app.ask('results.open', { scenario, document: null })
  return { ...app, summary, main: { id: summary.id, account: null } }
}

describe('an account that need not have a result', () => {
  const crowd = peopleOf(enterpriseOf({ full: 3 }), {
    plan: 'small',
    members: ['ann', 'bea', 'cem'].map((id) => ({ id, seat: 'full' as const })),
  })

  it('is told on every plan where it cannot be billed on its own', async () => {
    const { people, plans } = await storedApi().ask('results.onEveryPlan', {
      scenario: crowd,
      document: null,
    })
    expect(people).toBe(3)
    expect(plans).toMatchObject([
      { kind: 'billed', plan: 'enterprise', cost: '10.00' },
      { kind: 'impossible', plan: 'small', lacks: [{ kind: 'fullSeats', has: 2, needs: 3 }] },
    ])
  })

  it('is told what to buy', async () => {
    expect(await storedApi().ask('results.whatToBuy', { scenario: crowd, document: null })).toEqual({
      best: { plan: 'enterprise', cost: '10.00', monthly: '10.00', blockedCredits: '0', move: null },
      next: null,
      bestMove: null,
    })
  })
})

describe('an open result', () => {
  it('is told by a summary, which has what the run comes to', async () => {
    const { ask, summary } = await opened()
    expect(summary).toMatchObject({
      scenario: 'Creator at 400,000, April 2026',
      catalog: 'elevenlabs-2026-04',
      planName: 'Creator',
      start: '2026-01-01',
      end: '2026-02-01',
      totals: { total: '112.00', overage: '90.00', overageCredits: '300000' },
    })
    const run = await ask('scenarios.run', CREATOR)
    expect(summary.id).toBe(run.inputHash)
    const { id: _id, catalogName: _catalog, planName: _plan, ...told } = summary
    expect(run).toMatchObject(told)
  })

  it('answers as calls do that run the scenario for each answer', async () => {
    const { ask, main } = await opened()
    const run = await ask('scenarios.run', CREATOR)
    const reference = { kind: 'balance', period: 1 } as const
    expect(await ask('results.explain', { ...main, reference })).toEqual(
      await ask('scenarios.explain', { scenario: CREATOR, reference }),
    )
    expect((await ask('results.events', { ...main, ...ALL })).rows).toEqual(
      await ask('scenarios.events', CREATOR),
    )
    const dimensions: Input<'results.attribution'>['dimensions'] = ['period', 'workspace']
    expect((await ask('results.attribution', { ...main, dimensions })).shares).toEqual(
      await ask('analysis.attribution', { scenario: CREATOR, dimensions }),
    )
    expect((await ask('results.grants', { ...main, ...ALL })).rows).toEqual(run.grants)
    expect((await ask('results.usage', { ...main, ...ALL })).rows).toEqual(run.usage)
    expect((await ask('results.alerts', { ...main, ...ALL })).total).toBe(run.alerts.length)
    const { number = '' } = run.invoices[1] ?? {}
    expect((await ask('results.invoice', { ...main, number })).invoice).toEqual(run.invoices[1])
  })

  it('answers what else the account could do as the analyses of the scenario do', async () => {
    const { ask, summary } = await opened()
    const { id } = summary
    const variants = [{ name: 'As it is' }, { name: 'Pro', plan: 'pro' }]
    const costs = await ask('results.variants', { id, variants, baseline: 1 })
    expect(costs).toEqual(await ask('analysis.variants', { scenario: CREATOR, variants, baseline: 1 }))
    // Creator's $22.00 and $90.00 of overage beside Pro's $99.00, which has credits for all of it.
    expect(costs).toMatchObject([
      { monthly: '112.00', difference: '13.00', isBaseline: false },
      { monthly: '99.00', difference: '0.00', isBaseline: true },
    ])
    expect(await ask('results.bothFailures', { id })).toEqual(
      await ask('analysis.bothFailures', { scenario: CREATOR }),
    )
    const plans = ['pro', 'scale']
    expect(await ask('results.bestUpgrades', { id, plans, mostDays: 30 })).toEqual(
      await ask('analysis.bestUpgrades', { scenario: CREATOR, plans, mostDays: 30 }),
    )
  })

  it('tells of variants by the job that opened it as well, and of none by a job that opened nothing', async () => {
    const { ask, answer } = await opened()
    const variants = [{ name: 'Pro', plan: 'pro' }]
    const token = 'the-token-of-the-opening'
    const job = { asker: 'the-window-that-asks', token }
    const { id } = await ask('results.open', { job, scenario: CREATOR, document: null })
    expect(await ask('results.variants', { id: token, variants })).toEqual(
      await ask('results.variants', { id, variants }),
    )
    const nothing = await answer('results.variants', { id: `${token}-of-nothing`, variants })
    expect(problemOf(nothing)).toMatchObject({ code: 'result.gone' })
  })

  it('tells of a variant on another preset, and where there is no such baseline', async () => {
    const { ask, answer, summary } = await opened()
    const variants = [{ name: 'October', catalog: 'elevenlabs-2026-10', plan: 'pro' }]
    const [october] = await ask('results.variants', { id: summary.id, variants })
    expect(october).toMatchObject({ kind: 'billed', catalog: 'elevenlabs-2026-10', plan: 'pro' })
    const unknown = await answer('results.variants', { id: summary.id, variants, baseline: 1 })
    expect(problemOf(unknown)).toMatchObject({ code: 'variant.unknown', path: 'baseline' })
  })

  it('has the figures that were worked out for it, by window', async () => {
    const { ask, main } = await opened()
    const { total, rows } = await ask('results.invoices', { ...main, offset: 1, limit: 3 })
    expect(total).toBe(4)
    expect(rows.map(({ date, total: amount }) => [date, amount])).toEqual([
      ['2026-01-20', '44.00'],
      ['2026-01-31', '44.00'],
      ['2026-02-01', '2.00'],
    ])
    const money = await ask('results.ledger', { ...main, ...ALL, filter: { unit: 'money' } })
    expect(money.totals).toEqual([
      { account: 'money.customer', unit: 'money', in: '0.00', out: '112.00' },
      { account: 'money.subscription', unit: 'money', in: '22.00', out: '0.00' },
      { account: 'money.overage', unit: 'money', in: '90.00', out: '0.00' },
    ])
    const grouped = await ask('results.ledger', { ...main, ...ALL, groupBy: 'account' })
    expect(grouped.groups).toContainEqual({
      key: 'credits.used',
      count: expect.any(Number),
      credits: '400000',
      money: '0.00',
    })
  })

  it('is asked of the account of each workspace that went on by itself', async () => {
    const { ask, answer, summary, main } = await opened(SHARED)
    expect(
      summary.separateAccounts.map(({ account, plan, totals }) => [account, plan, totals.total]),
    ).toEqual([['eu', 'small', '1.00']])
    const apart = { ...main, account: 'eu' }
    expect((await ask('results.invoices', { ...apart, ...ALL })).rows.map(({ total }) => total)).toEqual([
      '1.00',
    ])
    expect((await ask('results.events', { ...apart, ...ALL })).rows.map(({ data }) => data.plan)).toContain(
      'small',
    )
    expect((await ask('results.workspaceView', { ...main, workspace: 'hq' })).kind).toBe('billing')
    expect((await ask('results.workspaceView', { ...main, workspace: 'eu' })).kind).toBe('reporting')
    expect(problemOf(await answer('results.attribution', { ...apart, dimensions: ['day'] })).code).toBe(
      'result.not_told_apart',
    )
    expect(problemOf(await answer('results.grants', { ...main, account: 'lab', ...ALL })).path).toBe(
      'account',
    )
  })

  it('is refused as a run is, by the paths of what was sent', async () => {
    const { answer } = storedApi()
    const unknown = await answer('results.open', { scenario: { ...CREATOR, plan: 'none' }, document: null })
    expect(problemOf(unknown).path).toBe('scenario.plan')
    const catalog = await answer('results.open', {
      scenario: { ...CREATOR, catalog: 'none' },
      document: null,
    })
    expect(problemOf(catalog).path).toBe('scenario.catalog')
  })

  it('is the catalogue’s with the terms that were agreed', async () => {
    const agreed = { ...CREATOR, plan: 'enterprise', customTerms: { enterprise: { monthly: '3000' } } }
    const { summary } = await opened({ ...agreed, overage: { optIn: false } })
    expect(summary.totals.subscription).toBe('3000.00')
  })
})

/** Results on their own, and how often a scenario was run for them. */
function shelf(results?: ResultShelf) {
  let runs = 0
  const nobody = () => Promise.resolve(refuse({ code: 'x', message: 'No.', path: '' }))
  const answer = answerOpen(nobody, results)
  const onProgress = (done: number, of: number) => void (runs += done === of ? 1 : 0)
  const ask = (method: string, input: unknown) => answer(method, input, onProgress)
  const open = async (name: string) => {
    const summary = valueOf(await ask('results.open', { scenario: { ...CREATOR, name }, document: null }))
    return { id: Reflect.get(Object(summary), 'id'), account: null }
  }
  return { ask, open, runs: () => runs }
}

describe('what is kept', () => {
  it('is not run again for whoever opens the same input, however it is worded', async () => {
    const { ask, open, runs } = shelf()
    const { id } = await open('May')
    const { offers: _default, ...worded } = { ...CREATOR, name: 'May' }
    const again = await ask('results.open', {
      scenario: { ...worded, usageEvents: { kept: 0 } },
      document: null,
    })
    expect(valueOf(again)).toMatchObject({ id })
    expect(runs()).toBe(1)
    expect((await open('June')).id).not.toBe(id)
    expect(runs()).toBe(2)
  })

  it('is billed in full once, when somebody first asks for more than what it and its periods come to', async () => {
    const { ask, open, runs } = shelf()
    const may = await open('May')
    expect(runs()).toBe(1)
    valueOf(await ask('results.bothFailures', { id: may.id }))
    const tried = runs()
    valueOf(await ask('results.costs', { ...may, by: 'period' }))
    valueOf(await ask('results.invoices', { ...may, ...ALL }))
    expect(runs()).toBe(tried)
    valueOf(await ask('results.grants', { ...may, ...ALL }))
    expect(runs()).toBe(tried + 1)
    valueOf(await ask('results.ledger', { ...may, ...ALL }))
    valueOf(await ask('results.costs', { ...may, by: 'calendarMonth' }))
    expect(runs()).toBe(tried + 1)
  })

  it('is billed in full at once where a workspace may go on by itself, whose bill is told with it', async () => {
    const { ask, runs } = shelf()
    const scenario = {
      ...CREATOR,
      plan: 'enterprise',
      workspaces: [
        { id: 'us', kind: 'billing', environment: 'us' },
        { id: 'eu', kind: 'reporting', environment: 'eu' },
      ],
      changes: [
        {
          kind: 'unlinkWorkspace',
          on: '2026-01-11',
          workspace: 'eu',
          afterwards: { kind: 'newSubscription', plan: 'creator' },
        },
      ],
    }
    const summary = ResultSummary.parse(valueOf(await ask('results.open', { scenario, document: null })))
    // Half of Creator’s first month is told apart; what it costs whole falls due when it begins.
    expect(summary.separateAccounts).toMatchObject([
      { workspace: 'eu', plan: 'creator', totals: { subscription: '22.00' } },
    ])
    const before = runs()
    valueOf(await ask('results.grants', { id: summary.id, account: 'eu', ...ALL }))
    expect(runs()).toBe(before)
  })

  it('is no more than its bound, and goes by when it was last asked of', async () => {
    const { ask, open, runs } = shelf(new ResultShelf({ most: 2, mostRows: 1_000_000 }))
    const [may, june] = [await open('May'), await open('June')]
    valueOf(await ask('results.grants', { ...may, ...ALL }))
    await open('July')
    expect(valueOf(await ask('results.grants', { ...may, ...ALL }))).toMatchObject({ total: 1 })
    expect(problemOf(await ask('results.grants', { ...june, ...ALL }))).toEqual({
      code: 'result.gone',
      message: 'This result is not kept any more. Open the scenario again to look at it.',
      path: 'id',
    })
    // Three for what they come to, and May’s in full for its grants.
    expect(runs()).toBe(4)
    expect(await open('June')).toEqual(june)
    expect(runs()).toBe(5)
  })

  it('is no more rows than its bound, but the newest is kept however large', async () => {
    const { ask, open } = shelf(new ResultShelf({ most: 10, mostRows: 1 }))
    const may = await open('May')
    expect((await ask('results.grants', { ...may, ...ALL })).ok).toBe(true)
    const june = await open('June')
    expect(problemOf(await ask('results.grants', { ...may, ...ALL })).code).toBe('result.gone')
    expect((await ask('results.grants', { ...june, ...ALL })).ok).toBe(true)
  })

  it('is asked nothing that it does not answer', () => {
    expect(() => shelf().ask('results.cancel', {})).toThrow('results.cancel')
  })
})

it('what has to go for a new result is gone while that is worked out', async () => {
  const small = new ResultShelf({ most: 2, mostRows: 1_000_000 })
  const answer = answerOpen(() => Promise.reject(new Error('Nothing is kept.')), small)
  const open = async (name: string, onProgress = () => undefined) => {
    const input = { scenario: other(name), document: null }
    return ResultSummary.parse(valueOf(await answer('results.open', input, onProgress))).id
  }
  const [first, second] = [await open('first'), await open('second')]
  let kept: readonly boolean[] = []
  await open('third', () => {
    kept = [first, second].map((id) => small.find(id) !== undefined)
  })
  expect(kept).toEqual([false, true])
})
