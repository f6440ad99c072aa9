import { z } from 'zod'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { Problem } from './problem.ts'
import { Billing } from './account.ts'
import { GrantResult, WalletResult } from './funds-result.ts'
import { InvoiceByWorkspace, WorkspaceResult } from './workspace-result.ts'

/** A UTC instant, as in `2026-01-31T00:00:00.000Z`. */
export const InstantText = z.iso.datetime()

/** One priced stretch of a charge: how a line's amount came about. */
export const Working = z.strictObject({
  /** Negative for what an earlier invoice has taken. */
  quantity: z.string(),
  rate: z.string(),
  /** Negative for what is free, and for what a maximum takes off. */
  amount: z.string(),
})
export type Working = z.infer<typeof Working>

/** What a line of money is for. */
export const LineKind = z.enum([
  'subscription',
  'offer',
  'seats',
  'proration',
  'overage',
  'prepaidUsage',
  'pack',
  'topUp',
  'trueUp',
  'cap',
])
export type LineKind = z.infer<typeof LineKind>

/** A discount or tax by its name, and what it comes to. */
export const NamedAmount = z.strictObject({ name: z.string(), amount: z.string() })
export type NamedAmount = z.infer<typeof NamedAmount>

/** A tax as it is due on an invoice. */
export const InvoiceTax = z.strictObject({
  name: z.string(),
  percent: z.string(),
  /** Contained in the lines, or added to them. */
  inclusive: z.boolean(),
  /** What it is due on, without tax. */
  base: z.string(),
  amount: z.string(),
})
export type InvoiceTax = z.infer<typeof InvoiceTax>

export const InvoiceLine = z.strictObject({
  kind: LineKind,
  description: z.string(),
  periodStart: DateText,
  periodEnd: DateText,
  quantity: CreditsText.nullable(),
  /** Before discounts; negative for reductions. */
  amount: z.string(),
  /** What is taken off it; negative where a credit gives back less because the discount was taken before. */
  discounts: z.array(NamedAmount),
  /** Its part of each tax. */
  taxes: z.array(NamedAmount),
  working: z.array(Working),
  /** Key of the rate's source in the catalogue. */
  source: z.string(),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const Invoice = z.strictObject({
  number: z.string(),
  /** A credit note gives money back; it pays the invoices that follow. */
  kind: z.enum(['invoice', 'creditNote']),
  date: DateText,
  dueDate: DateText,
  currency: z.string(),
  lines: z.array(InvoiceLine),
  /** Sum of the lines. */
  subtotal: z.string(),
  /** Taken off the lines in all. */
  discount: z.string(),
  /** Without tax. */
  net: z.string(),
  taxes: z.array(InvoiceTax),
  /** Net and tax; negative on a credit note. */
  total: z.string(),
  /** What earlier credit notes pay of it. */
  creditApplied: MoneyText,
  amountDue: MoneyText,
})
export type Invoice = z.infer<typeof Invoice>

/** The accounts of the ledger, by unit. What each is for is told by the engine's rules of explanation. */
export const LedgerAccount = z.enum([
  'credits.issued',
  'credits.pool',
  'credits.used',
  'credits.expired',
  'credits.forfeited',
  'credits.overage',
  'credits.grace',
  'credits.deficit',
  'credits.forgiven',
  'money.customer',
  'money.subscription',
  'money.seats',
  'money.overage',
  'money.packs',
  'money.prepaid',
  'money.broughtForward',
  'money.expired',
  'money.commitment',
  'money.discounts',
  'money.tax',
  'money.credits',
])
export type LedgerAccount = z.infer<typeof LedgerAccount>

/** One movement between two accounts of the ledger: what leaves `from` enters `to`, so each unit sums to zero. */
export const LedgerEntry = z.strictObject({
  at: InstantText,
  unit: z.enum(['credits', 'money']),
  from: LedgerAccount,
  to: LedgerAccount,
  amount: z.string(),
  /** The grant or invoice line it belongs to. */
  reference: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const Alert = z.strictObject({
  kind: z.enum([
    'lowBalance',
    'depleted',
    'overageCharged',
    'spendLimitReached',
    'blocked',
    'ceilingReached',
    'limitReached',
    'memberLocked',
    'noSeat',
    'workspaceRemoved',
    'notInPlan',
    'rolledOver',
    'expired',
    'forfeited',
    'thresholdReached',
    'graceUsed',
    'deficit',
    'deficitRepaid',
    'deficitCarried',
    'overageForgiven',
    'requestTooLarge',
    'packExpired',
    'toppedUp',
    'walletEmpty',
    'balanceExpired',
  ]),
  at: InstantText,
  /**
   * The threshold, or the credits concerned: of what is told once a period (a block, grace, a deficit), all that the
   * period came to. Of a ceiling or a limit: the limit itself when it is reached, or, where what was left of it was
   * too little for whole requests, the credits it kept back.
   */
  credits: CreditsText,
  /** The member, billing group or API key concerned; null where it is the whole account. */
  subject: z.string().nullable(),
  message: z.string(),
})
export type Alert = z.infer<typeof Alert>

/**
 * Why usage was not served; see the engine's gate for what each means. Who may use nothing (no feature, no seat,
 * locked) is told so before all else. Of several limits, and of a limit and the pool, the one that allows least is
 * named; where they allow the same, the first of ceiling, group, key and pool. Modelled usage is divisible: it is served
 * as far as the tightest of them allows, and the rest is put down to that one.
 */
export const BlockCause = z.enum([
  'poolEmpty',
  'spendLimit',
  'ceiling',
  'groupLimit',
  'keyLimit',
  'locked',
  'noSeat',
  'noFeature',
  'workspaceLimit',
  'workspaceRemoved',
  'requestTooLarge',
  'walletEmpty',
])
export type BlockCause = z.infer<typeof BlockCause>

/** A plan, and the instant from which it was in force. */
export const PlanInForce = z.strictObject({ plan: z.string(), from: InstantText })
export type PlanInForce = z.infer<typeof PlanInForce>

/**
 * Credits of one period. Of grants: opening + granted = used from the pool + repaid + expired + forfeited + closing.
 * Of usage: usage = from the pool + grace + overage + blocked. Overage is all that was served beyond the credits on
 * hand and is not free; where it is owed in credits first, what it came to is: deficit at the start + overage =
 * charged + repaid + forgiven + deficit at the end.
 */
export const PeriodResult = z.strictObject({
  index: z.int(),
  start: DateText,
  end: DateText,
  /** In the order they were in force; several where a change of plan kept the cycle. */
  plans: z.array(PlanInForce).min(1),
  openingCredits: CreditsText,
  grantedCredits: CreditsText,
  usage: CreditsText,
  poolCredits: CreditsText,
  /** Served free by the plan's grace buffer. */
  graceCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  blockedBecause: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  /** Of the credits granted, what repaid a deficit. */
  repaidCredits: CreditsText,
  /** Of the overage, what the period's end neither charged nor kept as owed. */
  forgivenCredits: CreditsText,
  closingCredits: CreditsText,
  /** Owed at the period's end: served beyond all grants, and neither charged, repaid nor forgiven. */
  deficitCredits: CreditsText,
})
export type PeriodResult = z.infer<typeof PeriodResult>

/** Usage of one period by who and what; rows of a period sum to the period. */
export const UsageRow = z.strictObject({
  period: z.int(),
  /** Null where the scenario names no workspaces. */
  workspace: z.string().nullable(),
  member: z.string().nullable(),
  apiKey: z.string().nullable(),
  company: z.string().nullable(),
  product: z.string().nullable(),
  model: z.string().nullable(),
  /** Usage events; modelled usage has no requests to count. */
  requests: z.int(),
  /** Of the requests, those that were not served; also such as would have cost nothing. */
  blockedRequests: z.int(),
  poolCredits: CreditsText,
  graceCredits: CreditsText,
  overageCredits: CreditsText,
  blocked: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
})
export type UsageRow = z.infer<typeof UsageRow>

const AccountResult = z.strictObject({
  engineVersion: z.string(),
  /** SHA-256 of the scenario with its catalogue, keys sorted. */
  inputHash: z.string(),
  scenario: z.string(),
  catalog: z.string(),
  plan: z.string(),
  billing: Billing,
  currency: z.string(),
  start: DateText,
  end: DateText,
  totals: z.strictObject({
    /** As invoiced. */
    total: MoneyText,
    /** Before discounts, as overage is. */
    subscription: MoneyText,
    overage: MoneyText,
    /** Credit packs bought. */
    packs: MoneyText,
    /** Money put into the prepaid balance; what it serves is overage in credits and costs nothing more. */
    topUps: MoneyText,
    /**
     * Told where discounts, a commitment or taxes are agreed: net = subscription + overage + packs + top-ups + true-ups − discount −
     * inclusive tax, and total = net + tax.
     */
    discount: z.string().optional(),
    trueUp: z.string().optional(),
    tax: z.string().optional(),
    net: z.string().optional(),
    usage: CreditsText,
    grantedCredits: CreditsText,
    poolCredits: CreditsText,
    graceCredits: CreditsText,
    overageCredits: CreditsText,
    blockedCredits: CreditsText,
    expiredCredits: CreditsText,
    forfeitedCredits: CreditsText,
    repaidCredits: CreditsText,
    forgivenCredits: CreditsText,
    remainingCredits: CreditsText,
    /** Owed when the run ends. */
    deficitCredits: CreditsText,
  }),
  periods: z.array(PeriodResult),
  invoices: z.array(Invoice),
  ledger: z.array(LedgerEntry),
  usage: z.array(UsageRow),
  alerts: z.array(Alert),
  /** Every grant of credits, in the order they were made. */
  grants: z.array(GrantResult),
  /** The prepaid balance; null where prepaid usage is funded as it is used. */
  wallet: WalletResult.nullable(),
  /** Changes that could not be made when their time came, and what would make them possible. */
  refusals: z.array(Problem),
  /** How usage was read where that could be done otherwise, and figures this result rests on that no source backs. */
  assumptions: z.array(z.string()),
})

/** The bill of one account. */
export type BilledAccount = Pick<
  z.infer<typeof AccountResult>,
  'totals' | 'periods' | 'invoices' | 'ledger' | 'usage' | 'alerts' | 'grants' | 'wallet' | 'refusals'
>

/** A workspace that was unlinked and went on with a subscription of its own, until it was linked again if ever. */
export const SeparateAccount = AccountResult.omit({
  engineVersion: true,
  inputHash: true,
  scenario: true,
  catalog: true,
}).extend({ workspace: z.string() })
export type SeparateAccount = z.infer<typeof SeparateAccount>

export const RunResult = AccountResult.extend({
  /** Workspaces billed together, and when; empty where the scenario names none. */
  workspaces: z.array(WorkspaceResult),
  /** What of each invoice falls to each workspace; empty where the scenario names none. */
  byWorkspace: z.array(InvoiceByWorkspace),
  separateAccounts: z.array(SeparateAccount),
})
export type RunResult = z.infer<typeof RunResult>
