import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import type { Totals } from '../record/totals.ts'
import type { Account } from './account.ts'
import type { Funds } from './funds.ts'
import { OwnGrants } from './own-grants.ts'
import { Wallet } from './wallet.ts'

/** What the clock has to do for funds at an instant. */
export type FundsHappening = 'expire' | 'arrive'

/** What an account has besides its subscription: credits of their own, and a prepaid balance. */
export class AccountFunds {
  readonly own: OwnGrants
  readonly wallet: Wallet | null

  constructor(account: Account, { grants, packs, wallet }: Funds, limit: Money | null, totals: Totals) {
    this.own = new OwnGrants(account, grants, packs, totals)
    this.wallet = wallet === null ? null : new Wallet(account, wallet, limit, totals)
  }

  get nextExpiry(): Instant {
    return Math.min(this.own.nextExpiry, this.wallet?.nextExpiry ?? Infinity)
  }

  get nextArrival(): Instant {
    return this.own.nextArrival
  }

  happen(at: Instant, happening: FundsHappening): void {
    if (happening === 'arrive') return this.own.arrive(at)
    this.own.expire(at)
    this.wallet?.expire(at)
  }
}
