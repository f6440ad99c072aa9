import type { AccountChange } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import type { Account } from './account.ts'

type FundsChange = Extract<AccountChange, { kind: 'buyPack' | 'topUp' | 'autoTopUp' }>

const NO_WALLET = 'The scenario gives the account no prepaid balance of its own.'

/** Carries out a purchase of credits or money, or answers why it is refused. */
export function changeFunds({ funds }: Account, at: Instant, change: FundsChange): string | null {
  if (funds === null) return NO_WALLET
  switch (change.kind) {
    case 'buyPack':
      return funds.own.buy(at, change.pack, change.count)
    case 'topUp':
      return funds.wallet === null ? NO_WALLET : funds.wallet.topUp(at, toMicros(change.amount))
    case 'autoTopUp':
      return funds.wallet === null ? NO_WALLET : funds.wallet.setAuto(at, change.autoTopUp)
  }
}
