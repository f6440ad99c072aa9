import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { BurnsBefore } from './burn-order.ts'
import { comesWithSubscription, type Grant, type GrantSource } from '../record/grant.ts'

/** A grant in its place in a pool. */
export interface PooledGrant extends Grant {
  /** What burns after it; null for the last one. */
  next: PooledGrant | null
}

/**
 * The one pool of credits an account burns from: its grants with something left, each knowing the one that burns after
 * it. Every credit granted is used, expired, forfeited or still here.
 */
export class CreditPool {
  declare private burnsBefore: BurnsBefore
  private first: PooledGrant | null = null
  private last: PooledGrant | null = null
  declare private readonly isReusing: boolean
  /** Grants that are over, to be made into new ones. */
  private over: Reusable | null = null
  private held: Credits = 0

  /** `isReusing`: nobody else keeps a grant that is over, so that it may be made into a new one. */
  constructor(burnsBefore: BurnsBefore, isReusing = false) {
    this.burnsBefore = burnsBefore
    this.isReusing = isReusing
  }

  /** Another account's pool from now on, with nothing in it. */
  restart(burnsBefore: BurnsBefore): void {
    this.burnsBefore = burnsBefore
    this.held = 0
    for (let grant = this.first; grant !== null; grant = this.leaveFirst(grant));
  }

  /** Credits on hand. */
  get balance(): Credits {
    return this.held
  }

  /** In burn order. */
  get grants(): readonly Readonly<PooledGrant>[] {
    return this.all()
  }

  /** Makes a grant of more than zero credits that come with the subscription, and adds it in its place. */
  grant(
    id: number,
    source: GrantSource,
    createdAt: Instant,
    expiresAt: Instant,
    amount: Credits,
    carries: number,
  ): PooledGrant {
    const grant = this.over ?? blankGrant()
    this.over = grant.next
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
  leave(grant: PooledGrant): void {
    if (!this.isReusing || !comesWithSubscription(grant)) return
    grant.next = this.over
    this.over = grant
  }

  /** Adds a grant of more than zero credits in its place in the burn order. */
  add(grant: PooledGrant): void {
    const last = this.last
    this.held += grant.remaining
    if (last !== null && this.burnsBefore(last, grant) > 0) return this.insert(grant)
    grant.next = null
    if (last === null) this.first = grant
    else last.next = grant
    this.last = grant
  }

  /** More of a grant there is, or of one that was used up. */
  put(grant: PooledGrant, amount: Credits): void {
    const isHere = grant.remaining > 0
    grant.remaining += amount
    if (isHere) this.held += amount
    else this.add(grant)
  }

  /** Takes some or all of what is left of one grant. */
  take(grant: PooledGrant, amount: Credits): void {
    grant.remaining -= amount
    this.held -= amount
    if (grant.remaining === 0) this.unlink(grant, this.before(grant))
  }

  /** Takes up to `wanted` credits from the grants in burn order and answers how many there were. */
  burn(wanted: Credits, onBurn?: (grant: Grant, amount: Credits) => void): Credits {
    const served = Math.min(wanted, this.held)
    let left = served
    let grant = this.first
    this.held -= served
    while (left > 0 && grant !== null) {
      const amount = Math.min(left, grant.remaining)
      left -= amount
      grant.remaining -= amount
      if (onBurn !== undefined) onBurn(grant, amount)
      if (grant.remaining > 0) break
      grant = this.leaveFirst(grant)
    }
    return served
  }

  /**
   * Takes out the first grant whose time is over at `instant`, null when there is none; an expiry is exclusive, so
   * `expiresAt` itself is over.
   */
  takeDue(instant: Instant): PooledGrant | null {
    let before: PooledGrant | null = null
    for (let grant = this.first; grant !== null; grant = grant.next) {
      if (grant.expiresAt <= instant) return this.takeOut(grant, before)
      before = grant
    }
    return null
  }

  /** Takes out every grant, in burn order. */
  takeAll(): readonly PooledGrant[] {
    const grants = this.all()
    this.first = null
    this.last = null
    this.held = 0
    return grants
  }

  private all(): readonly PooledGrant[] {
    const grants: PooledGrant[] = []
    for (let grant = this.first; grant !== null; grant = grant.next) grants.push(grant)
    return grants
  }

  private insert(grant: PooledGrant): void {
    let before: PooledGrant | null = null
    let after = this.first
    while (after !== null && this.burnsBefore(after, grant) < 0) {
      before = after
      after = after.next
    }
    grant.next = after
    if (before === null) this.first = grant
    else before.next = grant
  }

  private takeOut(grant: PooledGrant, before: PooledGrant | null): PooledGrant {
    this.held -= grant.remaining
    this.unlink(grant, before)
    return grant
  }

  private unlink({ next }: PooledGrant, before: PooledGrant | null): void {
    if (before === null) this.first = next
    else before.next = next
    if (next === null) this.last = before
  }

  /** The first grant is used up; answers the next one. */
  private leaveFirst(grant: PooledGrant): PooledGrant | null {
    const { next } = grant
    this.unlink(grant, null)
    this.leave(grant)
    return next
  }

  private before(grant: PooledGrant): PooledGrant | null {
    let before: PooledGrant | null = null
    for (let each = this.first; each !== null && each !== grant; each = each.next) before = each
    return before
  }
}

type Reusable = { -readonly [Key in keyof PooledGrant]: PooledGrant[Key] }

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
  next: null,
})
