import * as z from './zod.ts'
import { Billing } from './account.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { Problem } from './problem.ts'
import { BlockCause } from './run-result.ts'

/** What a plan lacks to hold an account; of seats, how many it has with all that it sells, and how many are needed. */
export const PlanLack = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fullSeats'), has: z.int(), needs: z.int() }),
  /** Of both kinds together. */
  z.strictObject({ kind: z.literal('seats'), has: z.int(), needs: z.int() }),
  z.strictObject({ kind: z.literal('workspaces') }),
  z.strictObject({ kind: z.literal('products') }),
  z.strictObject({ kind: z.literal('other') }),
])
export type PlanLack = z.infer<typeof PlanLack>

/** How an account is put on a plan: with what the plan has of its terms, and the Full seats that its people need. */
export const PutOnPlan = z.strictObject({
  plan: z.string(),
  billing: Billing,
  overage: z.strictObject({ optIn: z.boolean(), spendLimit: MoneyText.optional() }),
  extraSeats: z.int(),
})
export type PutOnPlan = z.infer<typeof PutOnPlan>

/** A whole account on one plan from its first day to its last. */
export const AccountOnPlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('billed'),
    plan: z.string(),
    on: PutOnPlan,
    /** Full seats that have to be bought for it; on its own plan those beyond what it has bought. */
    seatsToBuy: z.int(),
    /** What pays for time within the run. */
    cost: MoneyText,
    /** The cost for each month of the run, rounded once. */
    monthly: MoneyText,
    /** Of what is billed, what is paid beyond the plan's own credits: overage, and money put into a prepaid balance. */
    beyond: MoneyText,
    blockedCredits: CreditsText,
    /** The largest first. */
    blocked: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  }),
  z.strictObject({
    kind: z.literal('impossible'),
    plan: z.string(),
    /** Each kind once, at least one. */
    lacks: z.array(PlanLack),
    /** How many of its people have no seat on it, with all the seats that it sells. */
    withoutSeat: z.int(),
    problems: z.array(Problem),
  }),
])
export type AccountOnPlan = z.infer<typeof AccountOnPlan>

export const AccountOnPlans = z.strictObject({
  /** People who need a seat on the first day. */
  people: z.int(),
  /** Whether dated changes of plan, cancellations and refunds are left out, so that each plan is held to the last day. */
  leavesOutMoves: z.boolean(),
  /**
   * Who blocks least that plans have a part in, then who costs least, then as on the ladder; those that cannot hold the
   * account come last, as on the ladder.
   */
  plans: z.array(AccountOnPlan),
})
export type AccountOnPlans = z.infer<typeof AccountOnPlans>

const BoughtPlan = z.strictObject({
  plan: z.string(),
  cost: MoneyText,
  monthly: MoneyText,
  blockedCredits: CreditsText,
})

const DatedMove = z.strictObject({ plan: z.string(), on: DateText })

/**
 * Which plan to begin on and which to move up to on which day: of all plans that hold the account, and of moves up between
 * them on any day, the one that blocks least of what plans have a part in and, among those, costs least.
 */
export const WhatToBuy = z.strictObject({
  best: BoughtPlan.extend({ move: DatedMove.nullable() }),
  /** The next best plan from the first day; null where no other one holds the account. */
  next: BoughtPlan.nullable(),
  /** The best of all moves up that were tried where none pays, from its first plan; null where one does or none was tried. */
  bestMove: BoughtPlan.extend({ move: DatedMove }).nullable(),
})
export type WhatToBuy = z.infer<typeof WhatToBuy>
