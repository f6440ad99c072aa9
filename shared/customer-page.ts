import * as z from './zod.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_NAME, MOST_PEOPLE, MOST_PLANS } from './bounds.ts'
import { ChangeText, CreditsText, DateText, FactorText, MoneyText } from './decimal.ts'
import { StoredRevision } from './library.ts'
import { BlockCause } from './run-result.ts'
import { Scenario } from './scenario.ts'

/*
 * What a customer may see of a scenario, and the whole of it: the page and its PDF are drawn from this and from nothing else.
 * Of the account it holds figures, dates and the names of plans; no name of a person, key, group, workspace or scenario, no
 * note, tag or variant, and no message of a refusal, which may quote any of them.
 */

const SomePeople = z.int().min(0).max(MOST_PEOPLE)

/** What is tried on the page and kept nowhere; what is left out is as the account has it. */
export const WhatIf = z.strictObject({
  /** A figure a month in place of the pattern's own, or all usage times a factor where there is no one figure. */
  usage: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('monthly'), credits: CreditsText }),
      z.strictObject({ kind: z.literal('times'), factor: FactorText }),
    ])
    .optional(),
  /** Percent by which each month has more than the one before. */
  growth: ChangeText.optional(),
  /** How many people hold seats of each kind when the run begins. */
  people: z.strictObject({ full: SomePeople, basic: SomePeople }).optional(),
})
export type WhatIf = z.infer<typeof WhatIf>

export const CustomerPageInput = z.strictObject({
  scenario: Scenario,
  /** Whose account it is; empty where nobody said. */
  customer: textOf(MOST_NAME).default(''),
  /** What the page answers, in words that the customer may read; empty where there are none. */
  question: textOf(MOST_NAME).default(''),
  /** Plans that are not for the customer: neither listed nor advised. */
  hiddenPlans: listOf(Name, { most: MOST_PLANS, what: 'plans' }).default([]),
  whatIf: WhatIf.default({}),
})
export type CustomerPageInput = z.infer<typeof CustomerPageInput>

/** The page of a scenario as the library keeps it. */
export const StoredCustomerPage = StoredRevision.extend({ whatIf: WhatIf.default({}) })

/** Why an account cannot be on a plan, as far as a customer is told. */
export const NotOnPlan = z.enum(['seats', 'workspaces', 'products', 'other'])
export type NotOnPlan = z.infer<typeof NotOnPlan>

const PlanNamed = z.strictObject({
  plan: z.string(),
  name: z.string(),
  /** Sold by a contract of which nothing is agreed: its price is assumed. */
  byQuote: z.boolean(),
})

/** The account on one plan from its first day to its last. */
export const PlanForCustomer = z.discriminatedUnion('kind', [
  PlanNamed.extend({
    kind: z.literal('billed'),
    /** What pays for time within the run. */
    cost: MoneyText,
    /** The cost for each month of the run, rounded once. */
    monthly: MoneyText,
    /** Of what is billed, what is paid beyond the plan's own credits: overage, and money put into a prepaid balance. */
    beyond: MoneyText,
    /** Full seats that are bought on top of the plan's. */
    extraSeats: z.int(),
    blockedCredits: CreditsText,
    /** The largest first. */
    blocked: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  }),
  PlanNamed.extend({
    kind: z.literal('impossible'),
    /** Each once, at least one. */
    why: z.array(NotOnPlan),
    /** Seats that the plan has and sells: Full ones, and all. */
    fullSeats: z.int(),
    seats: z.int(),
  }),
])
export type PlanForCustomer = z.infer<typeof PlanForCustomer>

/**
 * What to buy, and when. Of all plans from the first day, and of moves up from one plan to another on any day, the one that
 * blocks least of what plans have a part in and, among those, costs least; of equals what changes least.
 */
export const Advice = z.strictObject({
  /** The plan of the first day. */
  begin: z.string(),
  /** The plan that is moved up to, and when; null where it is best to stay on the first. */
  move: z.strictObject({ plan: z.string(), on: DateText }).nullable(),
  cost: MoneyText,
  monthly: MoneyText,
  blockedCredits: CreditsText,
  /** What it is measured by: today's plan or, where that is what is advised or cannot hold the account, the next best one. */
  beside: z
    .strictObject({
      plan: z.string(),
      cost: MoneyText,
      blockedCredits: CreditsText,
      /** Its cost less that of the advice: what is saved, or below zero what is paid more. */
      saved: z.string(),
    })
    .nullable(),
  /** Days for the move that block no more than the best, by what they cost beyond it; empty where there is none. */
  days: z.array(z.strictObject({ on: DateText, regret: MoneyText })),
  /** What has been paid for of the run until each day, of the advice and of what it is measured by. */
  soFar: z.strictObject({
    advised: z.array(z.strictObject({ on: DateText, cost: MoneyText })),
    beside: z.array(z.strictObject({ on: DateText, cost: MoneyText })),
  }),
})
export type Advice = z.infer<typeof Advice>

/** The figures that the page slides, as its other figures rest on them; null where the account has no such one figure. */
export const Levers = z.strictObject({
  usage: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('monthly'), credits: CreditsText }),
    z.strictObject({ kind: z.literal('times'), factor: FactorText }),
  ]),
  growth: ChangeText.nullable(),
  people: z.strictObject({ full: SomePeople, basic: SomePeople }).nullable(),
})
export type Levers = z.infer<typeof Levers>

export const CustomerPage = z.strictObject({
  customer: z.string(),
  question: z.string(),
  /** The published price list by its name, null for prices of one's own; and of when the prices are. */
  prices: z.strictObject({ list: z.string().nullable(), date: DateText }),
  currency: z.string(),
  start: DateText,
  /** The day after the last. */
  end: DateText,
  months: z.int(),
  /** The plan the account is on when the run begins, by its id and name. */
  today: z.strictObject({ plan: z.string(), name: z.string() }),
  levers: Levers,
  /** Ranked; those that cannot hold the account come last, in the order of the ladder. */
  plans: z.array(PlanForCustomer),
  /** Null where no plan can hold the account. */
  advice: Advice.nullable(),
})
export type CustomerPage = z.infer<typeof CustomerPage>
