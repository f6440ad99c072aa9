import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import { figure, perThousand, planOf, postpaid, prepaid, valueOf } from '../support/build.ts'
import { usageRows } from '../support/period-rows.ts'
import { admin, full, peopleOf, servedRows, use, workspaceOf } from '../support/people.ts'
import { BASIC, bills, FREE, type Given, refusals, subscribe, to, using } from './support/subscribe.ts'

const SELLING = [planOf({ ...BASIC, pastQuota: postpaid(perThousand('10')) })]
const set = (on: string, optIn: boolean, spendLimit: string | null = null) => ({
  kind: 'setOverage' as const,
  on,
  optIn,
  spendLimit,
})

/** 3,000 in April, 100 a day: 1,500 before the 16th, of which 500 are beyond the 1,000 credits, and 1,500 after. */
describe('overage settings changed in the middle of a period', () => {
  const april = (changes: ReturnType<typeof set>[], overage: { optIn: boolean; spendLimit?: string }) => {
    const result = subscribe(SELLING, 1, { ...using('3000'), changes, overage })
    return [usageRows(result.periods)[0], bills(result).slice(1)]
  }

  test('opting in serves what comes after', () => {
    expect(april([set('2026-04-16', true)], { optIn: false })).toEqual([
      [3000, 1000, 1500, 500, 'poolEmpty'],
      [['2026-05-01', '15.00']],
    ])
  })

  test('opting out stops what comes after; what was served is charged', () => {
    expect(april([set('2026-04-16', false)], { optIn: true })).toEqual([
      [3000, 1000, 500, 1500, 'poolEmpty'],
      [['2026-05-01', '5.00']],
    ])
  })

  test('a higher limit leaves room for more, what was served before counts', () => {
    // 2.00 serve 200 of the first 500; 6.00 serve 600 in all, 400 of the other 1,500
    expect(april([set('2026-04-16', true, '6')], { optIn: true, spendLimit: '2' })).toEqual([
      [3000, 1000, 600, 1400, 'spendLimit'],
      [['2026-05-01', '6.00']],
    ])
  })

  test('a lower limit than was served already stops everything, and takes nothing back', () => {
    expect(april([set('2026-04-16', true, '1')], { optIn: true })).toEqual([
      [3000, 1000, 500, 1500, 'spendLimit'],
      [['2026-05-01', '5.00']],
    ])
  })

  test('a limit holds period by period', () => {
    const given = { ...using('3000', '3000'), changes: [set('2026-04-16', true, '6')] }
    expect(usageRows(subscribe(SELLING, 2, given).periods)[1]).toEqual([3000, 1000, 600, 1400, 'spendLimit'])
  })

  test('opting in is refused where the plan sells nothing beyond its credits', () => {
    expect(refusals(subscribe([planOf(BASIC)], 1, { changes: [set('2026-04-16', true)] }))).toEqual([
      'changes.0',
    ])
  })
})

describe('overage settings while a cancellation waits', () => {
  const FREE_FIRST = [FREE, ...SELLING]
  const cancel = { kind: 'cancel' as const, on: '2026-04-05' }
  const asked = (more: Given, plans = FREE_FIRST) =>
    subscribe(plans, 1, { plan: 'basic', ...using('3000'), ...more })

  test('it cannot be turned on, until the cancellation is taken back', () => {
    const resume = { kind: 'resume' as const, on: '2026-04-15' }
    const result = asked({ changes: [cancel, set('2026-04-10', true), resume, set('2026-04-16', true)] })
    expect(result.refusals).toEqual([
      {
        code: 'change.refused',
        message:
          'Refused on 2026-04-10: Overage cannot be turned on while a cancellation waits for the end of the term. Take it back first.',
        path: 'changes.1',
      },
    ])
    // 1,000 credits last to the 11th; from the 16th 100 a day are overage again
    expect(usageRows(result.periods)).toEqual([[3000, 1000, 1500, 500, 'poolEmpty']])
  })

  test('where it is on it stays on, may be limited, and may be turned off, but not on again', () => {
    const overage = { optIn: true }
    const served = (...changes: ReturnType<typeof set>[]) => {
      const result = asked({ overage, changes: [cancel, ...changes] })
      return [result.totals.overageCredits, refusals(result)]
    }
    expect(served()).toEqual(['2000', []])
    expect(served(set('2026-04-16', true, '6'))).toEqual(['600', []])
    expect(served(set('2026-04-16', false), set('2026-04-17', true))).toEqual(['500', ['changes.2']])
  })

  test('a downgrade that waits stands in the way of nothing, nor does a cancellation of what is prepaid', () => {
    const downgrade = to('free', '2026-04-05')
    expect(refusals(asked({ changes: [downgrade, set('2026-04-10', true)] }))).toEqual([])
    const prepaying = [FREE, planOf({ ...BASIC, pastQuota: prepaid('100', '1') })]
    expect(refusals(asked({ changes: [cancel, set('2026-04-10', true)] }, prepaying))).toEqual([])
  })
})

describe('seats too many after a downgrade', () => {
  const workspace = workspaceOf({ full: 3, basic: 0 })
  const [plan = planOf({})] = workspace.plans
  const catalog = Catalog.parse({
    ...workspace,
    plans: [
      { ...plan, id: 'solo', name: 'solo', seats: { ...plan.seats, full: figure(1) } },
      { ...plan, id: 'team', name: 'team', price: { monthly: figure('50'), annual: null } },
    ],
  })
  const served = (members: ReturnType<typeof admin | typeof full>[]) => {
    const usageEvents = members.map(({ id }) => use('2026-02-14', id, 'create', 10))
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-10', plan: 'solo' }]
    const given = { plan: 'team', months: 2, members, changes, usageEvents }
    return servedRows(valueOf(run(catalog, peopleOf(catalog, given))))
  }

  test('lock all but who joined first, where nobody is admin', () => {
    expect(served([full('ann'), full('bea'), full('cem')])).toEqual([
      ['ann', 'create', 10, {}],
      ['bea', 'create', 0, { locked: 10 }],
      ['cem', 'create', 0, { locked: 10 }],
    ])
  })

  test('and all but the admin, whenever they joined', () => {
    expect(served([full('ann'), full('bea'), admin('cem')])).toEqual([
      ['ann', 'create', 0, { locked: 10 }],
      ['bea', 'create', 0, { locked: 10 }],
      ['cem', 'create', 10, {}],
    ])
  })
})
