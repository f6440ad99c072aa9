import { microsOf } from '#shared/decimal.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { PeriodResult, RunResult, UsageRow } from '#shared/run-result.ts'
import type { WorkspaceResult, WorkspaceUsage } from '#shared/workspace-result.ts'
import type { BillingView, CreditsLeft, ReportingView } from '#shared/workspace-views.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { endOf } from '../report/period-times.ts'

type Consolidated = Pick<RunResult, 'workspaces' | 'usage' | 'periods' | 'invoices' | 'byWorkspace'>

/**
 * What the billing workspace sees: the usage of all linked workspaces in general, the single invoice, and, like every
 * workspace, its own usage in detail. Source: seed 000.
 */
export function billingView(result: Consolidated): Result<BillingView> {
  const { workspaces, invoices, byWorkspace } = result
  const billing = workspaces.find(({ kind }) => kind === 'billing')
  if (billing === undefined) return unknown('The run has no billing workspace.')
  const byWorkspaceId = Map.groupBy(result.usage, ({ workspace: id }) => id)
  return succeed({
    workspace: billing,
    workspaces,
    totals: workspaces.flatMap(({ id }) => totalsOf(id, byWorkspaceId.get(id) ?? [])),
    shares: workspaces.map(({ id }) => ({
      ...sumOf(id, byWorkspaceId.get(id) ?? []),
      amount: moneyText(amountOf(byWorkspace, id)),
    })),
    whole: {
      ...usedOf(workspaces.flatMap(({ id }) => byWorkspaceId.get(id) ?? [])),
      amount: moneyText(sum(invoices.map(({ total }) => total))),
    },
    usage: byWorkspaceId.get(billing.id) ?? [],
    invoices,
    byWorkspace,
    creditsLeft: result.periods.map(creditsLeft),
  })
}

/**
 * What a reporting workspace sees: granular analytics of its own usage only, and the credits left of all linked
 * workspaces together. Source: seed 000.
 */
export function reportingView(result: Consolidated, id: string): Result<ReportingView> {
  const workspace = result.workspaces.find((candidate) => candidate.id === id)
  if (workspace === undefined) return unknown(`The run has no workspace "${id}".`)
  const usage = result.usage.filter((row) => row.workspace === id)
  return succeed({
    workspace,
    totals: totalsOf(id, usage),
    usage,
    creditsLeft: result.periods
      .filter((_, place) => isLinkedAt(workspace, endOf(result.periods, place)))
      .map(creditsLeft),
  })
}

const unknown = (message: string) => refuse({ code: 'workspaces.unknown', message, path: 'workspace' })

const creditsLeft = ({ index, end, closingCredits }: PeriodResult): CreditsLeft => ({
  period: index,
  end,
  credits: closingCredits,
})

const isLinkedAt = ({ linked }: WorkspaceResult, end: string): boolean =>
  linked.some(({ from, to }) => from < end && (to === null || to >= end))

/** `usage`: the workspace's own. */
function totalsOf(id: string, usage: readonly UsageRow[]): BillingView['totals'] {
  const byPeriod = Map.groupBy(usage, ({ period }) => period)
  return [...byPeriod].map(([period, rows]) => ({ period, ...sumOf(id, rows) }))
}

const amountOf = (byWorkspace: Consolidated['byWorkspace'], id: string): number =>
  sum(
    byWorkspace.flatMap(({ workspaces }) =>
      workspaces.filter(({ workspace }) => workspace === id).map(({ amount }) => amount),
    ),
  )

const sumOf = (workspace: string, rows: readonly UsageRow[]): WorkspaceUsage => ({
  workspace,
  ...usedOf(rows),
})

function usedOf(rows: readonly UsageRow[]): Omit<WorkspaceUsage, 'workspace'> {
  const pool = sum(rows.map(({ poolCredits }) => poolCredits))
  const grace = sum(rows.map(({ graceCredits }) => graceCredits))
  const overage = sum(rows.map(({ overageCredits }) => overageCredits))
  const blocked = sum(rows.flatMap((row) => row.blocked.map(({ credits }) => credits)))
  return {
    requests: rows.reduce((total, { requests }) => total + requests, 0),
    usage: creditsText(pool + grace + overage + blocked),
    poolCredits: creditsText(pool),
    graceCredits: creditsText(grace),
    overageCredits: creditsText(overage),
    blockedCredits: creditsText(blocked),
  }
}

const sum = (texts: readonly string[]): number =>
  Number(texts.reduce((total, text) => total + microsOf(text), 0n))
