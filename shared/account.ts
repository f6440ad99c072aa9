import { z } from 'zod'
import { CreditsText, DateText } from './decimal.ts'

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

/** A change to the account on a date. At one instant, changes come after the period's grants and before usage. */
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
  z.strictObject({
    kind: z.literal('setKeyLimit'),
    on: WhenText,
    apiKey: Name,
    limit: CreditsText.nullable(),
  }),
])
export type AccountChange = z.infer<typeof AccountChange>
