import * as z from './zod.ts'
import { listOf, Name, textOf, tooLong } from './bounded.ts'
import { MOST_INSTANT, MOST_NAME, MOST_PEOPLE } from './bounds.ts'
import { CreditsText, DateText, MoneyText } from './decimal.ts'
import { AutoTopUp, TopUpAmount } from './prepaid.ts'

/** A UTC instant (`2026-03-01T09:30:00Z`), or a date, which stands for its midnight. */
export const WhenText = z.union([
  DateText,
  z.iso
    .datetime('Expected an instant such as "2026-03-01T09:30:00Z".')
    .max(MOST_INSTANT, tooLong(MOST_INSTANT)),
])

/** What a member's seat lets them use. Admins always hold a Full seat. */
export const SeatType = z.enum(['full', 'basic'])
export type SeatType = z.infer<typeof SeatType>

export const Member = z.strictObject({
  id: Name,
  /** The person, where they are a member of several workspaces; the member's id where left out. */
  user: Name.optional(),
  /** The workspace they are a member of; the billing workspace where left out. */
  workspace: Name.optional(),
  role: z.enum(['admin', 'member']).default('member'),
  seat: SeatType,
  /** A locked member keeps their account, frees their seat and can use nothing. */
  locked: z.boolean().default(false),
})
export type Member = z.infer<typeof Member>

/**
 * Members and service accounts whose usage together stays within a limit of credits each period; null for no limit. A
 * member may be in several groups, and is then held back by each of them; the current product of ElevenLabs allows one.
 */
export const BillingGroup = z.strictObject({
  id: Name,
  members: listOf(Name, { most: MOST_PEOPLE, what: 'members' }),
  /** Keys of service accounts: those that belong to nobody. A member's key counts with its member. Source: facts §6. */
  apiKeys: listOf(Name, { most: MOST_PEOPLE, what: 'API keys' }).optional(),
  limit: CreditsText.nullable(),
})
export type BillingGroup = z.infer<typeof BillingGroup>

/**
 * A key of the API: whose it is, which company its costs are booked to, and its credits each period. The key of a
 * member is used by that member only; a use that names no member is theirs.
 */
export const ApiKey = z.strictObject({
  id: Name,
  member: Name.optional(),
  /** The workspace of a key that belongs to nobody. */
  workspace: Name.optional(),
  company: textOf(MOST_NAME).optional(),
  limit: CreditsText.nullable().default(null),
})
export type ApiKey = z.infer<typeof ApiKey>

/** How often the subscription is paid; credits are granted monthly on both. */
export const Billing = z.enum(['monthly', 'annual'])
export type Billing = z.infer<typeof Billing>

/**
 * What a plan change in the middle of a term costs. `restartCycle`: the new price in full, and a new cycle starts;
 * unused credits are added to the new quota. `prorated`: the unused part of what was paid for the old plan is credited
 * and the new plan's remaining part charged. `difference`: the difference of the two prices in full, whatever an offer
 * took off the old one; a lower price gives back no more than was paid. `doNotBill`: nothing before the renewal. All
 * but the first keep the cycle.
 */
export const PlanChangeMode = z.enum(['restartCycle', 'prorated', 'difference', 'doNotBill'])
export type PlanChangeMode = z.infer<typeof PlanChangeMode>

/**
 * What becomes of a workspace that is unlinked: an account of its own, billed by itself from that date, or nothing,
 * and whatever is still asked for there is blocked.
 */
export const AfterUnlinking = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('newSubscription'),
    plan: Name,
    billing: Billing.default('monthly'),
    overage: z
      .strictObject({ optIn: z.boolean(), spendLimit: MoneyText.optional() })
      .default({ optIn: false }),
    extraSeats: z.int().min(0).default(0),
  }),
  z.strictObject({ kind: z.literal('removed') }),
])
export type AfterUnlinking = z.infer<typeof AfterUnlinking>

/** What every change says: when, and which member asks for it. Left out, it was decided by somebody who may. */
const asked = { on: WhenText, by: Name.optional() }

/**
 * A change to the account on a date, which admins may ask for and nobody else. At one instant, plan changes come first, then the period's grants, then changes to
 * seats and limits, then usage.
 */
export const AccountChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inviteMember'), ...asked, member: Member }),
  z.strictObject({ kind: z.literal('removeMember'), ...asked, member: Name }),
  z.strictObject({ kind: z.literal('lockMember'), ...asked, member: Name }),
  z.strictObject({ kind: z.literal('unlockMember'), ...asked, member: Name }),
  z.strictObject({ kind: z.literal('changeSeat'), ...asked, member: Name, seat: SeatType }),
  z.strictObject({
    kind: z.literal('setGroupLimit'),
    ...asked,
    group: Name,
    limit: CreditsText.nullable(),
  }),
  /**
   * Left out: an upgrade happens now and restarts the cycle, a downgrade waits for the end of the paid term.
   */
  z.strictObject({
    kind: z.literal('changePlan'),
    ...asked,
    plan: Name,
    billing: Billing.optional(),
    mode: PlanChangeMode.optional(),
    timing: z.enum(['now', 'termEnd']).optional(),
  }),
  /** The subscription ends with the paid term; the account goes on with the catalogue's free plan, if it has one. */
  z.strictObject({ kind: z.literal('cancel'), ...asked }),
  /**
   * What was paid for the running term is given back and the account goes on with the catalogue's free plan at once,
   * where the catalogue allows it. Packs and prepaid money are never given back. Source: facts §5.
   */
  z.strictObject({ kind: z.literal('refund'), ...asked }),
  /** Takes back a cancellation or a change that waits for the end of the term. */
  z.strictObject({ kind: z.literal('resume'), ...asked }),
  z.strictObject({
    kind: z.literal('setOverage'),
    ...asked,
    optIn: z.boolean(),
    spendLimit: MoneyText.nullable().default(null),
  }),
  /** Bought seats count at once, and so do their credits; the rest of the term is charged by its share. */
  z.strictObject({ kind: z.literal('buySeats'), ...asked, count: z.int().min(1) }),
  /** Given back seats are kept, and paid for, until the next renewal. */
  z.strictObject({ kind: z.literal('removeSeats'), ...asked, count: z.int().min(1) }),
  /** The pack's credits are there at once, and stay as long as the pack says, whatever becomes of the plan. */
  z.strictObject({ kind: z.literal('buyPack'), ...asked, pack: Name, count: z.int().min(1).default(1) }),
  /** Money for the prepaid balance, at least the plan's minimum. */
  z.strictObject({ kind: z.literal('topUp'), ...asked, amount: TopUpAmount }),
  z.strictObject({ kind: z.literal('autoTopUp'), ...asked, autoTopUp: AutoTopUp }),
  /** From its date on the coupon's discount holds, for an invoice of the same instant too. */
  z.strictObject({ kind: z.literal('redeemCoupon'), ...asked, coupon: Name }),
  /** The workspace shares the pool, the plan and the invoice from then on. */
  z.strictObject({ kind: z.literal('linkWorkspace'), ...asked, workspace: Name }),
  z.strictObject({
    kind: z.literal('unlinkWorkspace'),
    ...asked,
    workspace: Name,
    afterwards: AfterUnlinking,
  }),
  z.strictObject({
    kind: z.literal('setWorkspaceLimit'),
    ...asked,
    workspace: Name,
    limit: CreditsText.nullable(),
  }),
  z.strictObject({
    kind: z.literal('setKeyLimit'),
    ...asked,
    apiKey: Name,
    limit: CreditsText.nullable(),
  }),
])
export type AccountChange = z.infer<typeof AccountChange>
