import { describe, expect, test } from 'vitest'
import { accountOfRun, explain, runSummary, usageWindow, workspaceView } from '#main/engine/index.ts'
import { valueOf } from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise, stream, streams } from '../support/consolidation.ts'
import { billPeople, full } from '../support/people.ts'

const catalog = enterpriseOf()

const leave = (on: string) => ({
  kind: 'unlinkWorkspace' as const,
  on,
  workspace: 'eu',
  afterwards: { kind: 'newSubscription' as const, plan: 'small' },
})

/** Europe leaves, comes back, and leaves again: 10 credits a day, and 40 a month of the office's. */
const result = billPeople(
  catalog,
  onEnterprise({
    months: 3,
    workspaces: [hq, eu],
    members: [full('ann'), { ...full('bob'), workspace: 'eu' }],
    ...streams(stream('eu', '310', { member: 'bob' }), stream('hq', '40')),
    changes: [
      leave('2026-01-16'),
      { kind: 'linkWorkspace', on: '2026-02-16', workspace: 'eu' },
      leave('2026-03-11'),
    ],
  }),
)

const accountOf = (account: string | null) => valueOf(accountOfRun(result, account))

describe('the accounts of a run', () => {
  test('are the main one, and those that workspaces went on with, each by its name', () => {
    expect(accountOf(null).invoices).toBe(result.invoices)
    expect(accountOf('eu').ledger).toBe(result.separateAccounts[0]?.ledger)
    expect(accountOf('eu, from 2026-03-11').ledger).toBe(result.separateAccounts[1]?.ledger)
  })

  test('are refused by any other name', () => {
    for (const account of ['hq', ''])
      expect(accountOfRun(result, account)).toEqual({
        ok: false,
        problems: [
          {
            code: 'result.no_account',
            message: `No workspace "${account}" went on with a subscription of its own.`,
            path: 'account',
          },
        ],
      })
  })

  test('are named in the summary as they are asked for', () => {
    const { separateAccounts } = runSummary(
      catalog,
      { ...result, inputHash: '0'.repeat(64) },
      result.separateAccounts,
    )
    expect(
      separateAccounts.map(({ account, workspace, plan, start, end }) => [
        account,
        workspace,
        plan,
        start,
        end,
      ]),
    ).toEqual([
      ['eu', 'eu', 'small', '2026-01-16', '2026-02-16'],
      ['eu, from 2026-03-11', 'eu', 'small', '2026-03-11', '2026-04-01'],
    ])
    for (const { account, totals } of separateAccounts)
      expect(accountOf(account).invoices.map(({ total }) => total)).toEqual([totals.total])
  })

  test('explain what is theirs', () => {
    const account = accountOf('eu')
    const reference = { kind: 'line' as const, invoice: account.invoices[0]?.number ?? '', line: 1 }
    // A month of the small plan.
    expect(valueOf(explain(catalog, account, reference)).steps.at(-1)?.amount).toBe('1.00')
  })
})

describe('rows of usage', () => {
  const rowsOf = (asked: object) =>
    usageWindow(result, { offset: 0, limit: 500, ...asked }).rows.map(({ period, workspace }) => [
      period,
      workspace,
    ])

  test('are of a period, of a member, of nobody, or all', () => {
    expect(rowsOf({ member: 'bob' })).toEqual([
      [1, 'eu'],
      [2, 'eu'],
      [3, 'eu'],
    ])
    expect(rowsOf({ member: null, period: 2 })).toEqual([[2, 'hq']])
    expect(rowsOf({ member: 'ann' })).toEqual([])
    expect(usageWindow(result, { offset: 5, limit: 500 })).toEqual({ total: 6, rows: [result.usage[5]] })
  })
})

describe('what a workspace sees', () => {
  const shared = accountOf(null)

  test('is all of the account for the billing workspace', () => {
    const view = valueOf(workspaceView(shared, 'hq'))
    expect(view).toMatchObject({ kind: 'billing', workspace: { id: 'hq' }, invoices: result.invoices })
    expect(view.creditsLeft.map(({ period }) => period)).toEqual([1, 2, 3])
  })

  test('is its own usage and what is left while it was linked for a reporting one', () => {
    const view = valueOf(workspaceView(shared, 'eu'))
    expect(view.kind).toBe('reporting')
    expect(new Set(view.usage.map(({ workspace }) => workspace))).toEqual(new Set(['eu']))
    expect(view.creditsLeft.map(({ period }) => period)).toEqual([2])
  })

  test('is refused of one that there is not, or of an account that nobody shares', () => {
    for (const [account, workspace] of [
      [shared, 'lab'],
      [accountOf('eu'), 'eu'],
    ] as const)
      expect(workspaceView(account, workspace)).toMatchObject({
        problems: [{ code: 'workspaces.unknown', path: 'workspace' }],
      })
  })
})
