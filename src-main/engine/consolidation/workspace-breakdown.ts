import type { Invoice } from '#shared/invoice.ts'
import type { InvoiceByWorkspace, WorkspaceUsage } from '#shared/workspace-result.ts'
import { dateText, type Instant, instantText } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { lineTotal } from '../record/bill.ts'
import type { BorneLine, CostRecord } from '../report/cost-record.ts'
import type { Bearers } from '../report/outstanding-overage.ts'
import { NOTHING_USED, plusUsed, servedOf, type UsedSum } from '../report/used-row.ts'
import type { UsageSlice } from '../report/used-rows.ts'

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
 * Every invoice by workspace, to the cent: what each used since the invoice before, and its part of every line, with the
 * time the line pays for. Sources: seed 000 (one invoice, general usage of each reporting workspace), DESIGN §4 Cost
 * attribution.
 */
export function workspaceBreakdown({
  costs,
  invoices,
  workspaces,
  minor,
}: BreakdownInput): InvoiceByWorkspace[] {
  let before: Instant = -Infinity
  const slices = costs.slices.toSorted((a, b) => a.to - b.to)
  let next = 0
  return invoices.map((invoice, index) => {
    const bill = costs.bills[index]
    const at = bill?.at ?? before
    const from = before
    const first = next
    while ((slices[next]?.to ?? Infinity) <= at) next += 1
    const used = usedIn(slices.slice(first, next))
    before = at
    const borne = bill === undefined ? [] : costs.borne(bill)
    const parts = borne.map((line) => partsOf(line, workspaces, costs.billing, minor))
    const totals = workspaces.map((_, place) => parts.reduce((sum, of) => sum + (of[place] ?? 0), 0))
    const sharesOf = (amounts: readonly Money[]) =>
      workspaces.map((workspace, place) => ({ workspace, amount: moneyText(amounts[place] ?? 0) }))
    return {
      invoice: invoice.number,
      usage: {
        from: instantText(Math.max(from, costs.start)),
        to: instantText(at),
        workspaces: workspaces.map((workspace) => usageText(workspace, used.get(workspace) ?? NOTHING_USED)),
      },
      lines: borne.map(({ line, span, isSettled }, place) => ({
        line: place + 1,
        kind: line.charge.kind,
        from: dateText(span.start),
        to: span.end === Infinity ? null : dateText(span.end),
        isSettled,
        workspaces: sharesOf(parts[place] ?? []),
      })),
      workspaces: sharesOf(totals),
    }
  })
}

/** A line's money by workspace; the parts sum to the line. */
function partsOf(
  { line, bearers }: BorneLine,
  workspaces: readonly string[],
  billing: string | null,
  minor: Money,
): readonly Money[] {
  const amount = lineTotal(line)
  const credits = creditsOf(bearers)
  const weights = workspaces.map((workspace) =>
    bearers.length > 0 ? (credits.get(workspace) ?? 0) : Number(workspace === billing),
  )
  const size = Math.abs(amount)
  return allocate(size, weights, size % minor === 0 ? minor : 1).map((part) => Math.sign(amount) * part)
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
