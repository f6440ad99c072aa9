import { toMicros } from '../exact/amount.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'
import { NO_WALLET } from './no-wallet.ts'

/** Somebody puts money into the prepaid balance. */
export const topUp: ChangeKind<'topUp'> = {
  subject: theSubscription,
  carryOut(account, at, { amount }) {
    const wallet = account.funds?.wallet ?? null
    return wallet === null ? NO_WALLET : wallet.topUp(at, toMicros(amount))
  },
}
