import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan, CompiledRollover } from '../plan/compiled-plan.ts'
import { burnOrders } from './burn-order.ts'
import { CreditPool, type PooledGrant } from './credit-pool.ts'
import { comesWithSubscription, type Grant, type GrantSource } from '../record/grant.ts'
import { carriedExpiryOf, carriedOn, expiryOf, heldBack, isCarriedOrForfeited } from './rollover.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Stretch } from '../record/use.ts'
import type { Totals } from '../record/totals.ts'
import type { Cycle } from '../subscription/cycle.ts'
import { quotaOf, type Subscribed } from '../subscription/subscribed.ts'
import type { Deficit } from '../overage/deficit.ts'

/** Credits with a life of their own, to be granted. */
export interface OwnCredits {
  readonly name: string
  readonly source: GrantSource
  readonly amount: Credits
  readonly priority: number
  readonly expiresAt: Instant
}

/** An account's credits: what is granted, what is burned, and what becomes of the rest. */
export class CreditBook {
  declare private readonly pool: CreditPool
  declare private readonly cycle: Cycle
  declare private readonly deficit: Deficit
  declare private readonly totals: Totals
  declare private readonly recorder: Recorder | undefined
  declare private readonly isToldBurns: boolean
  private isRolledOverFirst = false
  private grantsMade = 0
  /** Whether there ever were credits that do not come with the subscription. */
  private hasOwn = false
  private anythingRepaid = false

  constructor(
    plan: CompiledPlan,
    cycle: Cycle,
    deficit: Deficit,
    totals: Totals,
    recorder: Recorder | undefined,
  ) {
    this.pool = new CreditPool(burnOrders[plan.burnOrder], recorder === undefined)
    this.isRolledOverFirst = plan.burnOrder === 'rolledOverFirst'
    this.cycle = cycle
    this.deficit = deficit
    this.totals = totals
    this.recorder = recorder
    this.isToldBurns = recorder?.hearsBurns === true
  }

  /** Another account's from now on, which has no credits yet. */
  restart(plan: CompiledPlan): void {
    this.pool.restart(burnOrders[plan.burnOrder])
    this.isRolledOverFirst = plan.burnOrder === 'rolledOverFirst'
    this.grantsMade = 0
    this.hasOwn = false
    this.anythingRepaid = false
  }

  get balance(): Credits {
    return this.pool.balance
  }

  /**
   * What rolls over where a period ends: credits on hand that came with the subscription. Packs, custom grants and those
   * of a trial live on by themselves.
   */
  get rolledOver(): Credits {
    return this.sumOf((grant) => comesWithSubscription(grant) && grant.source !== 'gift')
  }

  /** Whether credits of the running term repaid what the account owed. */
  get isAnythingRepaid(): boolean {
    return this.anythingRepaid
  }

  startTerm(): void {
    this.anythingRepaid = false
  }

  /**
   * The renewal at a period's start, which repays nothing yet. `isCapped`: a cap on rollover may hold some of the quota
   * back.
   */
  renew(period: Period, subscribed: Subscribed, isCapped: boolean): void {
    const { rollover } = subscribed.plan
    const quota = quotaOf(subscribed)
    const isHeldBack = isCapped && rollover.multiple < Infinity
    const refused = isHeldBack ? heldBack(rollover, quota, this.subscribed()) : 0
    const added = quota - refused
    this.totals.grantedCredits += quota
    this.totals.forfeitedCredits += refused
    const expiresAt = expiryOf(rollover, this.cycle)
    const grant = added > 0 ? this.make('plan', period.start, expiresAt, added, 0) : null
    if (this.recorder !== undefined) this.recorder.renewed(period, grant, refused)
  }

  /** Credits that come with the subscription at any other time; they repay what is owed at once. */
  grant(at: Instant, period: Period, source: GrantSource, amount: Credits, expiresAt: Instant): void {
    if (amount === 0) return
    this.totals.grantedCredits += amount
    const grant = this.make(source, at, expiresAt, amount, 0)
    this.recorder?.granted(at, period, grant, amount)
    this.repay(at, period)
  }

  /** Credits with a life of their own, which repay nothing yet; whoever asks for them says when they refill and end. */
  grantOwn(at: Instant, period: Period, own: OwnCredits): PooledGrant {
    const { amount } = own
    this.hasOwn = true
    this.totals.grantedCredits += amount
    const grant: PooledGrant = {
      id: this.grantsMade++,
      source: own.source,
      name: own.name,
      createdAt: at,
      expiresAt: own.expiresAt,
      priority: own.priority,
      carries: 0,
      amount,
      remaining: amount,
      next: null,
    }
    this.pool.add(grant)
    this.recorder?.granted(at, period, grant, amount)
    return grant
  }

  /** More of a grant there is; it repays nothing yet. */
  refill(at: Instant, period: Period, grant: PooledGrant, amount: Credits): void {
    if (amount === 0) return
    this.totals.grantedCredits += amount
    this.pool.put(grant, amount)
    this.recorder?.granted(at, period, grant, amount)
  }

  expireOwn(period: Period, grant: PooledGrant): void {
    const left = grant.remaining
    if (left === 0) return
    this.pool.take(grant, left)
    this.expire(period, grant, left)
  }

  forfeit(period: Period, grant: PooledGrant, amount: Credits): void {
    this.totals.forfeitedCredits += amount
    this.pool.take(grant, amount)
    this.recorder?.forfeited(period, grant, amount)
  }

  /**
   * Credits repay what the account owes before anything else is served from them: asked for once everything that comes
   * at an instant is there, so that they do in burn order. Sources: facts §9.2, DESIGN §4.
   */
  repay(at: Instant, period: Period): void {
    if (this.deficit.credits > 0) this.repayWith(Math.min(this.deficit.repayable, this.balance), at, period)
  }

  private repayWith(amount: Credits, at: Instant, period: Period): void {
    if (amount === 0) return
    this.anythingRepaid = true
    this.deficit.repay(amount)
    this.pool.burn(amount, (grant, part) => this.recorder?.repaid(at, period, grant, part))
  }

  /** Usage takes credits that are on hand; where a stretch of time is given for it, those who hear of burns are told. */
  burn(amount: Credits, stretch?: Stretch): void {
    if (stretch === undefined || !this.isToldBurns) this.pool.burn(amount)
    else this.burnTold(amount, stretch)
  }

  private burnTold(amount: Credits, stretch: Stretch): void {
    this.pool.burn(amount, (grant, part) => this.recorder?.burned(stretch, grant, part))
  }

  /** The period's end: what is over rolls on, is forfeited or expires. */
  settle(period: Period, rollover: CompiledRollover): void {
    while (this.settleNext(period, rollover));
    if (this.hasOwn) this.rearrange((expiresAt) => expiresAt)
  }

  /**
   * A downgrade or a cancellation takes effect: everything that came with the subscription expires. Gifts and purchases
   * stay as long as they were meant to.
   */
  loseAll(period: Period): void {
    for (const grant of this.pool.takeAll()) {
      if (!comesWithSubscription(grant)) {
        this.pool.add(grant)
        continue
      }
      grant.expiresAt = Math.min(grant.expiresAt, period.end)
      this.expire(period, grant, grant.remaining)
      this.pool.leave(grant)
    }
  }

  /**
   * A cycle starts anew: unused credits are added to the new quota and live at least as long as its period. As many
   * periods as they had left they have left in the new cycle, whose periods end on another day.
   */
  moveToCycle(): void {
    this.rearrange((expiresAt) => firstEndFrom(expiresAt, this.cycle))
  }

  /** Subscription credits are carried on, and their expiry may be another; the burn order may see both. */
  private rearrange(newExpiry: (expiresAt: Instant) => Instant): void {
    for (const grant of this.pool.takeAll()) {
      if (comesWithSubscription(grant)) {
        grant.expiresAt = newExpiry(grant.expiresAt)
        if (this.isRolledOverFirst) grant.isRolledOver = true
      }
      this.pool.add(grant)
    }
  }

  /** What is on hand from the subscription: nothing else counts toward a cap on rollover. */
  private subscribed(): Credits {
    if (!this.hasOwn) return this.balance
    return this.sumOf(comesWithSubscription)
  }

  private sumOf(isCounted: (grant: Grant) => boolean): Credits {
    return this.pool.grants.reduce((sum, grant) => (isCounted(grant) ? sum + grant.remaining : sum), 0)
  }

  /** Settles the next grant whose time is over; false when there is none left. */
  private settleNext(period: Period, rollover: CompiledRollover): boolean {
    const due = this.pool.takeDue(period.end)
    if (due === null) return false
    this.settleGrant(period, due, rollover)
    this.pool.leave(due)
    return true
  }

  private settleGrant(period: Period, grant: Grant, rollover: CompiledRollover): void {
    const left = grant.remaining
    if (!isCarriedOrForfeited(grant.source, rollover)) return this.expire(period, grant, left)
    const carried = carriedOn(left, grant.carries, rollover)
    this.totals.forfeitedCredits += left - carried
    if (carried < left) this.recorder?.forfeited(period, grant, left - carried)
    if (carried === 0) return
    const expiresAt = carriedExpiryOf(rollover, this.cycle)
    const heir = this.make('rollover', grant.createdAt, expiresAt, carried, grant.carries + 1)
    this.recorder?.carried(period, grant, heir)
  }

  private expire(period: Period, grant: Grant, amount: Credits): void {
    this.totals.expiredCredits += amount
    this.recorder?.expired(period, grant, amount)
  }

  private make(
    source: GrantSource,
    createdAt: Instant,
    expiresAt: Instant,
    amount: Credits,
    carries: number,
  ): PooledGrant {
    return this.pool.grant(this.grantsMade++, source, createdAt, expiresAt, amount, carries)
  }
}

/** The first end of a period of `cycle` that is not before `instant`. */
function firstEndFrom(instant: Instant, cycle: Cycle): Instant {
  if (instant === Infinity) return Infinity
  let ahead = 1
  while (cycle.startAhead(ahead) < instant) ahead += 1
  return cycle.startAhead(ahead)
}
