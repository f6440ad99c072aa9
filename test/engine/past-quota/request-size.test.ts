import { expect, test } from 'vitest'
import { Catalog } from '#shared/catalog.ts'
import { figure, OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { billPeople, blockedBecause, use, workspaceOf } from '../support/people.ts'

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

test('modelled usage is many requests, none of them large', () => {
  const streams = [{ id: 'a', product: 'api', model: 'Standard', monthly: '5000' }]
  const { totals } = billPeople(catalog, { ...OPTED_IN, usage: { kind: 'streams', streams } })
  expect(totals).toMatchObject({ overageCredits: '4000', blockedCredits: '0' })
})
