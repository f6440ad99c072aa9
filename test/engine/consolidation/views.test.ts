import { describe, expect, test } from 'vitest'
import { billingView, reportingView } from '#main/engine/index.ts'
import { BillingView, ReportingView } from '#shared/workspace-views.ts'
import { halfOff, OPTED_IN, perThousand, postpaid } from '../support/build.ts'
import { billing, enterpriseOf, eu, hq, india, onEnterprise, reporting } from '../support/consolidation.ts'
import { billPeople, full, use } from '../support/people.ts'

/** 1,000 credits a month for $10.00, then $0.10 for each credit. */
const catalog = enterpriseOf({ full: 3, pastQuota: postpaid(perThousand('100')) })

const result = billPeople(
  catalog,
  onEnterprise({
    ...OPTED_IN,
    months: 2,
    workspaces: [hq, eu, india],
    members: [full('ann'), { ...full('bob'), workspace: 'eu' }, { ...full('cem'), workspace: 'india' }],
    usageEvents: [
      use('2026-01-02', 'bob', 'create', 500),
      use('2026-01-03', 'ann', 'api', 300),
      use('2026-01-04', 'cem', 'agents', 400),
      use('2026-02-02', 'bob', 'api', 350),
      use('2026-02-02', 'bob', 'api', 250),
      use('2026-02-03', 'cem', 'agents', 600),
    ],
  }),
)

describe('the invoice by workspace', () => {
  const amounts = result.byWorkspace.map(({ usage: { workspaces: used }, workspaces }) =>
    workspaces.map(({ workspace, amount }, place) => [
      workspace,
      Number(used[place]?.usage),
      Number(used[place]?.overageCredits),
      amount,
    ]),
  )

  test('a single monthly invoice has the usage of each workspace since the one before', () => {
    expect(result.invoices.map(({ number, total }) => [number, total])).toEqual([
      ['0001', '10.00'],
      ['0002', '30.00'],
      ['0003', '20.00'],
    ])
    expect(result.byWorkspace.map(({ invoice }) => invoice)).toEqual(['0001', '0002', '0003'])
  })

  test('fees are shared by the credits used in the time they pay for', () => {
    // January: 500 + 300 + 400 of 1,200 of $10.00; the cent that is over goes to the largest remainder, eu’s
    expect(amounts[0]).toEqual([
      ['hq', 0, 0, '2.50'],
      ['eu', 0, 0, '4.17'],
      ['india', 0, 0, '3.33'],
    ])
  })

  test('overage falls on the workspace that used it', () => {
    // $20.00 for the last 200 of cem’s 400 in January; February’s $10.00 by 600 and 600; then cem’s 200 again
    expect(amounts.slice(1)).toEqual([
      [
        ['hq', 300, 0, '0.00'],
        ['eu', 500, 0, '5.00'],
        ['india', 400, 200, '25.00'],
      ],
      [
        ['hq', 0, 0, '0.00'],
        ['eu', 600, 0, '0.00'],
        ['india', 600, 200, '20.00'],
      ],
    ])
  })

  test('over the whole run each workspace has its usage and its part of all invoices', () => {
    const { shares, whole } = billing(result)
    // hq $2.50; eu $4.17 + $5.00; india $3.33 + $25.00 + $20.00: $60.00 as invoiced, of which 400 credits of overage
    expect(shares.map((share) => [share.workspace, share.requests, share.usage, share.amount])).toEqual([
      ['hq', 1, '300', '2.50'],
      ['eu', 3, '1100', '9.17'],
      ['india', 2, '1000', '48.33'],
    ])
    expect(shares.map(({ poolCredits, overageCredits }) => [poolCredits, overageCredits])).toEqual([
      ['300', '0'],
      ['1100', '0'],
      ['600', '400'],
    ])
    expect(whole).toEqual({
      requests: 6,
      usage: '2400',
      poolCredits: '2000',
      graceCredits: '0',
      overageCredits: '400',
      blockedCredits: '0',
      amount: '60.00',
    })
  })

  test('what nobody used falls to the billing workspace', () => {
    const { byWorkspace } = billPeople(catalog, onEnterprise({ workspaces: [eu, hq] }))
    expect(byWorkspace[0]?.workspaces.map(({ workspace, amount }) => [workspace, amount])).toEqual([
      ['hq', '10.00'],
      ['eu', '0.00'],
    ])
  })

  test('what an offer takes off is shared as the fee is', () => {
    const { byWorkspace } = billPeople(
      enterpriseOf({ offers: [halfOff('monthly')] }),
      onEnterprise({
        offers: true,
        workspaces: [hq, eu],
        usageEvents: [use(1, null, 'api', 1), use(2, null, 'api', 4, { workspace: 'eu' })],
      }),
    )
    expect(byWorkspace[0]?.workspaces.map(({ amount }) => amount)).toEqual(['1.00', '4.00'])
  })

  test('discounts and taxes are in it: the parts sum to the invoice', () => {
    const { invoices, byWorkspace } = billPeople(
      catalog,
      onEnterprise({
        workspaces: [hq, eu],
        invoicing: {
          discounts: [{ id: 'd', name: 'Ten', value: { kind: 'percent', percent: '10' } }],
          taxes: [{ name: 'VAT', percent: '20' }],
        },
        usageEvents: [use(1, null, 'api', 1), use(2, null, 'api', 2, { workspace: 'eu' })],
      }),
    )
    // $10.00 less 10 % is $9.00, plus 20 % is $10.80: a third and two thirds of it
    expect(invoices.map(({ total }) => total)).toEqual(['10.80'])
    expect(byWorkspace[0]?.workspaces.map(({ amount }) => amount)).toEqual(['3.60', '7.20'])
  })
})

describe('the billing workspace', () => {
  const view = billing(result)

  test('receives usage reports from all linked workspaces: general usage of each', () => {
    expect(
      view.totals.map(({ period, workspace, requests, usage }) => [period, workspace, requests, usage]),
    ).toEqual([
      [1, 'hq', 1, '300'],
      [1, 'eu', 1, '500'],
      [2, 'eu', 2, '600'],
      [1, 'india', 1, '400'],
      [2, 'india', 1, '600'],
    ])
  })

  test('sees its own usage in detail, and nobody else’s', () => {
    expect(view.usage.map(({ member, product }) => [member, product])).toEqual([['ann', 'api']])
    expect(JSON.stringify(view)).not.toMatch(/bob|cem|create|agents/)
  })

  test('has the single invoice, with usage of each workspace', () => {
    expect(view.invoices).toEqual(result.invoices)
    expect(view.byWorkspace).toEqual(result.byWorkspace)
  })

  test('its view is what the schema says', () => {
    expect(BillingView.parse(view)).toEqual(view)
  })
})

describe('a reporting workspace', () => {
  const view = reporting(result, 'eu')

  test('shows granular usage of that workspace', () => {
    expect(view.usage.map((row) => [row.period, row.member, row.product, row.poolCredits])).toEqual([
      [1, 'bob', 'create', '500'],
      [2, 'bob', 'api', '600'],
    ])
  })

  test('sees nothing of the others', () => {
    expect(JSON.stringify(view)).not.toMatch(/ann|cem|agents|hq|india/)
  })

  test('sees the credits left of all linked workspaces together', () => {
    const rolled = billPeople(
      enterpriseOf({ rollover: { kind: 'age', periods: 2 } }),
      onEnterprise({
        workspaces: [hq, eu],
        months: 2,
        usageEvents: [use(1, null, 'api', 100), use(2, null, 'api', 200, { workspace: 'eu' })],
      }),
    )
    const left = [
      { period: 1, end: '2026-02-01', credits: '700' },
      { period: 2, end: '2026-03-01', credits: '1700' },
    ]
    expect(reporting(rolled, 'eu').creditsLeft).toEqual(left)
    expect(billing(rolled).creditsLeft).toEqual(left)
  })

  test('sees what is left only while it is linked', () => {
    const rolling = enterpriseOf({ rollover: { kind: 'age', periods: 2 } })
    const { creditsLeft } = reporting(
      billPeople(
        rolling,
        onEnterprise({
          workspaces: [hq, eu],
          months: 3,
          usageEvents: [use(1, null, 'api', 100), use(2, null, 'api', 200, { workspace: 'eu' })],
          changes: [
            { kind: 'unlinkWorkspace', on: '2026-02-10', workspace: 'eu', afterwards: { kind: 'removed' } },
          ],
        }),
      ),
      'eu',
    )
    expect(creditsLeft).toEqual([{ period: 1, end: '2026-02-01', credits: '700' }])
  })

  test('its view is what the schema says', () => {
    expect(ReportingView.parse(view)).toEqual(view)
  })
})

test('a view of a workspace that is not there is refused', () => {
  expect(reportingView(result, 'mars')).toMatchObject({
    ok: false,
    problems: [{ code: 'workspaces.unknown' }],
  })
  const single = billPeople(catalog, onEnterprise({}))
  expect(billingView(single)).toMatchObject({ ok: false, problems: [{ code: 'workspaces.unknown' }] })
})

describe('a period that ends at noon', () => {
  const on = (time: string) => ({ on: `2026-01-16T${time}:00Z`, workspace: 'eu' })
  const link = (time: string) => ({ kind: 'linkWorkspace' as const, ...on(time) })
  const unlink = (time: string) => ({
    kind: 'unlinkWorkspace' as const,
    ...on(time),
    afterwards: { kind: 'removed' as const },
  })
  /** The periods whose end eu sees, of one that ends at noon and one that ends with the month. */
  const seen = (...changes: (ReturnType<typeof link> | ReturnType<typeof unlink>)[]) => {
    const linked = billPeople(catalog, onEnterprise({ workspaces: [hq, eu], changes }))
    const [period] = linked.periods
    if (period === undefined) throw new Error('The run has no period.')
    const plans = [{ plan: 'enterprise', from: '2026-01-16T12:00:00.000Z' }]
    const second = { ...period, index: 2, start: '2026-01-16', plans }
    const periods = [{ ...period, end: '2026-01-16' }, second]
    return reporting({ ...linked, periods }, 'eu').creditsLeft.map((left) => left.period)
  }

  test('is seen by a workspace that is linked in the morning, and not by one that is linked with it', () => {
    expect(seen(link('09:00'))).toEqual([1, 2])
    expect(seen(link('12:00'))).toEqual([2])
  })

  test('is seen by a workspace that is unlinked with it, and not by one that is in the morning', () => {
    expect(seen(unlink('12:00'))).toEqual([1])
    expect(seen(unlink('09:00'))).toEqual([])
  })
})
