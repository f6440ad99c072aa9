import type { Credits } from '../exact/amount.ts'
import type { DeficitPolicy } from '../plan/compiled-plan.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'

/**
 * Credits an account owes: what was served beyond all grants and is not overage to be charged, at least not yet. Its
 * period's end turns it into overage, forgives it or keeps it. Source: facts §9.2 and DESIGN §4, "where vendors
 * disagree".
 */
export class Deficit {
  declare private policy: DeficitPolicy
  declare private readonly totals: Totals
  declare private readonly recorder: Recorder | undefined
  /** Owed from earlier periods. */
  private carried: Credits = 0
  /** Owed from the open period. */
  private owedWithin: Credits = 0

  constructor(policy: DeficitPolicy, totals: Totals, recorder: Recorder | undefined) {
    this.policy = policy
    this.totals = totals
    this.recorder = recorder
  }

  /** Another account's from now on, which owes nothing. */
  restart(policy: DeficitPolicy): void {
    this.policy = policy
    this.carried = 0
    this.owedWithin = 0
  }

  /** All that is owed. */
  get credits(): Credits {
    return this.carried + this.owedWithin
  }

  get within(): Credits {
    return this.owedWithin
  }

  owe(amount: Credits): void {
    this.owedWithin += amount
  }

  /** What a grant of now repays before anything else is served from it. */
  get repayable(): Credits {
    const carried = this.policy.atPeriodEnd === 'carryAndRepay' ? this.carried : 0
    return carried + (this.policy.isRepaidWithin ? this.owedWithin : 0)
  }

  /** The oldest debt is repaid first. */
  repay(amount: Credits): void {
    const carried = this.policy.atPeriodEnd === 'carryAndRepay' ? Math.min(amount, this.carried) : 0
    this.carried -= carried
    this.owedWithin -= amount - carried
    this.totals.repaidCredits += amount
  }

  /** What is owed from the open period becomes overage to be charged. */
  toOverage(period: Period): Credits {
    return this.owedWithin === 0 ? 0 : this.becomeOverage(period)
  }

  private becomeOverage(period: Period): Credits {
    const amount = this.owedWithin
    this.owedWithin = 0
    this.recorder?.deficitEnded(period.end, period, 'charged', amount)
    return amount
  }

  /** The period ends: what was not charged is forgiven, or kept as owed. */
  endPeriod(period: Period): void {
    if (this.credits > 0) this.end(period)
  }

  private end(period: Period): void {
    if (this.policy.atPeriodEnd === 'forgive') {
      this.totals.forgivenCredits += this.owedWithin
      this.recorder?.deficitEnded(period.end, period, 'forgiven', this.owedWithin)
    } else {
      this.carried += this.owedWithin
      this.recorder?.deficitEnded(period.end, period, 'carried', this.carried)
    }
    this.owedWithin = 0
  }
}
