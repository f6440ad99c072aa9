import * as z from './zod.ts'
import { CreditsText, DateText, InstantText } from './decimal.ts'
import { LineKind } from './invoice.ts'
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

/** Usage that is on no bill of the run: whose, when (its first and last), how much at the rates of the plan, and why. */
export const UsedElsewhere = z.strictObject({
  workspace: z.string(),
  from: InstantText,
  to: InstantText,
  requests: z.int(),
  credits: CreditsText,
  why: z.string(),
})
export type UsedElsewhere = z.infer<typeof UsedElsewhere>

const WorkspaceShare = z.strictObject({ workspace: z.string(), amount: z.string() })

/**
 * One line of an invoice by workspace. Overage falls to the workspaces whose overage it charges, all else by the credits
 * each used in the time the line pays for; what nobody used falls to the billing workspace.
 */
export const LineByWorkspace = z.strictObject({
  /** Its number on the invoice. */
  line: z.int().min(1),
  kind: LineKind,
  /** The time it pays for, or that it was used in: shorter than the line says where a term ended early. */
  from: DateText,
  /** Null where it pays for no time that ends. */
  to: DateText.nullable(),
  /** Whether that time is over when the run ends; until then the shares follow the usage so far, and may change. */
  isSettled: z.boolean(),
  workspaces: z.array(WorkspaceShare),
})
export type LineByWorkspace = z.infer<typeof LineByWorkspace>

/**
 * One invoice by workspace. Usage is of one time and fees are for another: each says which. Shares of the lines sum to
 * those of the invoice, and these to its total.
 */
export const InvoiceByWorkspace = z.strictObject({
  /** The invoice's number. */
  invoice: z.string(),
  /** What was used since the invoice before, or since the run began. */
  usage: z.strictObject({ from: InstantText, to: InstantText, workspaces: z.array(WorkspaceUsage) }),
  lines: z.array(LineByWorkspace),
  workspaces: z.array(WorkspaceShare),
})
export type InvoiceByWorkspace = z.infer<typeof InvoiceByWorkspace>
