import * as z from './zod.ts'
import { Billing } from './account.ts'
import { listOf, textOf } from './bounded.ts'
import { MOST_NAME, MOST_PLANS, MOST_USAGES } from './bounds.ts'
import { Basis, Plan } from './catalog.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { keyed } from './keyed.ts'
import { CatalogRef, CustomTerms, Months } from './scenario.ts'
import { UsagePattern } from './usage.ts'

/** What every comparison of plans holds fixed. */
export const ComparisonTerms = z.strictObject({
  catalog: CatalogRef,
  months: Months.default(12),
  billing: Billing.default('monthly'),
  /** Opt in to overage wherever a plan offers it. */
  overage: z.boolean().default(true),
  /** Apply first-period offers. */
  offers: z.boolean().default(false),
  pattern: UsagePattern.default({ kind: 'flat' }),
  /** Agreed terms for custom plans, by plan id. */
  customTerms: keyed(CustomTerms, { most: MOST_PLANS, what: 'plans with agreed terms' }).default({}),
})
export type ComparisonTerms = z.infer<typeof ComparisonTerms>

/** Compare all plans for one monthly usage; `focus` asks for one plan month by month (null: the cheapest). */
export const CompareInput = ComparisonTerms.extend({
  usage: CreditsText,
  focus: textOf(MOST_NAME).nullable().default(null),
})
export type CompareInput = z.infer<typeof CompareInput>

/** Compare all plans for several monthly usages under the same terms; see `CompareInput`. */
export const CompareManyInput = ComparisonTerms.extend({
  usages: listOf(CreditsText, { most: MOST_USAGES, what: 'usages' }).min(1),
  focus: CompareInput.shape.focus,
})
export type CompareManyInput = z.infer<typeof CompareManyInput>

/** One plan over the whole time compared; money and credits are totals unless named otherwise. */
export const PlanCost = z.strictObject({
  plan: z.string(),
  name: z.string(),
  /** The weakest of what its price rests on; the usage has a basis of its own. */
  basis: Basis,
  total: MoneyText,
  /** The total spread over the months, rounded to the currency's minor unit. */
  monthly: MoneyText,
  /** Total per 1,000 credits served, to four decimals; null when nothing was served, or too little for a figure. */
  perThousand: MoneyText.nullable(),
  subscription: MoneyText,
  overage: MoneyText,
  servedCredits: CreditsText,
  /** Credits used that an earlier month had granted. */
  fromRollover: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  /** Credits that reached the end of their life unused. */
  expiredCredits: CreditsText,
  /** Credits that a rollover limit refused to carry or to grant. */
  forfeitedCredits: CreditsText,
  /** Credits on hand at the very end. */
  remainingCredits: CreditsText,
  /** Months with blocked usage. */
  blockedMonths: z.int(),
  /** The low-balance alert fires when the balance falls below this. */
  lowBalanceCredits: CreditsText,
  /** How it is paid: by the year where that was asked for, unless the plan has no price a year. */
  paid: Billing,
  /** What becomes of usage past the quota. */
  pastQuota: z.enum(['block', 'postpaid', 'prepaid']),
  /**
   * Its first-period offer: `applied`; `unused`, where it would apply but offers were not asked for; `otherBilling`,
   * where it is for another way of paying; `none`.
   */
  offer: z.enum(['applied', 'unused', 'otherBilling', 'none']),
  /** How much of what makes its price (the term as it is paid, its credits, what is past them) was agreed. */
  agreed: z.enum(['none', 'part', 'whole']),
})
export type PlanCost = z.infer<typeof PlanCost>

/** One month of one plan. Usage = from this month's grant + from rolled-over credits + grace + overage + blocked. */
export const MonthCost = z.strictObject({
  month: z.int(),
  start: DateText,
  subscription: MoneyText,
  overage: MoneyText,
  total: MoneyText,
  usage: CreditsText,
  fromGrant: CreditsText,
  fromRollover: CreditsText,
  /** Served free by the plan's grace buffer. */
  graceCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  /** What goes on into the next month: the balance once the month is over, without what expired or was forfeited. */
  closingCredits: CreditsText,
})
export type MonthCost = z.infer<typeof MonthCost>

/** What the comparison comes to, as facts for one sentence. */
export const Finding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cheapest'),
    plan: z.string(),
    total: MoneyText,
    /** The next cheapest plan that blocks nothing, and what choosing the cheapest saves against it. */
    runnerUp: z
      .strictObject({
        plan: z.string(),
        total: MoneyText,
        saving: MoneyText,
        /** The saving spread over the months, rounded to the currency's minor unit. */
        monthlySaving: MoneyText,
      })
      .nullable(),
  }),
  /** Every plan blocks something: the one that blocks least. */
  z.strictObject({ kind: z.literal('allBlock'), plan: z.string(), blockedCredits: CreditsText }),
  z.strictObject({ kind: z.literal('noUsage'), plan: z.string() }),
])
export type Finding = z.infer<typeof Finding>

export const Comparison = z.strictObject({
  catalog: z.string(),
  currency: z.string(),
  months: z.int(),
  /** The month's figure the comparison was asked for, and the credits of all months together. */
  usage: CreditsText,
  totalUsage: CreditsText,
  /** The credits of each month, as the pattern makes them of the figure. */
  usageByMonth: z.array(CreditsText),
  /** What the usage rests on: a figure and a pattern that somebody chose are assumed. */
  usageBasis: Basis,
  /** In ladder order. */
  plans: z.array(PlanCost),
  /** All plans, the best first: least blocked, then cheapest, then lower on the ladder. */
  ranking: z.array(z.string()),
  /** The plans that cost least of those that block nothing, in ladder order; empty where all block. */
  tied: z.array(z.string()),
  /** The plans that cost less than the cheapest one that blocks nothing, and block: the best first. */
  cheaperButBlocking: z.array(z.string()),
  /** The best of those, where it serves more than half of the usage all the same. */
  nearMiss: z.string().nullable(),
  /** The cheapest plan that blocks nothing, the lower one on the ladder when two cost the same; null if all block. */
  cheapest: z.string().nullable(),
  finding: Finding,
  focus: z.strictObject({
    plan: z.string(),
    /** The plan as it was billed: with the agreed terms in place of the catalogue's. */
    terms: Plan,
    months: z.array(MonthCost),
    /** Credits from the pool that months used beyond their quota: what only rolled-over credits could serve. */
    aboveQuotaCredits: CreditsText,
  }),
})
export type Comparison = z.infer<typeof Comparison>

/**
 * Cost of every plan over a range of monthly usage. Months that add up to more than can be billed exactly are refused; with
 * `shorten` the range ends before they do, in whole credits, and the answer's `upTo` says where.
 */
export const CurvesInput = ComparisonTerms.extend({ upTo: CreditsText, shorten: z.boolean().default(false) })
export type CurvesInput = z.infer<typeof CurvesInput>

/**
 * The usage at which staying on `from` starts to cost at least as much as `to`.
 * `cost`: the bills meet. `quota`: `from` blocks any further usage. `fromStart`: `from` costs more without any usage
 * already. `never`: it does not happen in the range.
 */
export const Crossover = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Credits a month, to two decimals. */
  usage: CreditsText.nullable(),
  kind: z.enum(['cost', 'quota', 'fromStart', 'never']),
  /** The monthly cost of `to` there. */
  monthly: MoneyText.nullable(),
  /** The cheapest plan there, where it costs less than `to`: nobody who looks for it moves to `to` at this usage. */
  cheaper: z.strictObject({ plan: z.string(), monthly: MoneyText }).nullable(),
  /** Those of the two that are the cheapest at no usage in the range. */
  neverCheapest: z.array(z.string()),
})
export type Crossover = z.infer<typeof Crossover>

/** Crossovers of each plan with the next one up the ladder, or with every one above it. */
export const CrossoverPairs = z.enum(['neighbours', 'all'])
export type CrossoverPairs = z.infer<typeof CrossoverPairs>

/**
 * A stretch of usage with one and the same cheapest plan that blocks nothing, the lower one on the ladder where two cost
 * the same; plan null where all block. The upper end belongs to it, the lower one to the stretch before.
 */
export const CheapestStretch = z.strictObject({
  plan: z.string().nullable(),
  /** Credits a month, exact. */
  from: CreditsText,
  to: CreditsText,
  /** What the plan costs a month where the stretch begins. */
  monthly: MoneyText.nullable(),
  /** `cost`: another plan becomes the cheaper one. `quota`: the plan blocks any further usage. `range`: nobody looked further. */
  ends: z.enum(['cost', 'quota', 'range']),
})
export type CheapestStretch = z.infer<typeof CheapestStretch>

export const Curves = z.strictObject({
  upTo: CreditsText,
  plans: z.array(
    z.strictObject({
      plan: z.string(),
      /**
       * Monthly cost at rising usage; ends where the plan starts to block. All plans have a point at the same
       * usages, an even grid over the range with every plan's kinks added, so that one table can show them all.
       */
      points: z.array(z.strictObject({ usage: CreditsText, monthly: MoneyText })),
      blocksFrom: CreditsText.nullable(),
    }),
  ),
  /** Between each plan and the next one up the ladder. */
  crossovers: z.array(Crossover),
  /** The cheapest plan in each stretch of usage, from 0 to `upTo`. */
  envelope: z.array(CheapestStretch),
})
export type Curves = z.infer<typeof Curves>
