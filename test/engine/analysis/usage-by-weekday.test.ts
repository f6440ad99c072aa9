import { expect, test } from 'vitest'
import { usageByMonth } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import { figure, valueOf } from '../support/build.ts'
import { peopleOf, workspaceOf } from '../support/people.ts'
import { profileOf } from '../../laws/support/arbitrary-weekdays.ts'

/** Three credits a unit on `plus`, one on the plan before it. */
function tripledOnPlus(): Catalog {
  const catalog = workspaceOf()
  const [plan] = catalog.plans
  return Catalog.parse({
    ...catalog,
    plans: [plan, { ...plan, id: 'plus', name: 'Plus' }],
    burnRates: [
      {
        product: 'api',
        model: 'Standard',
        unit: 'unit',
        plans: [plan?.id],
        rate: figure({ credits: '1', per: '1' }),
      },
      {
        product: 'api',
        model: 'Standard',
        unit: 'unit',
        plans: ['plus'],
        rate: figure({ credits: '3', per: '1' }),
      },
    ],
  })
}

test('a month in which the plan changes has the days of each stream on the plan of their moment', () => {
  const stream = { product: 'api', model: 'Standard' }
  const scenario = peopleOf(tripledOnPlus(), {
    start: '2026-04-01',
    changes: [{ kind: 'changePlan', on: '2026-04-06', plan: 'plus', mode: 'doNotBill' }],
    usage: {
      kind: 'streams',
      streams: [
        // 10 on each of 22 working days, three of which are before Monday 6
        { ...stream, id: 'office', monthly: '220', weekdays: profileOf(1, 0) },
        // 20 on each of 8 days of a weekend, two of which are
        { ...stream, id: 'shop', monthly: '160', weekdays: profileOf(0, 1) },
      ],
    },
  })
  // (30 + 40) × 1 + (190 + 120) × 3
  expect(valueOf(usageByMonth(tripledOnPlus(), scenario))).toEqual(['1000'])
})
