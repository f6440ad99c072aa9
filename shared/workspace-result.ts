import { z } from 'zod'
import { CreditsText } from './decimal.ts'
import { Workspace } from './workspace.ts'

/** Time `[from, to)` in which a workspace was linked; `to` is null where it still is when the run ends. */
export const LinkedTime = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().nullable() })
export type LinkedTime = z.infer<typeof LinkedTime>

/** A workspace of the run, when it was linked, and what became of it when it was not any more. */
export const WorkspaceResult = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: Workspace.shape.kind,
  environment: z.string(),
  linked: z.array(LinkedTime),
  afterwards: z.enum(['newSubscription', 'removed']).nullable(),
})
export type WorkspaceResult = z.infer<typeof WorkspaceResult>

/** What a workspace used of the shared pool and beyond it. Usage = pool + grace + overage + blocked. */
export const WorkspaceUsage = z.strictObject({
  workspace: z.string(),
  requests: z.int(),
  usage: CreditsText,
  poolCredits: CreditsText,
  graceCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
})
export type WorkspaceUsage = z.infer<typeof WorkspaceUsage>

/** One invoice by workspace: usage since the invoice before, and money that sums to the invoice's total. */
export const InvoiceByWorkspace = z.strictObject({
  /** The invoice's number. */
  invoice: z.string(),
  workspaces: z.array(WorkspaceUsage.extend({ amount: z.string() })),
})
export type InvoiceByWorkspace = z.infer<typeof InvoiceByWorkspace>
