import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { inBounds, MICROS } from '../exact/amount.ts'
import type { CompiledPack } from '../plan/compiled-pack.ts'
import { clamped, type CustomGrantTerms } from './custom-grant.ts'
import type { PooledGrant } from '../pool/credit-pool.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Totals } from '../record/totals.ts'
import type { Recorder } from '../record/recorder.ts'
import type { CreditBook } from '../pool/credit-book.ts'
import type { Moment } from '../subscription/moment.ts'
import type { Funds } from './funds-terms.ts'

/** A custom grant in force, and which refill comes next. */
interface Live {
  readonly terms: CustomGrantTerms
  readonly grant: PooledGrant
  refill: number
}

/**
 * Credits that do not come with the subscription: custom grants and packs. They start, refill and expire at instants of
 * their own, within a billing period too, and no change of plan touches them. Source: DESIGN §4, custom grants.
 */
export class OwnGrants {
  readonly #coming: readonly CustomGrantTerms[]
  readonly #packs: ReadonlyMap<string, CompiledPack>
  readonly #moment: Moment
  readonly #credits: CreditBook
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  #started = 0
  #live: Live[] = []
  /** Grants that will expire. */
  #ending: PooledGrant[] = []
  #nextArrival: Instant = Infinity
  #nextExpiry: Instant = Infinity

  constructor(
    { grants, packs }: Funds,
    moment: Moment,
    credits: CreditBook,
    totals: Totals,
    recorder: Recorder | undefined,
  ) {
    this.#coming = grants
    this.#packs = new Map(packs.map((pack) => [pack.id, pack]))
    this.#moment = moment
    this.#credits = credits
    this.#totals = totals
    this.#recorder = recorder
    this.#nextArrival = this.#arrivalAhead()
  }

  /** When a grant starts or refills next. */
  get nextArrival(): Instant {
    return this.#nextArrival
  }

  get nextExpiry(): Instant {
    return this.#nextExpiry
  }

  /** Everything that starts or refills at `at`, and then repays what is owed; the order of grants in the scenario makes no difference. */
  arrive(at: Instant): void {
    const [credits, { period }] = [this.#credits, this.#moment]
    for (const live of this.#live) {
      if (live.terms.refills[live.refill] !== at) continue
      live.refill += 1
      credits.refill(at, period, live.grant, Math.max(0, live.terms.amount - live.grant.remaining))
    }
    for (let terms = this.#coming[this.#started]; terms?.start === at; terms = this.#coming[this.#started]) {
      this.#started += 1
      const grant = credits.grantOwn(at, period, terms)
      this.#live.push({ terms, grant, refill: 0 })
      this.#keepEnding(grant)
    }
    credits.repay(at, period)
    this.#nextArrival = this.#arrivalAhead()
  }

  /** What is over at `at` expires; an expiry is exclusive, so usage of this instant comes too late. */
  expire(at: Instant): void {
    if (this.#nextExpiry > at) return
    const [credits, { period }] = [this.#credits, this.#moment]
    for (const grant of this.#ending) {
      if (grant.expiresAt <= at) credits.expireOwn({ ...period, end: at }, grant)
    }
    this.#ending = this.#ending.filter((grant) => grant.expiresAt > at)
    this.#live = this.#live.filter(({ grant }) => grant.expiresAt > at)
    this.#nextArrival = this.#arrivalAhead()
    this.#nextExpiry = this.#ending.reduce((next, grant) => Math.min(next, grant.expiresAt), Infinity)
  }

  /**
   * A billing period ends: all balances are held to their clamps, and then repay what is owed. A grant that expires now is gone already, and one that
   * starts now has not started yet.
   */
  reset(period: Period): void {
    this.expire(period.end)
    const credits = this.#credits
    for (const { terms, grant } of this.#live) {
      const more = clamped(grant.remaining, terms) - grant.remaining
      if (more > 0) credits.refill(period.end, period, grant, more)
      else if (more < 0) credits.forfeit(period, grant, -more)
    }
    credits.repay(period.end, period)
  }

  /** Packs are paid for and there at once; each purchase is priced by itself. Answers why it is refused, or null. */
  buy(at: Instant, id: string, count: number): string | null {
    const pack = this.#packs.get(id)
    if (pack === undefined) return `The catalogue has no pack "${id}".`
    const { period } = this.#moment
    const expiresAt = pack.expiresAfterMonths === null ? Infinity : cycleStart(at, pack.expiresAfterMonths)
    const quantity = inBounds(count * MICROS)
    const amount = pack.charge.price(quantity)
    this.#totals.packs += amount
    this.#recorder?.charged(at, {
      kind: 'pack',
      description: pack.name,
      from: at,
      // One that never expires pays for no time that has an end.
      to: expiresAt === Infinity ? at : expiresAt,
      quantity,
      amount,
      exact: pack.charge.exact(quantity),
      working: () => pack.charge.working(quantity),
      source: pack.source,
    })
    const grant = this.#credits.grantOwn(at, period, {
      name: pack.id,
      source: 'pack',
      amount: inBounds(count * pack.credits),
      priority: 0,
      expiresAt,
    })
    this.#credits.repay(at, period)
    this.#keepEnding(grant)
    return null
  }

  #keepEnding(grant: PooledGrant): void {
    if (grant.expiresAt === Infinity) return
    this.#ending.push(grant)
    this.#nextExpiry = Math.min(this.#nextExpiry, grant.expiresAt)
  }

  #arrivalAhead(): Instant {
    let arrival = this.#coming[this.#started]?.start ?? Infinity
    for (const { terms, refill } of this.#live) arrival = Math.min(arrival, terms.refills[refill] ?? Infinity)
    return arrival
  }
}
