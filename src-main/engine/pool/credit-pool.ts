import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { BurnsBefore } from './burn-order.ts'
import type { Grant } from '../record/grant.ts'

const NONE: readonly Grant[] = []

/**
 * The one pool of credits an account burns from: its grants with something left, in burn order. Every credit
 * granted is used, expired, forfeited or still here.
 */
export class CreditPool {
  readonly #burnsBefore: BurnsBefore
  readonly #grants: Grant[] = []
  #balance: Credits = 0

  constructor(burnsBefore: BurnsBefore) {
    this.#burnsBefore = burnsBefore
  }

  /** Credits on hand. */
  get balance(): Credits {
    return this.#balance
  }

  get grants(): readonly Readonly<Grant>[] {
    return this.#grants
  }

  /** Adds a grant of more than zero credits in its place in the burn order. */
  add(grant: Grant): void {
    const grants = this.#grants
    let place = grants.length
    while (place > 0) {
      const before = grants[place - 1]
      if (before === undefined || this.#burnsBefore(before, grant) < 0) break
      place -= 1
    }
    if (place === grants.length) grants.push(grant)
    else grants.splice(place, 0, grant)
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
    const served = Math.min(wanted, this.#balance)
    let left = served
    let emptied = 0
    for (const grant of this.#grants) {
      if (left === 0) break
      const amount = Math.min(left, grant.remaining)
      grant.remaining -= amount
      left -= amount
      if (grant.remaining === 0) emptied += 1
      onBurn?.(grant, amount)
    }
    if (emptied > 0) this.#grants.splice(0, emptied)
    this.#balance -= served
    return served
  }

  /** Takes out the grants whose time is over at `instant`; an expiry is exclusive, so `expiresAt` itself is over. */
  takeDue(instant: Instant): readonly Grant[] {
    if (!this.#isAnyDue(instant)) return NONE
    const due = this.#grants.filter((grant) => grant.expiresAt <= instant)
    for (const grant of due) {
      this.#grants.splice(this.#grants.indexOf(grant), 1)
      this.#balance -= grant.remaining
    }
    return due
  }

  #isAnyDue(instant: Instant): boolean {
    for (const grant of this.#grants) if (grant.expiresAt <= instant) return true
    return false
  }

  /** Takes out every grant, in burn order. */
  takeAll(): readonly Grant[] {
    this.#balance = 0
    return this.#grants.splice(0)
  }
}
