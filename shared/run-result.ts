import { z } from 'zod'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { Problem } from './problem.ts'
import { Billing } from './account.ts'

/** A UTC instant, as in `2026-01-31T00:00:00.000Z`. */
export const InstantText = z.iso.datetime()

/** One priced stretch of a charge: how a line's amount came about. */
export const Working = z.strictObject({
  quantity: CreditsText,
  rate: z.string(),
  /** Negative for what is free, and for what a maximum takes off. */
  amount: z.string(),
})
export type Working = z.infer<typeof Working>

export const InvoiceLine = z.strictObject({
  kind: z.enum(['subscription', 'offer', 'seats', 'proration', 'overage', 'prepaidUsage']),
  description: z.string(),
  periodStart: DateText,
  periodEnd: DateText,
  quantity: CreditsText.nullable(),
  /** Negative for reductions. */
  amount: z.string(),
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
  currency: z.string(),
  lines: z.array(InvoiceLine),
  /** Sum of the lines; negative on a credit note. */
  total: z.string(),
  /** What earlier credit notes pay of it. */
  creditApplied: MoneyText,
  amountDue: MoneyText,
})
export type Invoice = z.infer<typeof Invoice>

/** One movement between two accounts of the ledger: what leaves `from` enters `to`, so each unit sums to zero. */
export const LedgerEntry = z.strictObject({
  at: InstantText,
  unit: z.enum(['credits', 'money']),
  from: z.string(),
  to: z.string(),
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
    'notInPlan',
    'rolledOver',
    'expired',
    'forfeited',
  ]),
  at: InstantText,
  /** The threshold, or the credits concerned. */
  credits: CreditsText,
  message: z.string(),
})
export type Alert = z.infer<typeof Alert>

/** Why usage was not served; see the engine's gate for what each means. */
export const BlockCause = z.enum([
  'poolEmpty',
  'spendLimit',
  'ceiling',
  'groupLimit',
  'keyLimit',
  'locked',
  'noSeat',
  'noFeature',
])
export type BlockCause = z.infer<typeof BlockCause>

/** Credits of one period: opening + granted = used from the pool + expired + forfeited + closing. */
export const PeriodResult = z.strictObject({
  index: z.int(),
  start: DateText,
  end: DateText,
  openingCredits: CreditsText,
  grantedCredits: CreditsText,
  usage: CreditsText,
  poolCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  blockedBecause: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  closingCredits: CreditsText,
})
export type PeriodResult = z.infer<typeof PeriodResult>

/** Usage of one period by who and what; rows of a period sum to the period. */
export const UsageRow = z.strictObject({
  period: z.int(),
  member: z.string().nullable(),
  apiKey: z.string().nullable(),
  company: z.string().nullable(),
  product: z.string().nullable(),
  model: z.string().nullable(),
  /** Usage events; modelled usage has no requests to count. */
  requests: z.int(),
  poolCredits: CreditsText,
  overageCredits: CreditsText,
  blocked: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
})
export type UsageRow = z.infer<typeof UsageRow>

export const RunResult = z.strictObject({
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
    total: MoneyText,
    subscription: MoneyText,
    overage: MoneyText,
    usage: CreditsText,
    grantedCredits: CreditsText,
    poolCredits: CreditsText,
    overageCredits: CreditsText,
    blockedCredits: CreditsText,
    expiredCredits: CreditsText,
    forfeitedCredits: CreditsText,
    remainingCredits: CreditsText,
  }),
  periods: z.array(PeriodResult),
  invoices: z.array(Invoice),
  ledger: z.array(LedgerEntry),
  usage: z.array(UsageRow),
  alerts: z.array(Alert),
  /** Changes that could not be made when their time came, and what would make them possible. */
  refusals: z.array(Problem),
  /** Figures this result rests on that no source backs. */
  assumptions: z.array(z.string()),
})
export type RunResult = z.infer<typeof RunResult>
