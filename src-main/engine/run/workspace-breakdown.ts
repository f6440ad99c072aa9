import type { Invoice } from '#shared/invoice.ts'
import type { InvoiceByWorkspace, WorkspaceUsage } from '#shared/workspace-result.ts'
import type { Instant } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { lineTotal } from '../record/bill.ts'
import type { BorneLine, CostRecord, UsageSlice } from './cost-record.ts'
import type { Bearers } from './outstanding-overage.ts'
import { NOTHING_USED, plusUsed, servedOf, type UsedSum } from './used-row.ts'

/** What a breakdown rests on. */
export interface BreakdownInput {
  readonly costs: CostRecord
  /** As the bills of the record, in the same order. */
  readonly invoices: readonly Invoice[]
  /** Every workspace, the billing one first. */
  readonly workspaces: readonly string[]
  readonly minor: Money
}

/**
 * Every invoice by workspace: what each used since the invoice before, and its part of the money, to the cent. Overage
 * is borne by the workspaces whose overage the line charges; everything else by the credits each used in the time the
 * line pays for; what nobody used falls to the billing workspace. Sources: seed 000 (one invoice, general usage of
 * each reporting workspace), DESIGN §4 Cost attribution.
 */
export function workspaceBreakdown({
  costs,
  invoices,
  workspaces,
  minor,
}: BreakdownInput): InvoiceByWorkspace[] {
  let before: Instant = -Infinity
  return invoices.map((invoice, index) => {
    const bill = costs.bills[index]
    const at = bill?.at ?? before
    const used = usedIn(costs.slices.filter(({ to }) => to > before && to <= at))
    before = at
    const money = workspaces.map(() => 0)
    for (const borne of bill === undefined ? [] : costs.borne(bill)) {
      for (const [place, part] of partsOf(borne, workspaces, minor).entries())
        money[place] = (money[place] ?? 0) + part
    }
    return {
      invoice: invoice.number,
      workspaces: workspaces.map((workspace, place) => ({
        ...usageText(workspace, used.get(workspace) ?? NOTHING_USED),
        amount: moneyText(money[place] ?? 0),
      })),
    }
  })
}

/** A line's money by workspace; the parts sum to the line. */
function partsOf(
  { line, bearers }: BorneLine,
  workspaces: readonly string[],
  minor: Money,
): readonly Money[] {
  const amount = lineTotal(line)
  const credits = creditsOf(bearers)
  const weights = workspaces.map((workspace) => credits.get(workspace) ?? 0)
  const isUsed = weights.some((weight) => weight > 0)
  const size = Math.abs(amount)
  const parts = allocate(
    size,
    isUsed ? weights : workspaces.map((_, place) => (place === 0 ? 1 : 0)),
    size % minor === 0 ? minor : 1,
  )
  return parts.map((part) => Math.sign(amount) * part)
}

function creditsOf(bearers: Bearers): ReadonlyMap<string | null, Credits> {
  const credits = new Map<string | null, Credits>()
  for (const [{ attribution }, part] of bearers)
    credits.set(attribution.workspace, (credits.get(attribution.workspace) ?? 0) + part)
  return credits
}

function usedIn(slices: readonly UsageSlice[]): ReadonlyMap<string | null, UsedSum> {
  const sums = new Map<string | null, UsedSum>()
  for (const { attribution, sum } of slices.flatMap(({ rows }) => rows)) {
    const known = sums.get(attribution.workspace)
    sums.set(attribution.workspace, known === undefined ? sum : plusUsed(known, sum))
  }
  return sums
}

const usageText = (workspace: string, sum: UsedSum): WorkspaceUsage => ({
  workspace,
  requests: sum.requests,
  usage: creditsText(servedOf(sum) + sum.blocked),
  poolCredits: creditsText(sum.pooled),
  graceCredits: creditsText(sum.grace),
  overageCredits: creditsText(sum.overage),
  blockedCredits: creditsText(sum.blocked),
})
