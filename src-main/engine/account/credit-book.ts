import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan, CompiledRollover } from '../plan/compiled-plan.ts'
import { burnOrders } from '../pool/burn-order.ts'
import { CreditPool } from '../pool/credit-pool.ts'
import type { Grant, GrantSource } from '../pool/grant.ts'
import { expiryOf, fateOf, heldBack } from '../pool/rollover.ts'
import type { Period, Recorder, Stretch } from '../simulate/recorder.ts'
import type { Totals } from '../simulate/totals.ts'
import type { Cycle } from '../subscription/cycle.ts'

/** An account's credits: what is granted, what is burned, and what becomes of the rest. */
export class CreditBook {
  readonly #pool: CreditPool
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #grantsMade = 0

  constructor(plan: CompiledPlan, totals: Totals, recorder: Recorder | undefined) {
    this.#pool = new CreditPool(burnOrders[plan.burnOrder])
    this.#totals = totals
    this.#recorder = recorder
  }

  get balance(): Credits {
    return this.#pool.balance
  }

  /** The renewal at a period's start. `quota` is the plan's and its seats'; `isCapped`: the cap holds some back. */
  renew(period: Period, quota: Credits, rollover: CompiledRollover, cycle: Cycle, isCapped: boolean): void {
    const refused = isCapped ? heldBack(rollover, quota, this.balance) : 0
    const added = quota - refused
    this.#totals.grantedCredits += quota
    this.#totals.forfeitedCredits += refused
    const expiresAt = expiryOf(rollover, (count) => cycle.startAhead(count))
    const grant = added > 0 ? this.#make('plan', period.start, expiresAt, added, 0) : null
    this.#recorder?.renewed(period, grant, refused)
  }

  /** Credits granted at any other time. */
  grant(at: Instant, period: Period, source: GrantSource, amount: Credits, expiresAt: Instant): void {
    if (amount === 0) return
    this.#totals.grantedCredits += amount
    const grant = this.#make(source, at, expiresAt, amount, 0)
    this.#recorder?.granted(at, period, grant)
  }

  burn(amount: Credits, stretch: Stretch | null): void {
    const recorder = this.#recorder
    if (recorder === undefined || stretch === null) this.#pool.burn(amount)
    else this.#pool.burn(amount, (grant, part) => recorder.burned(stretch, grant, part))
  }

  /** The period's end: what is over rolls on, is forfeited or expires. */
  settle(period: Period, rollover: CompiledRollover, cycle: Cycle): void {
    for (const grant of this.#pool.takeDue(period.end)) this.#settleGrant(period, grant, rollover, cycle)
  }

  /** Everything that is left expires: a downgrade or a cancellation takes effect. */
  loseAll(period: Period): void {
    for (const grant of this.#pool.takeAll()) this.#expire(period, grant, grant.remaining)
  }

  /** Unused credits are added to a new quota: they live at least as long as its period. */
  keepUntil(instant: Instant): void {
    for (const grant of this.#pool.takeAll()) {
      this.#pool.add({ ...grant, expiresAt: Math.max(grant.expiresAt, instant) })
    }
  }

  #settleGrant(period: Period, grant: Grant, rollover: CompiledRollover, cycle: Cycle): void {
    const fate = fateOf(grant, rollover)
    this.#totals.forfeitedCredits += fate.forfeited
    if (fate.expired > 0) this.#expire(period, grant, fate.expired)
    if (fate.forfeited > 0) this.#recorder?.forfeited(period, grant, fate.forfeited)
    if (fate.carried === 0 || rollover.kind !== 'count') return
    const expiresAt = cycle.startAhead(1 + rollover.validity)
    const heir = this.#make('rollover', grant.createdAt, expiresAt, fate.carried, grant.carries + 1)
    this.#recorder?.carried(period, grant, heir)
  }

  #expire(period: Period, grant: Grant, amount: Credits): void {
    this.#totals.expiredCredits += amount
    this.#recorder?.expired(period, grant, amount)
  }

  #make(
    source: GrantSource,
    createdAt: Instant,
    expiresAt: Instant,
    amount: Credits,
    carries: number,
  ): Grant {
    const id = this.#grantsMade++
    const grant = { id, source, createdAt, expiresAt, priority: 0, carries, amount, remaining: amount }
    this.#pool.add(grant)
    return grant
  }
}
