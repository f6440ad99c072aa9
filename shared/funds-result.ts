import * as z from './zod.ts'
import { CreditsText, MoneyText } from './decimal.ts'

const InstantText = z.iso.datetime()

/** One grant over the whole run: granted = used + repaid + expired + forfeited + carried + remaining. */
export const GrantResult = z.strictObject({
  /** What the ledger calls it. */
  grant: z.string(),
  source: z.enum(['plan', 'seat', 'pack', 'prepaid', 'gift', 'rollover']),
  /** The custom grant's or the pack's id; null for what comes with the subscription. */
  name: z.string().nullable(),
  start: InstantText,
  /** Exclusive; null for never. */
  expires: InstantText.nullable(),
  /** With what refills and a rollover minimum added. */
  grantedCredits: CreditsText,
  usedCredits: CreditsText,
  repaidCredits: CreditsText,
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  /** Carried on in another grant. */
  carriedCredits: CreditsText,
  remainingCredits: CreditsText,
})
export type GrantResult = z.infer<typeof GrantResult>

/** Money of a prepaid balance: opening + topped up = drawn + expired + closing. */
const movements = {
  opening: MoneyText,
  toppedUp: MoneyText,
  drawn: MoneyText,
  expired: MoneyText,
  closing: MoneyText,
}

/** Money bought at one time; the oldest is drawn first. */
export const WalletLot = z.strictObject({
  bought: InstantText,
  /** Exclusive. */
  expires: InstantText,
  amount: MoneyText,
  drawn: MoneyText,
  expired: MoneyText,
  remaining: MoneyText,
})
export type WalletLot = z.infer<typeof WalletLot>

/** A prepaid balance over the whole run, by period and by purchase. */
export const WalletResult = z.strictObject({
  ...movements,
  periods: z.array(z.strictObject({ index: z.int(), ...movements })),
  lots: z.array(WalletLot),
})
export type WalletResult = z.infer<typeof WalletResult>
