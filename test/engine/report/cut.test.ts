import { describe, expect, test } from 'vitest'
import { explain, run, webhookEvents } from '#main/engine/index.ts'
import {
  at,
  bill,
  catalogOf,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { fund, PACK } from '../support/funds.ts'

/** From 1 January; the upgrade on the 20th starts a period that ends on 20 February, after the run. */
const SELLS = { pastQuota: postpaid(perThousand('10')) }
const LADDER = catalogOf([planOf({ id: 'low', ...SELLS }), planOf({ id: 'high', credits: '2000', ...SELLS })])
const upgraded = (usage: readonly string[]) =>
  valueOf(
    run(
      LADDER,
      scenarioOf(LADDER, usage, {
        ...OPTED_IN,
        changes: [{ kind: 'changePlan', on: '2026-01-20', plan: 'high', mode: 'restartCycle' }],
      }),
    ),
  )

describe('a run that ends within a period', () => {
  test('says that the last period is cut, and where', () => {
    const periods = (usage: string[]) =>
      upgraded(usage).periods.map(({ start, end, isCut }) => [start, end, isCut])
    expect(periods(['0'])).toEqual([
      ['2026-01-01', '2026-01-20', false],
      ['2026-01-20', '2026-02-01', true],
    ])
    expect(bill({}, ['0', '0']).periods.map(({ isCut }) => isCut)).toEqual([false, false])
  })

  test('tells nothing of what the period’s end would bring: what is left is not carried anywhere yet', () => {
    const result = upgraded(['0'])
    const { rule } = valueOf(explain(LADDER, result, { kind: 'balance', period: 2 }))
    expect(rule).toContain('The run ends within this period')
    // 2,000 and the 1,000 that the restart added to them
    expect(at(result.periods, 1).closingCredits).toBe('3000')
    expect(result.alerts.map(({ kind, at: when }) => [kind, when.slice(0, 10)])).toEqual([
      ['rolledOver', '2026-01-20'],
    ])
    expect(webhookEvents(result).map(({ timestamp }) => timestamp.slice(0, 10))).toEqual(['2026-01-20'])
  })

  test('charges overage so far, says so, and tells no charge that would come later and be more', () => {
    // 310,000 in 31 days: 190,000 until the 20th, of which 189,000 are overage; 120,000 after it, of which 118,000 are
    const result = upgraded(['310000'])
    const overage = result.invoices.flatMap(({ date, lines }) =>
      lines
        .filter(({ kind }) => kind === 'overage')
        .map(({ description, amount }) => [date, description, amount]),
    )
    expect(overage).toEqual([
      ['2026-01-20', 'Overage beyond the credits on hand', '1890.00'],
      ['2026-02-01', 'Overage beyond the credits on hand, so far', '1180.00'],
    ])
    const charged = result.alerts.filter(({ kind }) => kind === 'overageCharged')
    expect(charged.map(({ at: when }) => when.slice(0, 10))).toEqual(['2026-01-20'])
  })
})

describe('a pack that never expires', () => {
  const forGood = { ...PACK, expiresAfterMonths: { ...PACK.expiresAfterMonths, value: null } }
  const lines = (months: number) =>
    fund(
      [{}],
      Array<string>(months).fill('0'),
      { changes: [{ kind: 'buyPack', on: '2026-01-10', pack: 'small' }] },
      [forGood],
    )
      .invoices.flatMap((invoice) => invoice.lines)
      .filter(({ kind }) => kind === 'pack')

  test('is paid for on the day it is bought, and reads the same however many months are run', () => {
    expect(lines(1)).toMatchObject([
      { periodStart: '2026-01-10', periodEnd: '2026-01-10', quantity: '1', amount: '5.00' },
    ])
    expect(lines(5)).toEqual(lines(1))
  })
})
