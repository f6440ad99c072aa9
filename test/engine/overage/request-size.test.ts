import { describe, expect, test } from 'vitest'
import { explain } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import { figure, OPTED_IN, perThousand, planOf, postpaid, prepaid, valueOf } from '../support/build.ts'
import { billPeople, blockedBecause, preset, use, workspaceOf } from '../support/people.ts'

const catalog = Catalog.parse({
  ...workspaceOf({ credits: '1000', pastQuota: postpaid(perThousand('10')) }),
  largestRequestQuotas: figure(2),
})

test('a request of more than two monthly quotas is refused whole, and says so', () => {
  const billed = billPeople(catalog, {
    ...OPTED_IN,
    usageEvents: [use(3, null, 'api', 2001), use(4, null, 'api', 2000)],
  })
  expect(blockedBecause(billed)).toEqual([{ requestTooLarge: 2001 }])
  expect(billed.totals).toMatchObject({ poolCredits: '1000', overageCredits: '1000', overage: '10.00' })
  expect(billed.alerts.filter(({ kind }) => kind === 'requestTooLarge')).toMatchObject([
    { at: '2026-01-03T12:00:00.000Z', credits: '2001' },
  ])
})

describe('is a limit of usage-based billing only', () => {
  /** 3,000 credits on hand: the plan's 1,000 and a gift. */
  const gift = { grants: [{ id: 'gift', amount: '2000', start: '2026-01-01' }] }
  const served = (sold: Catalog, given: object = {}) =>
    billPeople(sold, { ...gift, usageEvents: [use(3, null, 'api', 2500)], ...given }).totals.poolCredits

  test('where overage is off, the credits on hand are all that holds a request back', () => {
    expect(served(catalog)).toBe('2500')
    expect(served(catalog, OPTED_IN)).toBe('0')
  })

  test('from the instant it is turned on', () => {
    const changes = [{ kind: 'setOverage' as const, on: '2026-01-02', optIn: true }]
    expect(served(catalog, { changes })).toBe('0')
  })

  test('not on a plan that sells none, nor from a prepaid balance', () => {
    const [plan = planOf({})] = catalog.plans
    expect(served({ ...catalog, plans: [{ ...plan, pastQuota: { kind: 'block', source: 'test' } }] })).toBe(
      '2500',
    )
    expect(served({ ...catalog, plans: [{ ...plan, pastQuota: prepaid('100', '1') }] }, OPTED_IN)).toBe(
      '2500',
    )
  })
})

test('April 2026, under usage-based billing: one request is at most twice the monthly quota', () => {
  const request = (day: number, quantity: number) =>
    use(day, null, 'text-to-speech', quantity, { model: 'Multilingual v2' })
  const given = { plan: 'creator', ...OPTED_IN, usageEvents: [request(2, 200_001), request(3, 200_000)] }
  const billed = billPeople(preset('elevenlabs-2026-04'), given)
  expect(blockedBecause(billed)).toEqual([{ requestTooLarge: 200_001 }])
  // the other takes the plan's 100,000 and 100,000 at $0.30 the thousand
  expect(billed.totals).toMatchObject({ overageCredits: '100000', overage: '30.00' })
  const alert = billed.alerts.findIndex(({ kind }) => kind === 'requestTooLarge') + 1
  const why = valueOf(explain(preset('elevenlabs-2026-04'), billed, { kind: 'alert', alert }))
  expect(why.sources).toMatchObject([{ date: '2026-02-09', basis: 'published' }])
})

test.each(['elevenlabs-2026-10', 'dodo-elevenlabs'])('%s has no such limit: its facts name none', (id) => {
  expect(preset(id).largestRequestQuotas).toBeUndefined()
})

test('modelled usage is many requests, none of them large', () => {
  const streams = [{ id: 'a', product: 'api', model: 'Standard', monthly: '5000' }]
  const { totals } = billPeople(catalog, { ...OPTED_IN, usage: { kind: 'streams', streams } })
  expect(totals).toMatchObject({ overageCredits: '4000', blockedCredits: '0' })
})
