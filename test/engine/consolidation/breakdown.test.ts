import { describe, expect, test } from 'vitest'
import { attributeCosts } from '#main/engine/index.ts'
import { figure, OPTED_IN, perThousand, postpaid, valueOf } from '../support/build.ts'
import {
  enterpriseOf,
  eu,
  type Given,
  hq,
  india,
  onEnterprise,
  stream,
  streams,
} from '../support/consolidation.ts'
import { billPeople, peopleOf, use } from '../support/people.ts'

type Result = ReturnType<typeof billPeople>

/** Of each invoice: its number and what each workspace bears of it, the billing one first. */
const amountsOf = ({ byWorkspace }: Result) =>
  byWorkspace.map(({ invoice, workspaces }) => [invoice, ...workspaces.map(({ amount }) => amount)])

/** $0.01 a credit past 1,000, invoiced whenever it comes to $10.00: 1,000 credits at a time. */
const early = enterpriseOf({ pastQuota: postpaid(perThousand('10'), '10') })
const late = enterpriseOf({ pastQuota: postpaid(perThousand('10')) })
const three = onEnterprise({ ...OPTED_IN, workspaces: [hq, eu, india] })

describe('overage invoiced early', () => {
  // 1,000 of eu's 4,100 are in the pool; 3,100 are not: 10.00 + 10.00 + 10.00 + 1.00
  const alone = { ...three, ...streams(stream('eu', '4100')) }

  test('is borne by the workspace that used it, on every invoice: 31.00 with a threshold as without', () => {
    expect(amountsOf(billPeople(early, alone))).toEqual([
      ['0001', '0.00', '10.00', '0.00'],
      ['0002', '0.00', '10.00', '0.00'],
      ['0003', '0.00', '10.00', '0.00'],
      ['0004', '0.00', '10.00', '0.00'],
      ['0005', '0.00', '1.00', '0.00'],
    ])
    expect(amountsOf(billPeople(late, alone))).toEqual([
      ['0001', '0.00', '10.00', '0.00'],
      ['0002', '0.00', '31.00', '0.00'],
    ])
  })

  test('comes with the usage there was by then: 1,000 + 1,000, then 1,000, 1,000 and 100', () => {
    const used = billPeople(early, alone).byWorkspace.map(({ usage: { workspaces } }) =>
      workspaces.map(({ usage, overageCredits }) => [usage, overageCredits]),
    )
    expect(used.map(([, ofEu]) => ofEu)).toEqual([
      ['0', '0'],
      ['2000', '1000'],
      ['1000', '1000'],
      ['1000', '1000'],
      ['100', '100'],
    ])
  })

  test('charges what was used first: 600 of eu and 400 of india, then india alone, then eu', () => {
    const result = billPeople(early, {
      ...three,
      usageEvents: [
        use(2, null, 'api', 1600, { workspace: 'eu' }),
        use(3, null, 'api', 400, { workspace: 'india' }),
        use(4, null, 'api', 1000, { workspace: 'india' }),
        use(5, null, 'api', 300, { workspace: 'eu' }),
      ],
    })
    expect(amountsOf(result).slice(1)).toEqual([
      ['0002', '0.00', '6.00', '4.00'],
      ['0003', '0.00', '0.00', '10.00'],
      ['0004', '0.00', '3.00', '0.00'],
    ])
  })

  test('of 200 a day and 100 a day: 62.00 and 31.00, and nothing for who used nothing', () => {
    const catalog = enterpriseOf({ credits: '0', pastQuota: postpaid(perThousand('10'), '10') })
    const { byWorkspace } = billPeople(catalog, {
      ...three,
      ...streams(stream('eu', '6200'), stream('india', '3100')),
    })
    const overage = byWorkspace.slice(1).flatMap(({ workspaces }) => workspaces)
    const centsOf = (id: string) =>
      overage.reduce(
        (sum, { workspace, amount }) => sum + (workspace === id ? Math.round(Number(amount) * 100) : 0),
        0,
      )
    expect(['hq', 'eu', 'india'].map(centsOf)).toEqual([0, 6200, 3100])
  })

  test('what a volume price still asks at the end is for all that it priced', () => {
    // 1,000 credits at $0.02 come to 20.00; one more would make them 10.01, so no more than 10.00 is asked early
    const volume = { model: 'volume' as const, tiers: [tier('1000', '20'), tier(null, '10')] }
    const result = billPeople(enterpriseOf({ credits: '0', pastQuota: postpaid(volume, '10') }), {
      ...three,
      usageEvents: [
        use(2, null, 'api', 400, { workspace: 'eu' }),
        use(3, null, 'api', 600, { workspace: 'india' }),
      ],
    })
    expect(amountsOf(result).slice(1)).toEqual([
      ['0002', '0.00', '4.00', '6.00'],
      ['0003', '0.00', '4.00', '6.00'],
    ])
  })
})

describe('credits owed until the period ends', () => {
  test('a grant of 400 repays the oldest of 600, hq’s 300 and 100 of eu’s: who was repaid bears nothing', () => {
    const result = billPeople(late, {
      ...three,
      policies: { beyondGrants: 'carriedWithinPeriod' },
      grants: [{ id: 'gift', amount: '400', start: '2026-01-10' }],
      usageEvents: [
        use(2, null, 'api', 1300, { workspace: 'hq' }),
        use(3, null, 'api', 300, { workspace: 'eu' }),
        use(20, null, 'api', 100, { workspace: 'india' }),
      ],
    })
    // eu’s 200 that are left, and india’s 100
    expect(amountsOf(result).at(-1)).toEqual(['0002', '0.00', '2.00', '1.00'])
  })
})

const tier = (upTo: string | null, amount: string) => ({
  upTo,
  rate: { amount, per: '1000' },
})

describe('a term that restarts', () => {
  const plain = enterpriseOf({ monthly: '100', annual: '1000', freeMonths: 2 })
  const big = plain.plans.flatMap((plan) =>
    plan.id === 'enterprise'
      ? [
          plan,
          {
            ...plan,
            id: 'big',
            price: { monthly: figure('300'), annual: figure('3000'), freeMonths: figure(2) },
            credits: figure('5000'),
          },
        ]
      : [plan],
  )
  const catalog = {
    ...plain,
    plans: big,
    consolidation: figure({
      billingEnvironment: 'us',
      environments: ['us', 'eu'],
      plans: ['enterprise', 'big'],
      perWorkspaceLimits: false,
    }),
  }
  const two = onEnterprise({ workspaces: [hq, eu] })
  const upgradeOn = (on: string) => ({ kind: 'changePlan' as const, on, plan: 'big' })

  /** $100.00 until the 10th, in which hq uses 500; $300.00 from then on, in which eu uses 500. */
  const upgraded: Given = {
    ...two,
    changes: [upgradeOn('2026-01-10')],
    usageEvents: [
      use(5, null, 'api', 500, { workspace: 'hq' }),
      use(20, null, 'api', 500, { workspace: 'eu' }),
    ],
  }

  const attributed = (given: Given) =>
    valueOf(attributeCosts(catalog, peopleOf(catalog, given), ['workspace'])).map(({ values, cost }) => [
      ...values,
      cost,
    ])

  test('was paid for until it did: hq bears its 100.00 alone, however long the run is', () => {
    const invoices = [
      ['0001', '100.00', '0.00'],
      ['0002', '0.00', '300.00'],
    ]
    expect(amountsOf(billPeople(catalog, upgraded))).toEqual(invoices)
    // the second term, from 10 February, is used by nobody
    expect(amountsOf(billPeople(catalog, { ...upgraded, months: 2 }))).toEqual([
      ...invoices,
      ['0003', '300.00', '0.00'],
    ])
  })

  test('costs each workspace the same wherever it is asked', () => {
    expect(attributed(upgraded)).toEqual([
      ['eu', '300.00'],
      ['hq', '100.00'],
    ])
    // the second term, which nobody used, is the billing workspace’s here as it is there
    expect(attributed({ ...upgraded, months: 2 })).toEqual([
      ['eu', '300.00'],
      ['hq', '400.00'],
    ])
  })

  test('gives back what is left of a year to those who bore it: 7 of 10 paid months, 700.00 of 1,000.00', () => {
    const result = billPeople(catalog, {
      ...two,
      months: 3,
      billing: 'annual',
      changes: [upgradeOn('2026-03-10')],
      usageEvents: [
        use('2026-01-05', null, 'api', 100, { workspace: 'hq' }),
        use('2026-03-05', null, 'api', 300, { workspace: 'eu' }),
        use('2026-03-20', null, 'api', 400, { workspace: 'eu' }),
      ],
    })
    // until 10 March hq used 100 and eu 300: a quarter and three of 1,000.00, and of −700.00; the 3,000.00 are eu's
    expect(amountsOf(result)).toEqual([
      ['0001', '250.00', '750.00'],
      ['0002', '-175.00', '2475.00'], // −525.00 + 3,000.00
    ])
  })

  test('a step that keeps the cycle does not end it: what it credits is shared as what it charges', () => {
    const result = billPeople(catalog, {
      ...upgraded,
      changes: [{ ...upgradeOn('2026-01-17'), mode: 'difference' as const }],
    })
    // 100.00 by 500 and 500 of January; −100.00 and 300.00 from the 17th on, when only eu used any
    expect(amountsOf(result)).toEqual([
      ['0001', '50.00', '50.00'],
      ['0002', '0.00', '200.00'],
    ])
  })
})

describe('each figure says what it is for', () => {
  // 1,000,000 used in January, all of it overage; nothing in February
  const result = billPeople(enterpriseOf({ credits: '0', pastQuota: postpaid(perThousand('1')) }), {
    ...three,
    months: 2,
    usageEvents: [use(5, null, 'api', 1_000_000, { workspace: 'eu' })],
  })
  const january = result.byWorkspace[1]

  test('last month’s usage stands apart from next month’s fee', () => {
    expect(january?.usage).toMatchObject({
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      workspaces: [
        { usage: '0' },
        { workspace: 'eu', usage: '1000000', overageCredits: '1000000' },
        { usage: '0' },
      ],
    })
    // $1,000.00 for January's overage, all of it eu's; $10.00 for February, which nobody used
    expect(
      january?.lines.map(({ line, kind, from, to, workspaces }) => [
        line,
        kind,
        from,
        to,
        ...workspaces.map(({ amount }) => amount),
      ]),
    ).toEqual([
      [1, 'overage', '2026-01-01', '2026-02-01', '0.00', '1000.00', '0.00'],
      [2, 'subscription', '2026-02-01', '2026-03-01', '10.00', '0.00', '0.00'],
    ])
    expect(january?.workspaces.map(({ amount }) => amount)).toEqual(['10.00', '1000.00', '0.00'])
  })

  test('what a fee comes to for each is not settled before the time it pays for is over', () => {
    const two = onEnterprise({ workspaces: [hq, eu] })
    const year = billPeople(enterpriseOf({ annual: '100' }), {
      ...two,
      billing: 'annual',
      months: 2,
      usageEvents: [use(5, null, 'api', 10, { workspace: 'eu' })],
    })
    expect(year.byWorkspace[0]?.lines.map(({ to, isSettled }) => [to, isSettled])).toEqual([
      ['2027-01-01', false],
    ])
    const over = billPeople(enterpriseOf({ annual: '100' }), { ...two, billing: 'annual', months: 12 })
    expect(over.byWorkspace[0]?.lines.map(({ isSettled }) => isSettled)).toEqual([true])
  })
})

describe('a workspace linked at the very end of a period', () => {
  test('bears nothing of what the period used, and its part of what comes after', () => {
    // eu uses 200 in the instant in which it is linked, hq 300 in January and 100 in February
    const result = billPeople(late, {
      ...three,
      workspaces: [hq, eu],
      months: 2,
      changes: [{ kind: 'linkWorkspace', on: '2026-02-01', workspace: 'eu' }],
      usageEvents: [
        use(10, null, 'api', 300, { workspace: 'hq' }),
        use('2026-02-01', null, 'api', 200, { workspace: 'eu', at: '2026-02-01T00:00:00Z' }),
        use('2026-02-14', null, 'api', 100, { workspace: 'hq' }),
      ],
    })
    // 10.00 for January is hq's; of 10.00 for February a third is hq's: 3.33, and 6.67 eu's
    expect(amountsOf(result)).toEqual([
      ['0001', '10.00', '0.00'],
      ['0002', '3.33', '6.67'],
    ])
    expect(result.workspaces[1]?.linked).toEqual([{ from: '2026-02-01T00:00:00.000Z', to: null }])
  })
})

describe('two streams and a threshold', () => {
  test('an early invoice charges of each what it had used by then, day by day in the order of their ids', () => {
    // January: 200 a day of eu and 100 of india, all overage at $0.01, invoiced at $10.00, which is 1,000 credits.
    // Three days are 900; of the fourth, eu's first 100 complete the thousand: 700 of eu, 300 of india.
    const result = billPeople(enterpriseOf({ credits: '0', pastQuota: postpaid(perThousand('10'), '10') }), {
      ...three,
      ...streams(stream('eu', '6200'), stream('india', '3100')),
    })
    // the next thousand: eu's 100 of the 4th, and india's 100, then 300 a day up to the 6th is 800; of the 7th 200 of eu
    expect(amountsOf(result).slice(1, 3)).toEqual([
      ['0002', '0.00', '7.00', '3.00'],
      ['0003', '0.00', '7.00', '3.00'],
    ])
    expect(result.byWorkspace[1]?.usage.workspaces.map(({ usage }) => usage)).toEqual(['0', '700', '300'])
  })
})
