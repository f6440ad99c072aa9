import type { Invoice } from '#shared/invoice.ts'
import type { InvoiceByWorkspace, WorkspaceUsage } from '#shared/workspace-result.ts'
import type { Instant } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { type Bill, type BilledLine, lineTotal } from '../invoice/bill.ts'
import type { ChargeLine } from '../simulate/recorder.ts'
import { isForUsage, type SharedLine, type UsageSlice, type WorkspaceSum } from './workspace-writer.ts'

/** What a breakdown rests on. */
export interface BreakdownInput {
  readonly slices: readonly UsageSlice[]
  readonly lines: readonly SharedLine[]
  /** What the invoices were written from, in the same order. */
  readonly bills: readonly Bill[]
  readonly invoices: readonly Invoice[]
  /** Every workspace, the billing one first. */
  readonly workspaces: readonly string[]
  readonly minor: Money
}

/**
 * Every invoice by workspace: what each used since the invoice before, and its part of the money. Overage is shared
 * by the overage of each workspace that the line charges; everything else by the credits each used in the time the
 * line pays for; what nobody used falls to the billing workspace. Sources: seed 000 (one invoice, general usage of
 * each reporting workspace), DESIGN §4 Cost attribution.
 */
export function workspaceBreakdown(input: BreakdownInput): InvoiceByWorkspace[] {
  let before: Instant = -Infinity
  return input.invoices.map((invoice, index) => {
    const bill = input.bills[index]
    const at = bill?.at ?? before
    const used = sumOf(input.slices.filter((slice) => slice.to > before && slice.to <= at))
    before = at
    const money = new Map(input.workspaces.map((workspace) => [workspace, 0]))
    for (const line of bill?.lines ?? []) share(line, at, input, money)
    const workspaces = input.workspaces.map((workspace) => ({
      ...usageText(workspace, used.get(workspace)),
      amount: moneyText(money.get(workspace) ?? 0),
    }))
    return { invoice: invoice.number, workspaces }
  })
}

/** Adds a line's money to the workspaces it is shared by; the parts sum to the line. */
function share(billed: BilledLine, at: Instant, input: BreakdownInput, money: Map<string, Money>) {
  const { workspaces, minor } = input
  const amount = lineTotal(billed)
  const weights = workspaces.map(weightsOf(billed.charge, at, input))
  const used = weights.some((weight) => weight > 0)
    ? weights
    : workspaces.map((_, index) => (index === 0 ? 1 : 0))
  const size = Math.abs(amount)
  const parts = allocate(size, used, size % minor === 0 ? minor : 1)
  for (const [index, workspace] of workspaces.entries()) {
    money.set(workspace, (money.get(workspace) ?? 0) + Math.sign(amount) * (parts[index] ?? 0))
  }
}

function weightsOf(line: ChargeLine, at: Instant, { lines, slices }: BreakdownInput) {
  const shared = isForUsage(line) ? lines.find((due) => due.at === at && isForUsage(due.line)) : undefined
  if (shared !== undefined) return (workspace: string): Credits => shared.overage.get(workspace) ?? 0
  const sums = sumOf(slices.filter(({ from, to }) => from >= line.from && to <= line.to))
  return (workspace: string): Credits => servedOf(sums.get(workspace))
}

const servedOf = (sum: WorkspaceSum | undefined): Credits =>
  sum === undefined ? 0 : sum.pooled + sum.grace + sum.overage

/** Usage of several slices by workspace. */
export function sumOf(slices: readonly UsageSlice[]): ReadonlyMap<string, WorkspaceSum> {
  const sums = new Map<string, WorkspaceSum>()
  for (const slice of slices) {
    for (const [workspace, { requests, wanted, pooled, grace, overage }] of slice.sums) {
      const sum = sums.get(workspace) ?? { requests: 0, wanted: 0, pooled: 0, grace: 0, overage: 0 }
      sums.set(workspace, {
        requests: sum.requests + requests,
        wanted: sum.wanted + wanted,
        pooled: sum.pooled + pooled,
        grace: sum.grace + grace,
        overage: sum.overage + overage,
      })
    }
  }
  return sums
}

function usageText(workspace: string, sum: WorkspaceSum | undefined): WorkspaceUsage {
  const { requests, wanted, pooled, grace, overage } = sum ?? NOTHING
  return {
    workspace,
    requests,
    usage: creditsText(wanted),
    poolCredits: creditsText(pooled),
    graceCredits: creditsText(grace),
    overageCredits: creditsText(overage),
    blockedCredits: creditsText(wanted - pooled - grace - overage),
  }
}

const NOTHING: WorkspaceSum = { requests: 0, wanted: 0, pooled: 0, grace: 0, overage: 0 }
