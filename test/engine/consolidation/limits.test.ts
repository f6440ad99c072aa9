import { describe, expect, test } from 'vitest'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise, stream, streams } from '../support/consolidation.ts'
import { billPeople, servedRows, use } from '../support/people.ts'

const withLimit = (limit: string | null) => onEnterprise({ workspaces: [hq, { ...eu, creditLimit: limit }] })

const inEu = (day: number | string, quantity: number) => use(day, null, 'api', quantity, { workspace: 'eu' })

describe('credit limits for each workspace, where the catalogue has them', () => {
  const catalog = enterpriseOf({ pastQuota: postpaid(perThousand('100')) }, true)

  test('a reporting workspace stays within its limit each period, whatever the pool holds', () => {
    const result = billPeople(catalog, {
      ...withLimit('100'),
      months: 2,
      usageEvents: [inEu(1, 80), inEu(2, 21), inEu(3, 20), use(4, null, 'api', 500), inEu('2026-02-01', 100)],
    })
    expect(servedRows(result)).toEqual([
      [null, 'api', 100, { workspaceLimit: 21 }],
      [null, 'api', 500, {}],
      [null, 'api', 100, {}],
    ])
  })

  test('it is told when the limit is reached, though nothing was blocked yet, and once a period', () => {
    const result = billPeople(catalog, {
      ...withLimit('100'),
      months: 2,
      usageEvents: [inEu(1, 60), inEu(2, 40), inEu(3, 5), inEu('2026-02-03', 100)],
    })
    const told = result.alerts.filter(({ kind }) => kind === 'limitReached')
    expect(told.map(({ at, credits, subject }) => [at.slice(0, 10), credits, subject])).toEqual([
      ['2026-01-02', '100', 'eu'],
      ['2026-02-03', '100', 'eu'],
    ])
    expect(told[0]?.message).toBe('A workspace has reached its limit.')
  })

  test('a limit is a share of the pool and counts overage too', () => {
    const result = billPeople(catalog, {
      ...withLimit('1200'),
      ...OPTED_IN,
      ...streams(stream('eu', '1500')),
    })
    expect(result.totals).toMatchObject({ poolCredits: '1000', overageCredits: '200', blockedCredits: '300' })
  })

  test('a limit changed on a date holds from then on; what was used stays used', () => {
    const result = billPeople(catalog, {
      ...withLimit('100'),
      changes: [
        { kind: 'setWorkspaceLimit', on: '2026-01-05', workspace: 'eu', limit: '50' },
        { kind: 'setWorkspaceLimit', on: '2026-01-10', workspace: 'eu', limit: null },
      ],
      usageEvents: [inEu(1, 40), inEu(6, 11), inEu(11, 500)],
    })
    expect(servedRows(result)).toEqual([[null, 'api', 540, { workspaceLimit: 11 }]])
  })
})
