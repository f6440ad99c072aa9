import { describe, expect, test } from 'vitest'
import { type BillAs, billedAs, bothFailures, explainFailure } from '#main/engine/index.ts'
import type { FailureReference } from '#shared/reference.ts'
import { catalogOf, OPTED_IN, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

/** $10.00 a month for 1,000 credits, each beyond them $0.10. January wants 1,100 and February 1,250. */
const CATALOG = catalogOf([
  planOf({
    id: 'plan',
    credits: '1000',
    rollover: { kind: 'none' },
    pastQuota: postpaid({ model: 'perUnit', rate: { amount: '0.1', per: '1' } }),
  }),
])
const OF = { catalog: CATALOG, scenario: scenarioOf(CATALOG, ['1100', '1250'], OPTED_IN) }
const BILLED: BillAs = (version) => billedAs(OF, version)
const why = (overage: boolean, of: FailureReference['of']) =>
  explainFailure(BILLED, { kind: 'failure', plan: OF.scenario.plan, overage, of })
const told = (overage: boolean, of: FailureReference['of']) => valueOf(why(overage, of))
const steps = (overage: boolean, of: FailureReference['of']) =>
  told(overage, of).steps.map(({ text, amount }) => [text, amount])

describe('what a plan would stop, or take', () => {
  test('with overage off: 100 and 250 credits are not served, for one cause, by their periods', () => {
    expect(steps(false, { kind: 'block' })).toEqual([
      ['From 2026-01-01 to 2026-02-01', '100'],
      ['From 2026-02-01 to 2026-03-01', '250'],
      ['Not served', '350'],
    ])
    expect(told(false, { kind: 'block' }).title).toMatch(/, overage off: 350 credits were not served from /)
    expect(told(false, { kind: 'block' }).decidedBy).toEqual(['overage', 'usage', 'plan'])
    expect(steps(false, { kind: 'total' })).toEqual([
      ['Subscription', '20.00'],
      ['Total', '20.00'],
    ])
  })

  test('with overage on: they cost $10.00 and $25.00, line by line', () => {
    expect(steps(true, { kind: 'total', of: 'overage' }).map(([, amount]) => amount)).toEqual([
      '10.00',
      '25.00',
      '35.00',
    ])
    expect(told(true, { kind: 'total', of: 'overage' }).title).toMatch(/, overage on: Overage from /)
    expect(why(true, { kind: 'block' })).toMatchObject({ ok: false })
  })

  test('its figures are those that stand side by side', () => {
    expect(valueOf(bothFailures(CATALOG, OF.scenario))).toMatchObject([
      { blocked: { total: '20.00', blockedCredits: '350' }, overflow: { total: '55.00', overage: '35.00' } },
    ])
  })

  test('of a plan there is none of is refused', () => {
    const reference = { kind: 'failure', plan: 'none', overage: true, of: { kind: 'total' } } as const
    expect(explainFailure(BILLED, reference)).toMatchObject({ ok: false, problems: [{ path: 'plan' }] })
  })
})
