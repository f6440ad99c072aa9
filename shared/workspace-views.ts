import * as z from './zod.ts'
import { CreditsText, DateText } from './decimal.ts'
import { Invoice } from './invoice.ts'
import { UsageRow } from './run-result.ts'
import { InvoiceByWorkspace, WorkspaceResult, WorkspaceUsage } from './workspace-result.ts'

/** Credits of the whole pool, of all linked workspaces together, at the end of a period. */
export const CreditsLeft = z.strictObject({ period: z.int(), end: DateText, credits: CreditsText })
export type CreditsLeft = z.infer<typeof CreditsLeft>

/** What a workspace used in a whole run, and what of all invoices falls to it; negative where it is given back more. */
export const WorkspaceShareOfRun = WorkspaceUsage.extend({ amount: z.string() })
export type WorkspaceShareOfRun = z.infer<typeof WorkspaceShareOfRun>

/** What the billing workspace sees: totals of every workspace, its own detail only, and the invoices. */
export const BillingView = z.strictObject({
  workspace: WorkspaceResult,
  workspaces: z.array(WorkspaceResult),
  /** Usage of each workspace in each period. */
  totals: z.array(WorkspaceUsage.extend({ period: z.int() })),
  /** Each workspace over the whole run, in the order of `workspaces`. */
  shares: z.array(WorkspaceShareOfRun),
  /** All of them together: what was used, and what was invoiced. */
  whole: WorkspaceShareOfRun.omit({ workspace: true }),
  usage: z.array(UsageRow),
  invoices: z.array(Invoice),
  byWorkspace: z.array(InvoiceByWorkspace),
  creditsLeft: z.array(CreditsLeft),
})
export type BillingView = z.infer<typeof BillingView>

/** What a reporting workspace sees: its own usage in detail, and what is left of the pool it shares. */
export const ReportingView = z.strictObject({
  workspace: WorkspaceResult,
  totals: z.array(WorkspaceUsage.extend({ period: z.int() })),
  usage: z.array(UsageRow),
  /** Of the periods at whose end it was linked. */
  creditsLeft: z.array(CreditsLeft),
})
export type ReportingView = z.infer<typeof ReportingView>
