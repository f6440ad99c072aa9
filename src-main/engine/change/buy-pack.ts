import { type ChangeKind, theSubscription } from './change-kind.ts'
import { NO_WALLET } from './no-wallet.ts'

/** The pack is paid for and its credits are there at once. */
export const buyPack: ChangeKind<'buyPack'> = {
  subject: theSubscription,
  carryOut: ({ funds }, at, { pack, count }) => (funds === null ? NO_WALLET : funds.own.buy(at, pack, count)),
}
