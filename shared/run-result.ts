import * as z from './zod.ts'
import { Alert } from './alert.ts'
import { Basis } from './catalog.ts'
import { CreditsText, DateText, InstantText, MoneyText } from './decimal.ts'
import { Invoice } from './invoice.ts'
import { LedgerEntry } from './ledger.ts'
import { Problem } from './problem.ts'
import { Billing } from './account.ts'
import { GrantResult, WalletResult } from './funds-result.ts'
import { InvoiceByWorkspace, UsedElsewhere, WorkspaceResult } from './workspace-result.ts'

/**
 * Why usage was not served; see the engine's gate for what each means. Who may use nothing (no feature, no seat,
 * locked) is told so before all else. Of several limits, and of a limit and the pool, the one that allows least is
 * named; where they allow the same, the first of ceiling, group, key and pool. Modelled usage is divisible: it is served
 * as far as the tightest of them allows, and the rest is put down to that one. A request is served whole or not at all:
 * where the pool, or the prepaid balance, is not empty but holds less than one needs, `notEnoughLeft` is named.
 */
export const BlockCause = z.enum([
  'poolEmpty',
  'notEnoughLeft',
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
  /** The run ends before the period does: it is told up to there, and what its end brings has not happened. */
  isCut: z.boolean(),
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
    /**
     * Before discounts, as overage is. Where invoices round their sum, the cents of it are shown on their lines: what is
     * given back whole in a later invoice than it was paid in can then read a cent more than was paid, and this −0.01.
     */
    subscription: z.string(),
    overage: MoneyText,
    /** Credit packs bought. */
    packs: MoneyText,
    /** Money put into the prepaid balance; what it serves is overage in credits and costs nothing more. */
    topUps: MoneyText,
    /**
     * Told where discounts, a commitment or taxes are agreed: net = subscription + overage + packs + top-ups + true-ups − discount −
     * inclusive tax, and total = net + tax. `taxAdded` is the tax that is not inclusive.
     */
    discount: z.string().optional(),
    trueUp: z.string().optional(),
    tax: z.string().optional(),
    taxAdded: z.string().optional(),
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
  /**
   * How far the result can be trusted, price and usage told apart: each is the weakest basis of what it rests on. The
   * price: the plans in force, every rate that was used and every line of money. The usage: events happened and are
   * measured, modelled usage is assumed.
   */
  basis: z.strictObject({ price: Basis, usage: Basis }),
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
  /** What was asked for in the run and is on no bill of it: usage of workspaces before they were linked. */
  usedElsewhere: z.array(UsedElsewhere),
})
export type RunResult = z.infer<typeof RunResult>
