import { describe, expect, test } from 'vitest'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { basic, billPeople, full, use, workspaceOf } from '../support/people.ts'

const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + Number(text), 0)

describe('usage by who and what', () => {
  /** 500 credits, then overage; Bea's ceiling is 100; events and modelled usage of two months. */
  const result = billPeople(workspaceOf({ credits: '500', pastQuota: postpaid(perThousand('1')) }), {
    ...OPTED_IN,
    months: 2,
    members: [full('ann'), basic('bea')],
    apiKeys: [
      { id: 'web', member: 'ann', company: 'Acme', limit: '200' },
      { id: 'app', company: 'Bolt' },
    ],
    usage: {
      kind: 'streams',
      streams: [
        { id: 'a', member: 'ann', product: 'agents', model: 'Standard', monthly: '310' },
        { id: 'b', member: 'bea', product: 'create', model: 'Standard', monthly: '155' },
        { id: 'c', apiKey: 'web', product: 'api', model: 'Standard', monthly: '248' },
      ],
    },
    usageEvents: [
      use('2026-01-10', null, 'api', 50, { apiKey: 'app' }),
      use('2026-01-11', null, 'api', 30, { apiKey: 'app' }),
      use('2026-02-11', 'bea', 'agents', 20),
    ],
  })

  test('names member, key, company, product, model and requests', () => {
    const rows = result.usage.map(({ period, member, apiKey, company, product, requests }) => [
      period,
      member,
      apiKey,
      company,
      product,
      requests,
    ])
    expect(rows).toEqual([
      [1, 'ann', null, null, 'agents', 0],
      [1, 'bea', null, null, 'create', 0],
      [1, null, 'web', 'Acme', 'api', 0],
      [1, null, 'app', 'Bolt', 'api', 2],
      [2, 'ann', null, null, 'agents', 0],
      [2, 'bea', null, null, 'create', 0],
      [2, null, 'web', 'Acme', 'api', 0],
      [2, 'bea', null, null, 'agents', 1],
    ])
  })

  test('its rows sum to their period', () => {
    for (const period of result.periods) {
      const rows = result.usage.filter((row) => row.period === period.index)
      expect(sum(rows.map((row) => row.poolCredits))).toBe(Number(period.poolCredits))
      expect(sum(rows.map((row) => row.overageCredits))).toBe(Number(period.overageCredits))
      const blocked = rows.flatMap((row) => row.blocked)
      expect(sum(blocked.map(({ credits }) => credits))).toBe(Number(period.blockedCredits))
      for (const { cause, credits } of period.blockedBecause) {
        const parts = blocked.filter((part) => part.cause === cause).map((part) => part.credits)
        expect(sum(parts)).toBe(Number(credits))
      }
    }
  })

  test('its periods sum to the totals, worked by hand', () => {
    // January: 310 + 100 of 155 + 200 of 248 + 80 = 690, of which 500 from the pool; February: 310 + 100 + 200 + 20 = 630
    expect(result.totals).toMatchObject({
      usage: String(2 * (310 + 155 + 248) + 80 + 20),
      poolCredits: '1000',
      overageCredits: String(190 + 130),
      blockedCredits: String(2 * (55 + 48)),
    })
    expect(sum(result.periods.map(({ usage }) => usage))).toBe(Number(result.totals.usage))
  })
})

test('without a call there is no usage to show, whatever is paid', () => {
  const { usage, totals } = billPeople(workspaceOf(), { members: [full('ann')], apiKeys: [{ id: 'web' }] })
  expect([usage, totals.total, totals.usage]).toEqual([[], '10.00', '0'])
})
