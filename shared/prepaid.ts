import * as z from './zod.ts'
import { checked, must } from './checked.ts'
import { microsOf, MoneyText } from './decimal.ts'

const SomeMoney = checked(
  MoneyText,
  must((text) => microsOf(text) > 0n, 'Expected more than zero.'),
)

/**
 * Tops up a prepaid balance by itself: `amount` each time the balance falls below `below`, as often as it takes. What is
 * left out is as the plan of the moment says, which may have a least for both. Source: facts §4.2 (off until the customer
 * turns it on; then $5 must remain).
 */
export const AutoTopUp = z.union(
  [z.literal('off'), z.strictObject({ amount: SomeMoney.optional(), below: SomeMoney.optional() })],
  { error: 'Expected "off", or an amount and the balance below which it is topped up.' },
)
export type AutoTopUp = z.infer<typeof AutoTopUp>

/**
 * How usage past the quota is paid for on plans that sell it from a prepaid balance. `asUsed`: for accounts that opted
 * in the balance holds exactly what is used. `wallet`: a balance of money that is topped up, drawn, and may run out or
 * expire. Money in it is there to be used, whether the account opted in to overage or not.
 */
export const Prepaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asUsed') }),
  z.strictObject({
    kind: z.literal('wallet'),
    /** On hand at the start; it expires as if it had been bought then. */
    balance: MoneyText.default('0'),
    autoTopUp: AutoTopUp.default('off'),
  }),
])
export type Prepaid = z.infer<typeof Prepaid>

export const TopUpAmount = SomeMoney
