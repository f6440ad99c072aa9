import * as z from './zod.ts'
import { CostDimensions } from './analysis.ts'
import { textOf } from './bounded.ts'
import { MOST_ITEMS, MOST_NAME, MOST_TEXT } from './bounds.ts'
import { CostKind } from './cost-kind.ts'
import { DateText } from './decimal.ts'
import { LedgerEntry } from './ledger.ts'
import { LedgerFilter, LedgerGrouping } from './ledger-filter.ts'
import { CostSpan } from './period-costs.ts'
import { BlockCause } from './run-result.ts'
import { Variant } from './variant.ts'

/** Whether money is told by the date of its invoice, or by the time it pays for. */
export const CostBasis = z.enum(['billed', 'attributable'])
export type CostBasis = z.infer<typeof CostBasis>

const number = z.int().min(1)
const invoice = textOf(MOST_NAME)
/** Money of one kind alone; left out: all of it. */
const ofKind = { of: CostKind.optional() }

/** Credits that were lost unused: in a period, or, with none, in the whole run. */
const LostReference = z.strictObject({
  kind: z.literal('lost'),
  of: z.enum(['expired', 'forfeited']),
  period: number.optional(),
})
export type LostReference = z.infer<typeof LostReference>

/** What was not served, in a period or, with none, in the whole run; for one cause, or, with none, for all of them. */
const BlockReference = z.strictObject({
  kind: z.literal('block'),
  period: number.optional(),
  cause: BlockCause.optional(),
})
export type BlockReference = z.infer<typeof BlockReference>

/** What entries of the ledger moved in a unit; `of`: those alone that are alike in what they are grouped by. */
const MovedReference = z.strictObject({
  kind: z.literal('moved'),
  unit: LedgerEntry.shape.unit,
  filter: LedgerFilter,
  of: z.strictObject({ by: LedgerGrouping, key: z.string().max(MOST_TEXT) }).optional(),
})
export type MovedReference = z.infer<typeof MovedReference>

/** Something that a run's result tells by itself. Numbers count from 1, as the result writes them. */
export const ResultReference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), invoice, line: number }),
  z.strictObject({ kind: z.literal('balance'), period: number }),
  BlockReference,
  z.strictObject({ kind: z.literal('alert'), alert: number }),
  z.strictObject({ kind: z.literal('entry'), entry: number }),
  /** The sums of an invoice, from its lines to what is due. */
  z.strictObject({ kind: z.literal('invoice'), invoice }),
  LostReference,
  MovedReference,
  /** What the whole run comes to. */
  z.strictObject({ kind: z.literal('total'), ...ofKind }),
])
export type ResultReference = z.infer<typeof ResultReference>

/** What is told in time, by its place in the run. */
const TimeReference = z.discriminatedUnion('kind', [
  /** What a billing period or month comes to. */
  z.strictObject({ kind: z.literal('cost'), by: CostSpan, basis: CostBasis, span: number, ...ofKind }),
  /** All that came together from the run's start to the end of such a stretch. */
  z.strictObject({ kind: z.literal('soFar'), by: CostSpan, basis: CostBasis, span: number }),
])

/** A share of the costs: what it is called along each dimension that they are told apart by. */
const ShareReference = z.strictObject({
  kind: z.literal('share'),
  dimensions: CostDimensions,
  values: z.array(textOf(MOST_NAME).nullable()).min(1).max(MOST_ITEMS),
})
export type ShareReference = z.infer<typeof ShareReference>

/** What kept a member from being served in a period; with no cause: how far they came toward the Basic ceiling. */
const StopReference = z.strictObject({
  kind: z.literal('stop'),
  member: textOf(MOST_NAME),
  period: number,
  cause: BlockCause.nullable(),
})
export type StopReference = z.infer<typeof StopReference>

/** Everything that a person may ask "why?" of an account. */
export type AnyReference = Reference | AnewReference

/** Something of an account's run that a person may ask "why?" of. */
export const Reference = z.discriminatedUnion('kind', [ResultReference, TimeReference])
export type Reference = z.infer<typeof Reference>

/** A figure of a variant, or, beside a baseline, what makes it dearer or cheaper. */
const VariantReference = z.strictObject({
  kind: z.literal('variant'),
  variant: Variant,
  of: z.union([Reference, z.strictObject({ kind: z.literal('difference'), baseline: Variant })]),
})
export type VariantReference = z.infer<typeof VariantReference>

/** A figure of the account on a plan with overage on, or off, from beginning to end. */
const FailureReference = z.strictObject({
  kind: z.literal('failure'),
  plan: textOf(MOST_NAME),
  overage: z.boolean(),
  of: Reference,
})
export type FailureReference = z.infer<typeof FailureReference>

/** A move up to a plan on a day of the run, or, with none, never. */
const UpgradeMove = z.strictObject({ plan: textOf(MOST_NAME), on: DateText.nullable() })
export type UpgradeMove = z.infer<typeof UpgradeMove>

/** A figure of the account with a move up; what pays for time within the run; or how much of that is beyond another's. */
const UpgradeReference = z.strictObject({
  kind: z.literal('upgrade'),
  move: UpgradeMove,
  of: z.union([
    Reference,
    z.strictObject({ kind: z.literal('withinRun') }),
    z.strictObject({ kind: z.literal('regret'), beside: UpgradeMove }),
  ]),
})
export type UpgradeReference = z.infer<typeof UpgradeReference>

/** What an account is billed anew for to be told. */
export const AnewReference = z.discriminatedUnion('kind', [
  ShareReference,
  StopReference,
  VariantReference,
  FailureReference,
  UpgradeReference,
])
export type AnewReference = z.infer<typeof AnewReference>

/** A figure of a plan as plans are compared for one usage. */
export const ComparedReference = z.strictObject({
  kind: z.literal('compared'),
  plan: textOf(MOST_NAME),
  of: Reference,
})
export type ComparedReference = z.infer<typeof ComparedReference>
