import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Money } from '../exact/amount.ts'
import type { CreditBook } from '../pool/credit-book.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'
import type { Moment } from '../subscription/moment.ts'
import type { Funds } from './funds-terms.ts'
import { OwnGrants } from './own-grants.ts'
import { Wallet } from './wallet.ts'

/** What the clock has to do for funds at an instant. */
export type FundsHappening = 'expire' | 'arrive'

/** What funds work with: the account's moment and credits, and where they count and tell what they do. */
export interface FundsSetting {
  readonly moment: Moment
  readonly credits: CreditBook
  readonly totals: Totals
  readonly recorder: Recorder | undefined
}

/** What an account has besides its subscription: credits of their own, and a prepaid balance. */
export class AccountFunds {
  readonly own: OwnGrants
  readonly wallet: Wallet | null

  /** `limit`: the most money a period may draw from the balance; null for no limit. */
  constructor(terms: Funds, limit: Money | null, { moment, credits, totals, recorder }: FundsSetting) {
    this.own = new OwnGrants(terms, moment, credits, totals, recorder)
    this.wallet = terms.wallet === null ? null : new Wallet(terms.wallet, limit, moment, totals, recorder)
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

  startPeriod(): void {
    this.wallet?.startPeriod()
  }

  /** A billing period ends. */
  reset(period: Period): void {
    this.own.reset(period)
  }
}
