import { describe, expect, test } from 'vitest'
import { explainInDetail, explainShare, runWithDetail } from '#main/engine/index.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { Reference } from '#shared/reference.ts'
import { at, catalogOf, OPTED_IN, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { full, peopleOf, use, workspaceOf } from '../support/people.ts'

/** $10.00 a month for 1,000 credits, each beyond them $0.10; what is left over expires. */
const CATALOG = catalogOf([
  planOf({
    credits: '1000',
    rollover: { kind: 'none' },
    pastQuota: postpaid({ model: 'perUnit', rate: { amount: '0.1', per: '1' } }),
  }),
])
// 100 credits over in January, 250 in February: $10.00 and $25.00, invoiced as each month ends.
const SCENARIO = scenarioOf(CATALOG, ['1100', '1250'], OPTED_IN)
const { result, detail } = valueOf(runWithDetail(CATALOG, SCENARIO))

const why = (reference: Reference): Explanation =>
  valueOf(explainInDetail(CATALOG, { run: result, detail }, reference))
const steps = (told: Explanation) => told.steps.map(({ text, amount }) => [text, amount])

describe('the total of a run', () => {
  test('is told by what its money is for, and each kind by its lines', () => {
    const total = why({ kind: 'total' })
    expect(total.title).toBe('Total from 2026-01-01 to 2026-03-01')
    expect(steps(total)).toEqual([
      ['Subscription', '20.00'],
      ['Overage', '35.00'],
      ['Total', '55.00'],
    ])
    expect(total.sources).toEqual([CATALOG.sources['test']])
    const { leadsTo } = at(total.steps, 1)
    expect(leadsTo).toEqual({ kind: 'total', of: 'overage' })
    const overage = why(leadsTo ?? { kind: 'total' })
    expect(steps(overage)).toEqual([
      ['Overage beyond the credits on hand, invoice 0002 of 2026-02-01', '10.00'],
      ['Overage beyond the credits on hand, invoice 0003 of 2026-03-01', '25.00'],
      ['Overage in all', '35.00'],
    ])
    expect(overage.rule).toMatch('charged at the plan’s rate')
  })

  test('is followed down to the source of a rate', () => {
    const line = at(why({ kind: 'total', of: 'overage' }).steps, 1).leadsTo
    const told = why(line ?? { kind: 'total' })
    expect(steps(told)[0]).toEqual(['250 at 0.1 per 1', '25.00'])
    expect(told.sources).toEqual([CATALOG.sources['test']])
  })

  test('a kind of money that the run has none of is refused', () => {
    expect(explainInDetail(CATALOG, { run: result, detail }, { kind: 'total', of: 'tax' })).toMatchObject({
      ok: false,
      problems: [{ code: 'explain.unknown' }],
    })
  })
})

test('an invoice is its lines, each leading on, down to what is due', () => {
  const told = why({ kind: 'invoice', invoice: '0002' })
  expect(told.title).toBe('Invoice 0002, 2026-02-01')
  expect(told.steps.map(({ amount, isSum, leadsTo }) => [amount, isSum ?? false, leadsTo?.kind])).toEqual([
    ['10.00', false, 'line'],
    ['10.00', false, 'line'],
    ['20.00', true, undefined],
    ['20.00', true, undefined],
    ['20.00', true, undefined],
    ['20.00', true, undefined],
  ])
  expect(at(told.steps, 1).leadsTo).toEqual({ kind: 'line', invoice: '0002', line: 2 })
})

test('taxes and discounts stand between the lines of an invoice and its total', () => {
  // $10.00 less 10 % is $9.00; 20 % tax on it $1.80.
  const invoicing = {
    discounts: [{ id: 'loyal', name: 'Loyal', value: { kind: 'percent' as const, percent: '10' } }],
    taxes: [{ name: 'VAT', percent: '20' }],
  }
  const billed = valueOf(runWithDetail(CATALOG, scenarioOf(CATALOG, ['0'], { invoicing })))
  const told = valueOf(
    explainInDetail(
      CATALOG,
      { run: billed.result, detail: billed.detail },
      { kind: 'invoice', invoice: '0001' },
    ),
  )
  expect(steps(told).slice(1)).toEqual([
    ['Subtotal', '10.00'],
    ['Discounts', '-1.00'],
    ['Net, without tax', '9.00'],
    ['VAT, 20 % of 9.00', '1.80'],
    ['Total', '10.80'],
    ['Amount due', '10.80'],
  ])
})

describe('a month’s cost', () => {
  test('billed, is what is invoiced in it; by what it pays for, what it used', () => {
    const february = { kind: 'cost', by: 'period', span: 2 } as const
    // The fee of February, January’s overage, and the last invoice, which falls due as the run ends.
    expect(steps(why({ ...february, basis: 'billed' })).map(([, amount]) => amount)).toEqual([
      '10.00',
      '10.00',
      '25.00',
      '45.00',
    ])
    expect(steps(why({ ...february, basis: 'attributable' })).map(([, amount]) => amount)).toEqual([
      '10.00',
      '25.00',
      '35.00',
    ])
    expect(steps(why({ ...february, basis: 'attributable', of: 'overage' }))).toEqual([
      ['Overage beyond the credits on hand, invoice 0003', '25.00'],
      ['In all', '25.00'],
    ])
  })

  test('so far, is the months until then', () => {
    const told = why({ kind: 'soFar', by: 'period', basis: 'attributable', span: 2 })
    expect(steps(told)).toEqual([
      ['Cost of period 1, 2026-01-01 to 2026-02-01', '20.00'],
      ['Cost of period 2, 2026-02-01 to 2026-03-01', '35.00'],
      ['So far', '55.00'],
    ])
  })
})

describe('a share of the costs', () => {
  // Ann uses 900 credits and Bea 300: of 1,200 that is three quarters and one. $10.00 for 1,000, and 200 over at $0.10.
  const team = workspaceOf({
    credits: '1000',
    pastQuota: postpaid({ model: 'perUnit', rate: { amount: '0.1', per: '1' } }),
  })
  const shared = peopleOf(team, {
    ...OPTED_IN,
    members: [full('Ann'), full('Bea')],
    usageEvents: [use(2, 'Ann', 'create', 900), use(3, 'Bea', 'create', 100), use(4, 'Bea', 'create', 200)],
  })
  const billed = valueOf(runWithDetail(team, shared))
  const of = { catalog: team, scenario: shared, run: billed.result }
  const shareOf = (member: string) =>
    explainShare(of, { kind: 'share', dimensions: ['member'], values: [member] })

  test('is its part of each line: fees by credits, overage where it fell', () => {
    const ann = valueOf(shareOf('Ann'))
    expect(ann.title).toBe('Cost of Ann')
    expect(steps(ann)).toEqual([
      ['plan subscription, monthly, invoice 0001: 900 of 1200 credits, of 10.00', '7.50'],
      ['In all', '7.50'],
    ])
    expect(at(ann.steps, 0).leadsTo).toEqual({ kind: 'line', invoice: '0001', line: 1 })
    const bea = valueOf(shareOf('Bea'))
    expect(bea.steps.map(({ amount }) => amount)).toEqual(['2.50', '20.00', '22.50'])
    expect(bea.steps[1]?.text).toMatch(/: 200 of 200 credits, of 20\.00$/)
    expect(bea.sources).toEqual([team.sources['test']])
  })

  test('of somebody who bears nothing is refused', () => {
    expect(shareOf('Cy')).toMatchObject({ ok: false, problems: [{ code: 'explain.unknown' }] })
  })
})
