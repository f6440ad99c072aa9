import { type ChangeKind, theSubscription } from './change-kind.ts'
import { NO_WALLET } from './no-wallet.ts'

/** Automatic top-up of the prepaid balance is turned on, off, or set to other amounts. */
export const autoTopUp: ChangeKind<'autoTopUp'> = {
  subject: theSubscription,
  carryOut(account, at, change) {
    const wallet = account.funds?.wallet ?? null
    return wallet === null ? NO_WALLET : wallet.setAuto(at, change.autoTopUp)
  },
}
