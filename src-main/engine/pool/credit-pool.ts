import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { BurnsBefore } from './burn-order.ts'
import { comesWithSubscription, type Grant, type GrantSource } from '../record/grant.ts'

/**
 * The one pool of credits an account burns from: its grants with something left, in burn order. Every credit
 * granted is used, expired, forfeited or still here.
 */
export class CreditPool {
  #burnsBefore: BurnsBefore
  readonly #grants: Grant[] = []
  /** What `takeDue` answers. */
  readonly #due: Grant[] = []
  readonly #isReusing: boolean
  /** Grants that are over, to be made into new ones. */
  readonly #over: Reusable[] = []
  #balance: Credits = 0

  /** `isReusing`: nobody else keeps a grant that is over, so that it may be made into a new one. */
  constructor(burnsBefore: BurnsBefore, isReusing = false) {
    this.#burnsBefore = burnsBefore
    this.#isReusing = isReusing
  }

  /** Another account's pool from now on, with nothing in it. */
  restart(burnsBefore: BurnsBefore): void {
    this.#burnsBefore = burnsBefore
    this.#balance = 0
    for (let grant = this.#grants.pop(); grant !== undefined; grant = this.#grants.pop()) this.leave(grant)
  }

  /** Credits on hand. */
  get balance(): Credits {
    return this.#balance
  }

  get grants(): readonly Readonly<Grant>[] {
    return this.#grants
  }

  /** Makes a grant of more than zero credits that come with the subscription, and adds it in its place. */
  grant(
    id: number,
    source: GrantSource,
    createdAt: Instant,
    expiresAt: Instant,
    amount: Credits,
    carries: number,
  ): Grant {
    const grant = this.#over.pop() ?? blankGrant()
    grant.id = id
    grant.source = source
    grant.createdAt = createdAt
    grant.expiresAt = expiresAt
    grant.carries = carries
    grant.isRolledOver = false
    grant.amount = amount
    grant.remaining = amount
    this.add(grant)
    return grant
  }

  /** A grant that was taken out or used up is over: the next one may be made of it. */
  leave(grant: Grant): void {
    if (this.#isReusing && comesWithSubscription(grant)) this.#over.push(grant)
  }

  /** Adds a grant of more than zero credits in its place in the burn order. */
  add(grant: Grant): void {
    const grants = this.#grants
    let place = grants.push(grant) - 1
    for (; place > 0; place -= 1) {
      const before = grants[place - 1]
      if (before === undefined || this.#burnsBefore(before, grant) < 0) break
      grants[place] = before
    }
    grants[place] = grant
    this.#balance += grant.remaining
  }

  /** More of a grant there is, or of one that was used up. */
  put(grant: Grant, amount: Credits): void {
    const isHere = grant.remaining > 0
    grant.remaining += amount
    if (isHere) this.#balance += amount
    else this.add(grant)
  }

  /** Takes some or all of what is left of one grant. */
  take(grant: Grant, amount: Credits): void {
    grant.remaining -= amount
    this.#balance -= amount
    if (grant.remaining === 0) this.#grants.splice(this.#grants.indexOf(grant), 1)
  }

  /** Takes up to `wanted` credits from the grants in burn order and answers how many there were. */
  burn(wanted: Credits, onBurn?: (grant: Grant, amount: Credits) => void): Credits {
    const grants = this.#grants
    const served = Math.min(wanted, this.#balance)
    let left = served
    let emptied = 0
    for (let place = 0; left > 0; place += 1) {
      const grant = grants[place]
      if (grant === undefined) break
      const amount = Math.min(left, grant.remaining)
      grant.remaining -= amount
      left -= amount
      if (grant.remaining === 0) emptied += 1
      onBurn?.(grant, amount)
    }
    this.#balance -= served
    if (emptied > 0) this.#leaveFirst(emptied)
    return served
  }

  /**
   * Takes out the grants whose time is over at `instant`; an expiry is exclusive, so `expiresAt` itself is over. The
   * answer is good until this is asked again.
   */
  takeDue(instant: Instant): readonly Grant[] {
    const grants = this.#grants
    const due = this.#due
    while (due.length > 0) due.pop()
    let kept = 0
    for (let place = 0; place < grants.length; place += 1) {
      const grant = grants[place]
      if (grant === undefined) break
      if (grant.expiresAt <= instant) {
        due.push(grant)
        this.#balance -= grant.remaining
      } else {
        grants[kept] = grant
        kept += 1
      }
    }
    while (grants.length > kept) grants.pop()
    return due
  }

  /** Takes out every grant, in burn order. */
  takeAll(): readonly Grant[] {
    this.#balance = 0
    return this.#grants.splice(0)
  }

  /** Moved by hand: taking from the front of a list costs many times more than moving its few items. */
  #leaveFirst(count: number): void {
    const grants = this.#grants
    for (let place = 0; place < grants.length; place += 1) {
      const grant = grants[place]
      if (grant === undefined) break
      if (place < count) this.leave(grant)
      else grants[place - count] = grant
    }
    for (let left = count; left > 0; left -= 1) grants.pop()
  }
}

type Reusable = { -readonly [Key in keyof Grant]: Grant[Key] }

const blankGrant = (): Reusable => ({
  id: 0,
  source: 'plan',
  createdAt: 0,
  expiresAt: 0,
  priority: 0,
  carries: 0,
  isRolledOver: false,
  amount: 0,
  remaining: 0,
})
