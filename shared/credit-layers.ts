import * as z from './zod.ts'
import { CreditsText, DateText, InstantText, MoneyText } from './decimal.ts'
import { ResultReference } from './reference.ts'
import { BlockCause } from './run-result.ts'

/**
 * What credits on hand are, by where they come from. `fresh`: granted with the subscription in the billing period that is
 * open; `seat`: those of extra seats bought within it. What of either is left when the period ends, and goes on, is
 * `rolledOver`. `pack` and `gift` are credits with a life of their own, a trial's among the gifts; `prepaid`: bought in
 * advance as credits. Money of a prepaid balance is no credits, and is told apart.
 */
export const CreditLayer = z.enum(['fresh', 'rolledOver', 'seat', 'pack', 'prepaid', 'gift'])
export type CreditLayer = z.infer<typeof CreditLayer>

/**
 * How far apart points are. `month`: as the run’s months are, counted from its start; `week`: seven days, counted from
 * its start; `day`: from midnight to midnight, UTC.
 */
export const LayerResolution = z.enum(['month', 'week', 'day'])
export type LayerResolution = z.infer<typeof LayerResolution>

/** Which part of a run is asked for, `[from, to)`; left out: from its start, to its end. */
export const LayerWindow = z.strictObject({
  resolution: LayerResolution,
  from: DateText.optional(),
  to: DateText.optional(),
})
export type LayerWindow = z.infer<typeof LayerWindow>

/** Credits of every layer, and of all together. */
export const LayerCredits = z.strictObject({
  fresh: CreditsText,
  rolledOver: CreditsText,
  seat: CreditsText,
  pack: CreditsText,
  prepaid: CreditsText,
  gift: CreditsText,
  total: CreditsText,
})
export type LayerCredits = z.infer<typeof LayerCredits>

/**
 * What is on hand at an instant: `onHand` once what ends then has ended (rollover, expiry, forfeits), which is what a
 * billing period that ends then closes with; `withGrants` once what starts then is there too (a renewal, a pack), before
 * anything is used.
 */
export const LayerPoint = z.strictObject({
  at: InstantText,
  onHand: LayerCredits,
  withGrants: LayerCredits,
  /** Money of the prepaid balance; null where the account has none. */
  prepaidMoney: MoneyText.nullable(),
})
export type LayerPoint = z.infer<typeof LayerPoint>

/**
 * What happened to one layer between two points: on hand before + granted + moved in = used + repaid + expired + forfeited +
 * moved out + on hand after. Credits move from one layer to another as they roll over.
 */
export const LayerMovement = z.strictObject({
  layer: CreditLayer,
  granted: CreditsText,
  movedIn: CreditsText,
  used: CreditsText,
  repaid: CreditsText,
  expired: CreditsText,
  forfeited: CreditsText,
  movedOut: CreditsText,
})
export type LayerMovement = z.infer<typeof LayerMovement>

/** What happened between a point and the next one; the layers are those to which anything did. */
export const LayerStep = z.strictObject({
  from: InstantText,
  to: InstantText,
  layers: z.array(LayerMovement),
  /** Used from all layers. */
  poolCredits: CreditsText,
  graceCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  blockedBecause: z.array(z.strictObject({ cause: BlockCause, credits: CreditsText })),
  /** Of the prepaid balance: money it started with or that was put in, drawn by usage, and lost; null without one. */
  prepaidMoney: z.strictObject({ toppedUp: MoneyText, drawn: MoneyText, expired: MoneyText }).nullable(),
})
export type LayerStep = z.infer<typeof LayerStep>

export const LayerMarkKind = z.enum([
  'renewal',
  'planCredits',
  'seats',
  'pack',
  'gift',
  'trial',
  'rollover',
  'expiry',
  'forfeit',
  'repayment',
  'planChange',
  'ranOut',
  'blocked',
  'spendLimit',
  'topUp',
])
export type LayerMarkKind = z.infer<typeof LayerMarkKind>

/** An instant worth a mark: all that happened of one kind then. */
export const LayerMark = z.strictObject({
  at: InstantText,
  kind: LayerMarkKind,
  /** The pack's or gift's id, or the plan that is changed to; null where there is none. */
  name: z.string().nullable(),
  /** Null where it is not about so many credits. */
  credits: CreditsText.nullable(),
  /** What explains it, each for a part of it; empty where nothing does. */
  references: z.array(ResultReference),
})
export type LayerMark = z.infer<typeof LayerMark>

/** The burn-down of an account's credits by layer: one step fewer than points. */
export const CreditLayers = z.strictObject({
  resolution: LayerResolution,
  /** Those that hold anything, or to which anything happens, in the window. */
  layers: z.array(CreditLayer),
  points: z.array(LayerPoint),
  steps: z.array(LayerStep),
  /** In the order of time. */
  marks: z.array(LayerMark),
  /** When the pool first ran out in each billing period in which it did, within the window. */
  runOuts: z.array(z.strictObject({ period: z.int(), at: InstantText })),
})
export type CreditLayers = z.infer<typeof CreditLayers>
