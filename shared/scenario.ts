import * as z from './zod.ts'
import { AccountChange, ApiKey, Billing, BillingGroup, Member } from './account.ts'
import { listOf, Name, textOf } from './bounded.ts'
import {
  MOST_ENTRIES,
  MOST_EVENTS,
  MOST_EXPECTED,
  MOST_ITEMS,
  MOST_MONTHS,
  MOST_NAME,
  MOST_PEOPLE,
  MOST_PLANS,
} from './bounds.ts'
import { Catalog, FreeMonthCount } from './catalog.ts'
import { SomePolicies } from './policies.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { CustomGrant } from './grants.ts'
import { keyed, keyedJson } from './keyed.ts'
import { InvoiceTerms } from './invoicing.ts'
import { Prepaid } from './prepaid.ts'
import { ModelledUsage, UsageEvent } from './usage.ts'
import { Workspace } from './workspace.ts'

export const Months = z.int().min(1).max(MOST_MONTHS)

/** A preset by its id, or a whole catalogue written out. */
export const CatalogRef = z.union([Name, Catalog], {
  error: 'Expected the id of a catalogue, or a whole catalogue.',
})
export type CatalogRef = z.infer<typeof CatalogRef>

/** Terms agreed for a custom plan, replacing those of the catalogue. */
export const CustomTerms = z.strictObject({
  monthly: MoneyText.optional(),
  annual: MoneyText.optional(),
  /**
   * Months of the annual price that are free. Left out, an annual price that was agreed has those of the plan only where
   * it costs as many months as they leave to pay, at the monthly price in force; else it has none.
   */
  freeMonths: FreeMonthCount.optional(),
  credits: CreditsText.optional(),
  /** Postpaid overage per 1,000 credits. */
  overagePerThousand: MoneyText.optional(),
  /** Basic seats, up to which members can be added. Source: seed 001, "the limit defined in your contract". */
  basicSeats: z.int().min(0).optional(),
})
export type CustomTerms = z.infer<typeof CustomTerms>

/** One account on one plan: what `run` bills. */
export const Scenario = z.strictObject({
  schemaVersion: z.literal(1),
  name: textOf(MOST_NAME),
  catalog: CatalogRef,
  plan: textOf(MOST_NAME),
  billing: Billing.default('monthly'),
  /** The cycle anchor: every billing period starts on this day of the month. */
  start: DateText,
  months: Months,
  /** Past the quota: whether the account opted in, and what it may spend on it per period (no limit if left out). */
  overage: z.strictObject({ optIn: z.boolean(), spendLimit: MoneyText.optional() }).default({ optIn: false }),
  /** Whether first-period offers are applied. */
  offers: z.boolean().default(false),
  /** Free days before the first term, with their own credits; the cycle anchor is the day the trial ends. */
  trial: z
    .strictObject({
      days: z.int().min(1).max(365),
      credits: CreditsText,
      creditsExpire: z.boolean().default(true),
    })
    .optional(),
  /** What is agreed about invoices: discounts, coupons, a commitment, taxes. */
  invoicing: InvoiceTerms.optional(),
  /** Full seats bought beyond the plan's. */
  extraSeats: z.int().min(0).default(0),
  /** Credits that do not come with the subscription. */
  grants: listOf(CustomGrant, { most: MOST_ENTRIES, what: 'grants' }).default([]),
  prepaid: Prepaid.default({ kind: 'asUsed' }),
  /** Settings that replace the catalogue's. */
  policies: SomePolicies.default({}),
  /** Agreed terms for custom plans, by plan id; they replace the catalogue's. */
  customTerms: keyed(CustomTerms, { most: MOST_PLANS, what: 'plans with agreed terms' }).default({}),
  /**
   * In the order they joined: a plan with too few seats for everybody locks all but the owner, who is the first admin, or
   * else whoever joined first. Members may be left out; usage that names none is stopped by nothing but the pool.
   */
  members: listOf(Member, { most: MOST_PEOPLE, what: 'members' }).default([]),
  /** Workspaces billed together; none for an account of a single one, which needs no name. */
  workspaces: listOf(Workspace, { most: MOST_ITEMS, what: 'workspaces' }).default([]),
  groups: listOf(BillingGroup, { most: MOST_PEOPLE, what: 'billing groups' }).default([]),
  apiKeys: listOf(ApiKey, { most: MOST_PEOPLE, what: 'API keys' }).default([]),
  changes: listOf(AccountChange, { most: MOST_PEOPLE, what: 'changes' }).default([]),
  usage: ModelledUsage,
  usageEvents: listOf(UsageEvent, { most: MOST_EVENTS, what: 'usage events' }).default([]),
  /**
   * What the result must come to, in any part of it, as `check` on the command line reads it: see there for when a part
   * is as expected. It changes no figure and is no part of the input's hash.
   */
  expect: keyedJson({ most: MOST_EXPECTED, what: 'values' }).optional(),
})
export type Scenario = z.infer<typeof Scenario>
