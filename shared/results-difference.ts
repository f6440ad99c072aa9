import * as z from './zod.ts'
import { CreditsText } from './decimal.ts'
import { Problem } from './problem.ts'
import { BlockCause } from './run-result.ts'

/** Money by what it is for, as invoiced; see `totals` of a run. `perMonth` is the total spread over the months. */
export const MoneyFigure = z.enum([
  'total',
  'perMonth',
  'subscription',
  'overage',
  'packs',
  'topUps',
  'trueUp',
  'discount',
  'taxAdded',
  'expiredPrepaid',
])
export type MoneyFigure = z.infer<typeof MoneyFigure>

/** What was asked for, and what became of it and of the credits that were granted. */
export const CreditsFigure = z.enum([
  'usage',
  'served',
  'overage',
  'blocked',
  'expired',
  'forfeited',
  'remaining',
  'owed',
])
export type CreditsFigure = z.infer<typeof CreditsFigure>

/** One side of two scenarios: what it was billed on, or why it could not be billed. */
export const ComparedSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('billed'), currency: z.string(), months: z.int() }),
  z.strictObject({ kind: z.literal('refused'), problems: z.array(Problem) }),
])
export type ComparedSide = z.infer<typeof ComparedSide>

/** `difference` is right less left. */
const credits = { left: CreditsText, right: CreditsText, difference: z.string() }

/** What two scenarios come to, side by side; no rows where one of them could not be billed. */
export const ResultsDifference = z.strictObject({
  left: ComparedSide,
  right: ComparedSide,
  money: z.array(
    z.strictObject({
      what: MoneyFigure,
      left: z.string(),
      right: z.string(),
      /** Right less left; null where they are in two currencies, or further apart than any amount may be. */
      difference: z.string().nullable(),
    }),
  ),
  credits: z.array(z.strictObject({ what: CreditsFigure, ...credits })),
  /** Credits that were not served, by cause. */
  blocked: z.array(z.strictObject({ cause: BlockCause, ...credits })),
})
export type ResultsDifference = z.infer<typeof ResultsDifference>
