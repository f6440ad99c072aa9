import { describe, expect, test } from 'vitest'
import { explain, run } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { ResultReference } from '#shared/reference.ts'
import type { RunResult } from '#shared/run-result.ts'
import { catalogOf, halfOff, OPTED_IN, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

type Run = Omit<RunResult, 'inputHash'>

/** The first 100 beyond the quota at $1.00, all others at $0.50; half of what is left is carried, once. */
const CATALOG = catalogOf([
  planOf({
    credits: '1000',
    rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 },
    pastQuota: postpaid({
      model: 'graduated',
      tiers: [
        { upTo: '100', rate: { amount: '1', per: '1' } },
        { upTo: null, rate: { amount: '0.333', per: '1' } },
      ],
    }),
    offers: [halfOff('monthly')],
  }),
])
const RUN = valueOf(run(CATALOG, scenarioOf(CATALOG, ['400', '1410.5', '0'], { ...OPTED_IN, offers: true })))

const why = (reference: ResultReference, of: Run = RUN, catalog: Catalog = CATALOG): Explanation =>
  valueOf(explain(catalog, of, reference))

const steps = ({ steps: told }: Explanation) => told.map(({ text, amount }) => [text, amount])
const lastStep = (told: Explanation) => told.steps.at(-1)?.amount

describe('an invoice line', () => {
  test('of overage: the working adds up to the amount, which is rounded once', () => {
    // 1,410.5 less 300 carried and 1,000: 110.5 beyond; 100 × 1.00 + 10.5 × 0.333 = 103.4965
    const told = why({ kind: 'line', invoice: '0003', line: 1 })
    expect(told.steps.map(({ amount }) => amount)).toEqual(['100.00', '3.4965', '103.50'])
    expect(told.steps[1]?.text).toMatch(/^10\.5 at 0\.333 per 1$/)
    expect(told.rule).toMatch('Usage beyond the credits on hand')
    expect(told.sources).toEqual([CATALOG.sources['test']])
    expect(told.usage.map(({ period, overageCredits }) => [period, overageCredits])).toEqual([[2, '110.5']])
  })

  test('of the subscription and of an offer: the rule, the amount and the source', () => {
    const fee = why({ kind: 'line', invoice: '0001', line: 1 })
    expect([fee.title, lastStep(fee)]).toEqual(['plan subscription, monthly, invoice 0001', '10.00'])
    expect(fee.rule).toMatch('paid in advance')
    const offer = why({ kind: 'line', invoice: '0001', line: 2 })
    expect([offer.rule.includes('first-period offer'), lastStep(offer)]).toEqual([true, '-5.00'])
    expect(offer.usage).toEqual([])
  })

  test('every line of a run ends in its amount and names its rate’s source', () => {
    for (const invoice of RUN.invoices) {
      for (const [index, { amount, source }] of invoice.lines.entries()) {
        const told = why({ kind: 'line', invoice: invoice.number, line: index + 1 })
        expect(lastStep(told)).toBe(amount)
        expect(told.sources).toEqual([CATALOG.sources[source]])
      }
    }
  })

  test('April 2026: Creator’s overage cites the page its rate is from', () => {
    const april = preset('elevenlabs-2026-04')
    const creator = peopleOf(april, {
      plan: 'creator',
      ...OPTED_IN,
      usage: { kind: 'series', credits: ['200000'] },
    })
    const told = why({ kind: 'line', invoice: '0002', line: 1 }, valueOf(run(april, creator)), april)
    expect([told.steps[0]?.text, lastStep(told)]).toEqual([
      expect.stringMatching(/^100000 at 0\.30/),
      '30.00',
    ])
    expect(told.sources).toEqual([april.sources['usage-based-billing']])
  })
})

describe('a balance', () => {
  test('opening + granted − used − expired − forfeited = closing', () => {
    expect(steps(why({ kind: 'balance', period: 1 }))).toEqual([
      ['On hand on 2026-01-01', '0'],
      ['Granted', '1000'],
      ['Used', '-400'],
      ['Expired', '0'],
      ['Forfeited', '-300'],
      ['On hand on 2026-02-01', '300'],
    ])
    for (const { index } of RUN.periods) {
      const amounts = why({ kind: 'balance', period: index }).steps.map(({ amount }) => Number(amount))
      const closing = amounts.pop()
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(closing)
    }
  })

  test('rests on the movements of its own period, none of its neighbours’', () => {
    for (const { index, openingCredits, closingCredits } of RUN.periods) {
      const { grants } = why({ kind: 'balance', period: index })
      const sum = (entries: typeof grants) => entries.reduce((total, { amount }) => total + Number(amount), 0)
      const into = sum(grants.filter(({ to }) => to === 'credits.pool'))
      const out = sum(grants.filter(({ from }) => from === 'credits.pool'))
      expect(into - out).toBe(Number(closingCredits) - Number(openingCredits))
    }
    const second = why({ kind: 'balance', period: 2 })
    expect(second.grants.map(({ reference }) => reference)).toEqual([
      'grant 3',
      'grant 2',
      'grant 3',
      'period 2',
    ])
  })

  test('names the plan’s rule and the sources of its figures', () => {
    const told = why({ kind: 'balance', period: 1 })
    expect(told.rule).toBe('50 % of what is left is carried, at most 1 times; the rest is forfeited.')
    expect(told.sources).toEqual([CATALOG.sources['test']])
    expect(told.usage.map(({ period }) => period)).toEqual([1])
  })

  test.each([
    [{ kind: 'none' } as const, /expire with their period/],
    [{ kind: 'age', periods: 2 } as const, /2 further periods/],
    [{ kind: 'cap', multiple: 2 } as const, /3 × the monthly credits/],
  ])('under %o', (rollover, rule) => {
    const catalog = catalogOf([planOf({ rollover })])
    const result = valueOf(run(catalog, scenarioOf(catalog, ['0'])))
    expect(why({ kind: 'balance', period: 1 }, result, catalog).rule).toMatch(rule)
  })
})

describe('blocks and alerts', () => {
  const workspace = workspaceOf({ credits: '600', lowBalance: '20' })
  const usageEvents = [
    use(2, 'ann', 'create', 490), // 110 are left, less than a fifth
    use(3, 'bea', 'create', 101), // over her ceiling
    use(4, 'ann', 'create', 120), // over what is left
  ]
  const given = { members: [full('ann'), basic('bea')], usageEvents }
  const result = valueOf(run(workspace, peopleOf(workspace, given)))

  test('a block: each cause with its credits and its rule, and whose usage it was', () => {
    const told = why({ kind: 'block', period: 1 }, result, workspace)
    expect(told.title).toBe('221 credits were not served from 2026-01-01 to 2026-02-01')
    expect(told.steps.map(({ amount, unit }) => [amount, unit])).toEqual([
      ['101', 'credits'],
      ['120', 'credits'],
      ['221', 'credits'],
    ])
    expect(told.steps.map(({ text }) => text.split(':')[0])).toEqual(['bea', 'ann', 'Not served'])
    // What the plan grants, and that it sells no more.
    expect(told.sources).toEqual([workspace.sources['test']])
    expect(told.usage.map(({ member }) => member).toSorted()).toEqual(['ann', 'bea'])
  })

  test('each alert: its rule, its credits and the period it is about', () => {
    const kinds = result.alerts.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['lowBalance', 'notEnoughLeft', 'notEnoughLeft']))
    for (const [index, { credits, message, subject }] of result.alerts.entries()) {
      const told = why({ kind: 'alert', alert: index + 1 }, result, workspace)
      const begins = subject === null ? message : `${subject}: ${message}`
      expect([told.title.startsWith(begins), told.rule.length > 0]).toEqual([true, true])
      expect(steps(told).at(-1)).toEqual([message, credits])
      expect(told.usage.length).toBeGreaterThan(0)
    }
  })

  test('an alert of somebody: what they used and what of theirs was not served, and nothing of others', () => {
    const place = result.alerts.findIndex(({ subject }) => subject === 'bea')
    const told = why({ kind: 'alert', alert: place + 1 }, result, workspace)
    // She asks once, for 101 credits, one more than her ceiling: it is served whole or not at all.
    expect(steps(told).slice(0, -1)).toEqual([
      ['Used in the period', '0'],
      ['Not served in the period', '101'],
    ])
    expect([told.usage.map(({ member }) => member), told.grants]).toEqual([['bea'], []])
  })

  test('the low-balance alert cites its threshold', () => {
    const place = result.alerts.findIndex(({ kind }) => kind === 'lowBalance')
    const told = why({ kind: 'alert', alert: place + 1 }, result, workspace)
    expect([lastStep(told), told.sources]).toEqual(['120', [workspace.sources['test']]]) // 20 % of 600
  })
})

test('a movement of the ledger: where it left, where it went, and what else its grant did', () => {
  const place = RUN.ledger.findIndex(({ reference, to }) => reference === 'grant 1' && to === 'credits.used')
  const told = why({ kind: 'entry', entry: place + 1 })
  expect(steps(told)).toEqual([
    ['From credits on hand', '-400'],
    ['To used', '400'],
  ])
  expect(told.rule).toMatch(/^The pool holds the credits on hand/)
  expect(told.grants.map(({ to, amount }) => [to, amount])).toEqual([
    ['credits.pool', '1000'],
    ['credits.used', '400'],
    ['credits.forfeited', '300'],
  ])
  expect(told.usage.map(({ period }) => period)).toEqual([1])
})

test.each<ResultReference>([
  { kind: 'line', invoice: '0009', line: 1 },
  { kind: 'line', invoice: '0001', line: 3 },
  { kind: 'balance', period: 4 },
  { kind: 'block', period: 1 }, // blocked nothing
  { kind: 'block', period: 9 },
  { kind: 'alert', alert: 99 },
  { kind: 'entry', entry: 99 },
])('a reference to what the result does not have is refused: %o', (reference) => {
  expect(explain(CATALOG, RUN, reference)).toMatchObject({
    ok: false,
    problems: [{ code: 'explain.unknown' }],
  })
})
