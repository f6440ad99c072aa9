import * as z from './zod.ts'
import { Alert, AlertSeverity } from './alert.ts'
import { BestUpgradesInput, CostDimensions, CostShare, VariantsInput } from './analysis.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_ITEMS, MOST_NAME, MOST_ROWS } from './bounds.ts'
import { Source } from './catalog.ts'
import { LayerWindow } from './credit-layers.ts'
import { AnewReference, Reference } from './reference.ts'
import { Job, JobToken } from './job-token.ts'
import { Invoice } from './invoice.ts'
import { LedgerAccount, LedgerEntry } from './ledger.ts'
import { LedgerFilter, LedgerGrouping } from './ledger-filter.ts'
import { DocumentId } from './library.ts'
import { LinkedOrApartInput } from './linked-or-apart.ts'
import { CostSpan } from './period-costs.ts'
import { FullSeatInput } from './full-seat.ts'
import { GrantResult } from './funds-result.ts'
import { RunResult, SeparateAccount, UsageRow } from './run-result.ts'
import { SeatReport } from './seat-report.ts'
import { WebhookEvent } from './webhook-event.ts'
import { EditedScenario } from './window-document.ts'
import { InvoiceByWorkspace } from './workspace-result.ts'
import { BillingView, ReportingView } from './workspace-views.ts'

/*
 * An open result stays where it was worked out. A summary of it crosses at once, and all else is asked for by window and
 * filter: whoever shows it holds what is in sight, and never a whole ledger.
 */

/** A result by the hash of its input: whoever opens the same input has the same result. */
export const ResultId = z
  .string()
  .regex(/^[\da-f]{64}$/, 'Expected the id of a result, as the opening told it.')

/** Of what may be a job: what its asker knows it by. */
export const asJob = { job: Job.optional() }

export const OpenInput = z.strictObject({
  ...asJob,
  /** Its usage events written out, or so many as the document has: however many are said, they are the document's. */
  scenario: EditedScenario,
  /** The document whose usage events are meant; null where they are written out, or there are none. */
  document: DocumentId.nullable(),
})

/** A workspace that went on by itself: what other calls know it by, and what it came to. */
export const SeparateSummary = SeparateAccount.pick({
  workspace: true,
  plan: true,
  billing: true,
  start: true,
  end: true,
  totals: true,
}).extend({
  /** The workspace; where it went on by itself more than once, after the first time with the day it did. */
  account: z.string(),
})

/** What a result comes to: there before anything else of it is. */
export const ResultSummary = RunResult.pick({
  engineVersion: true,
  inputHash: true,
  scenario: true,
  catalog: true,
  plan: true,
  billing: true,
  currency: true,
  start: true,
  end: true,
  totals: true,
  periods: true,
  refusals: true,
  assumptions: true,
  basis: true,
  wallet: true,
  workspaces: true,
  usedElsewhere: true,
}).extend({
  id: ResultId,
  catalogName: z.string(),
  planName: z.string(),
  separateAccounts: z.array(SeparateSummary),
})
export type ResultSummary = z.infer<typeof ResultSummary>

/**
 * Which account of which result; null is the main one, else one that the summary names. A job: whoever asks first of a
 * result may wait until it is billed in full.
 */
const ofAccount = { ...asJob, id: ResultId, account: textOf(MOST_NAME).nullable() }

/** The rows from `offset` on, counted from 0, and at most so many. */
const window = { offset: z.int().min(0), limit: z.int().min(0).max(MOST_ROWS) }

/** What is asked of an account row by row. */
export const WindowInput = z.strictObject({ ...ofAccount, ...window })

/** Which entries are meant: those of which all that is said holds. */
export const LedgerWindowInput = z.strictObject({
  ...ofAccount,
  ...window,
  filter: LedgerFilter.default({}),
  groupBy: LedgerGrouping.nullable().default(null),
})

/**
 * Entries that are alike in what they are grouped by, as many as `count`. By account, an entry is counted at each of its
 * two ends, and credits and money are what entered less what left, which sum to zero over all accounts where nothing else
 * is asked of the entries. By period and by reference they are what moved.
 */
export const LedgerGroup = z.strictObject({
  /** The account, the period's number or the reference. */
  key: z.string(),
  count: z.int(),
  credits: z.string(),
  money: z.string(),
})
export type LedgerGroup = z.infer<typeof LedgerGroup>

/** What entered and what left an account. */
export const LedgerTotal = z.strictObject({
  account: LedgerAccount,
  unit: LedgerEntry.shape.unit,
  in: z.string(),
  out: z.string(),
})
export type LedgerTotal = z.infer<typeof LedgerTotal>

export const LedgerWindow = z.strictObject({
  /** How many entries are as the filter says. */
  total: z.int(),
  /** In the order of time; `number` counts from 1 in the whole ledger, as explanations name an entry. */
  rows: z.array(LedgerEntry.extend({ number: z.int().min(1) })),
  /** Of all entries that are as the filter says, by account, in the order in which they first appear. */
  totals: z.array(LedgerTotal),
  /** What all of them moved, each entry once: as much as entered all accounts together, and as much as left them. */
  moved: z.strictObject({ credits: z.string(), money: z.string() }),
  /** The same, by what was asked for; the first of them where there are more than a window has rows. */
  groups: z.array(LedgerGroup),
  /** How many groups there are. */
  groupCount: z.int(),
})
export type LedgerWindow = z.infer<typeof LedgerWindow>

/** An invoice in a line. */
export const InvoiceHead = Invoice.pick({
  number: true,
  kind: true,
  date: true,
  dueDate: true,
  subtotal: true,
  discount: true,
  net: true,
  total: true,
  amountDue: true,
}).extend({
  /** How many lines it has. */
  lines: z.int(),
  /** All taxes together, so that net and tax are the total. */
  tax: z.string(),
})
export type InvoiceHead = z.infer<typeof InvoiceHead>

export const InvoiceWindow = z.strictObject({ total: z.int(), rows: z.array(InvoiceHead) })
export type InvoiceWindow = z.infer<typeof InvoiceWindow>

export const InvoiceInput = z.strictObject({ ...ofAccount, number: textOf(MOST_NAME) })

/** A whole invoice, what of it falls to each workspace, and where the rates of its lines are from. */
export const InvoiceDetail = z.strictObject({
  invoice: Invoice,
  /** Null where the account has no workspaces that share it. */
  byWorkspace: InvoiceByWorkspace.nullable(),
  /** By the key that its lines name them by, each once. */
  sources: z.array(Source.extend({ key: z.string() })),
})
export type InvoiceDetail = z.infer<typeof InvoiceDetail>

/** Which alerts are meant: those of which all that is said holds. */
const alertFilter = {
  severities: listOf(AlertSeverity, { most: MOST_ITEMS, what: 'severities' }).optional(),
  kinds: listOf(Alert.shape.kind, { most: MOST_ITEMS, what: 'kinds' }).optional(),
  /** The member, billing group or API key concerned; null: the whole account. */
  subject: textOf(MOST_NAME).nullable().optional(),
}

export const AlertFilter = z.strictObject(alertFilter)
export type AlertFilter = Readonly<z.infer<typeof AlertFilter>>

export const AlertWindowInput = z.strictObject({ ...ofAccount, ...window, ...alertFilter })

export const AlertWindow = z.strictObject({
  /** How many alerts are as the filter says. */
  total: z.int(),
  /** In the order of time; `number` counts from 1 among all alerts, as explanations name one. */
  rows: z.array(Alert.extend({ number: z.int().min(1) })),
  /** How many there would be of each severity, whichever severities were asked for; none that has no alert. */
  bySeverity: z.array(z.strictObject({ severity: AlertSeverity, count: z.int() })),
  /** How many there would be of each kind, whichever kinds were asked for; none that has no alert. */
  byKind: z.array(z.strictObject({ kind: Alert.shape.kind, count: z.int() })),
})
export type AlertWindow = z.infer<typeof AlertWindow>

/** The events of the alerts that `AlertWindow` has for the same input, in the same order. */
export const EventWindow = z.strictObject({ total: z.int(), rows: z.array(WebhookEvent) })

export const GrantWindow = z.strictObject({ total: z.int(), rows: z.array(GrantResult) })

export const UsageFilter = z.strictObject({
  /** By its number. */
  period: z.int().min(1).optional(),
  /** Null: usage that names no member. */
  member: Name.nullable().optional(),
})
export type UsageFilter = Readonly<z.infer<typeof UsageFilter>>

export const UsageWindowInput = z.strictObject({ ...ofAccount, ...window, ...UsageFilter.shape })

export const UsageWindow = z.strictObject({ total: z.int(), rows: z.array(UsageRow) })

/** Credits on hand by layer, in a part of the run; see `CreditLayers`. */
export const LayersInput = z.strictObject({ ...ofAccount, ...LayerWindow.shape })

export const CostsInput = z.strictObject({ ...ofAccount, by: CostSpan })

export const SeatsInput = z.strictObject({ ...asJob, id: ResultId, ...window })

/** Who held which seats of the main account; of its members those of the window, whoever lost most first. */
export const SeatWindow = SeatReport.extend({ total: z.int() })
export type SeatWindow = z.infer<typeof SeatWindow>

export const FullSeatsInput = z.strictObject({
  ...asJob,
  id: ResultId,
  ...FullSeatInput.omit({ scenario: true }).shape,
})

export const ApartInput = z.strictObject({
  ...asJob,
  id: ResultId,
  ...LinkedOrApartInput.omit({ scenario: true }).shape,
})

/** What is asked of the scenario of a result, with its usage events, and needs nothing besides. */
export const OfResultInput = z.strictObject({ ...asJob, id: ResultId })

export const ResultVariantsInput = z.strictObject({
  ...asJob,
  /** Or, of one that is being opened, the token of the job that opens it: whoever edits need not wait for that to ask. */
  id: z.union([ResultId, JobToken]),
  ...VariantsInput.omit({ scenario: true }).shape,
})

export const ResultUpgradesInput = z.strictObject({
  ...asJob,
  id: ResultId,
  ...BestUpgradesInput.omit({ scenario: true }).shape,
})

export const ExplainInput = z.strictObject({ ...ofAccount, reference: Reference })

export const ExplainAnewInput = z.strictObject({ ...ofAccount, reference: AnewReference })

export const AttributionInput = z.strictObject({ ...ofAccount, dimensions: CostDimensions })

/** Who and what caused the costs: every share, and what all shares together come to, which is what was invoiced. */
export const AttributedCosts = z.strictObject({
  shares: z.array(CostShare),
  total: CostShare.omit({ values: true }),
})
export type AttributedCosts = z.infer<typeof AttributedCosts>

export const WorkspaceViewInput = z.strictObject({ ...ofAccount, workspace: Name })

/** What a workspace sees of the account that it shares, with what is left of the credits at each period's end. */
export const WorkspaceView = z.discriminatedUnion('kind', [
  BillingView.extend({ kind: z.literal('billing') }),
  ReportingView.extend({ kind: z.literal('reporting') }),
])
export type WorkspaceView = z.infer<typeof WorkspaceView>
