import { z } from 'zod'
import { CreditsText, DateText, MoneyText } from './decimal.ts'

const Name = z.string().min(1)

/** A UTC instant (`2026-03-01T09:30:00Z`), or a date, which stands for its midnight. */
export const WhenText = z.union([
  DateText,
  z.iso.datetime('Expected an instant such as "2026-03-01T09:30:00Z".'),
])

/** What a member's seat lets them use. Admins always hold a Full seat. */
export const SeatType = z.enum(['full', 'basic'])
export type SeatType = z.infer<typeof SeatType>

export const Member = z.strictObject({
  id: Name,
  role: z.enum(['admin', 'member']).default('member'),
  seat: SeatType,
  /** A locked member keeps their account, frees their seat and can use nothing. */
  locked: z.boolean().default(false),
})
export type Member = z.infer<typeof Member>

/** Members whose usage together stays within a limit of credits each period; null for no limit. */
export const BillingGroup = z.strictObject({
  id: Name,
  members: z.array(Name),
  limit: CreditsText.nullable(),
})
export type BillingGroup = z.infer<typeof BillingGroup>

/** A key of the API: whose it is, which company its costs are booked to, and its credits each period. */
export const ApiKey = z.strictObject({
  id: Name,
  member: Name.optional(),
  company: z.string().optional(),
  limit: CreditsText.nullable().default(null),
})
export type ApiKey = z.infer<typeof ApiKey>

/** How often the subscription is paid; credits are granted monthly on both. */
export const Billing = z.enum(['monthly', 'annual'])
export type Billing = z.infer<typeof Billing>

/**
 * What a plan change in the middle of a term costs. `restartCycle`: the new price in full, and a new cycle starts;
 * unused credits are added to the new quota. `prorated`: the old plan's unused part is credited and the new plan's
 * remaining part charged. `difference`: the difference of the two prices in full. `doNotBill`: nothing before the
 * renewal. All but the first keep the cycle.
 */
export const PlanChangeMode = z.enum(['restartCycle', 'prorated', 'difference', 'doNotBill'])
export type PlanChangeMode = z.infer<typeof PlanChangeMode>

/**
 * A change to the account on a date. At one instant, plan changes come first, then the period's grants, then changes to
 * seats and limits, then usage.
 */
export const AccountChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inviteMember'), on: WhenText, member: Member }),
  z.strictObject({ kind: z.literal('removeMember'), on: WhenText, member: Name }),
  z.strictObject({ kind: z.literal('lockMember'), on: WhenText, member: Name }),
  z.strictObject({ kind: z.literal('unlockMember'), on: WhenText, member: Name }),
  z.strictObject({ kind: z.literal('changeSeat'), on: WhenText, member: Name, seat: SeatType }),
  z.strictObject({
    kind: z.literal('setGroupLimit'),
    on: WhenText,
    group: Name,
    limit: CreditsText.nullable(),
  }),
  /**
   * Left out: an upgrade happens now and restarts the cycle, a downgrade waits for the end of the paid term.
   */
  z.strictObject({
    kind: z.literal('changePlan'),
    on: WhenText,
    plan: Name,
    billing: Billing.optional(),
    mode: PlanChangeMode.optional(),
    timing: z.enum(['now', 'termEnd']).optional(),
  }),
  /** The subscription ends with the paid term; the account goes on with the catalogue's free plan, if it has one. */
  z.strictObject({ kind: z.literal('cancel'), on: WhenText }),
  /** Takes back a cancellation or a change that waits for the end of the term. */
  z.strictObject({ kind: z.literal('resume'), on: WhenText }),
  z.strictObject({
    kind: z.literal('setOverage'),
    on: WhenText,
    optIn: z.boolean(),
    spendLimit: MoneyText.nullable().default(null),
  }),
  /** Bought seats count at once, and so do their credits; the rest of the term is charged by its share. */
  z.strictObject({ kind: z.literal('buySeats'), on: WhenText, count: z.int().min(1) }),
  /** Given back seats are kept, and paid for, until the next renewal. */
  z.strictObject({ kind: z.literal('removeSeats'), on: WhenText, count: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('setKeyLimit'),
    on: WhenText,
    apiKey: Name,
    limit: CreditsText.nullable(),
  }),
])
export type AccountChange = z.infer<typeof AccountChange>
