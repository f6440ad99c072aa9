import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { Allowance } from '../gate/gatekeeper.ts'
import type { BlockedPart, Stretch } from '../simulate/recorder.ts'
import type { Totals } from '../simulate/totals.ts'
import type { Attribution } from '../usage/attribution.ts'
import type { Account } from './account.ts'

/** A use as it comes to an account. */
export interface Usage {
  readonly attribution: Attribution
  /** Whether the plan of the moment has the product. */
  readonly isOffered: boolean
}

const NOT_OFFERED: Allowance = { credits: 0, cause: 'noFeature' }

/** Where usage is asked for: what holds it back, which credits it takes, and what is served beyond them. */
export class UsageDesk {
  readonly #account: Account
  readonly #totals: Totals
  /** Whether the open period has blocked anything yet. */
  #isBlocked = false

  constructor(account: Account, totals: Totals) {
    this.#account = account
    this.#totals = totals
  }

  startPeriod(): void {
    this.#isBlocked = false
  }

  /** Modelled usage, divisible: what cannot be served is blocked, the rest is not. */
  modelled(at: Instant, until: Instant, { attribution, isOffered }: Usage, wanted: Credits): void {
    const allowance = isOffered ? this.#account.gatekeeper?.allow(attribution) : NOT_OFFERED
    const allowed = allowance === undefined ? wanted : Math.min(wanted, allowance.credits)
    const available = this.#account.credits.balance
    const pooled = Math.min(allowed, available)
    const overage =
      pooled < allowed ? this.#account.overage.servable(allowed - pooled, this.#account.plan) : 0
    this.#count(wanted, pooled, overage, attribution)
    if (this.#account.recorder === undefined) return this.#account.credits.burn(pooled, null)
    const stretch = { ...this.#account.period, at, until }
    this.#account.credits.burn(pooled, stretch)
    const gated = blockedPart(wanted - allowed, allowance?.cause ?? null)
    const blocked = [
      ...gated,
      ...blockedPart(allowed - pooled - overage, this.#account.overage.whyBlocked(this.#account.plan)),
    ]
    this.#account.recorder.used(
      stretch,
      { attribution, requests: 0, wanted, pooled, overage, blocked },
      available,
    )
  }

  /** A usage event, all or nothing: what cannot be served whole is not served at all. */
  event(at: Instant, { attribution, isOffered }: Usage, credits: Credits): void {
    const cause = isOffered ? this.#whyBlocked(attribution, credits) : NOT_OFFERED.cause
    const available = this.#account.credits.balance
    const pooled = cause === null ? Math.min(credits, available) : 0
    const overage = cause === null ? credits - pooled : 0
    this.#count(credits, pooled, overage, attribution)
    const stretch: Stretch | null =
      this.#account.recorder === undefined ? null : { ...this.#account.period, at, until: at }
    this.#account.credits.burn(pooled, stretch)
    if (stretch === null) return
    const blocked = cause === null ? [] : [{ credits, cause }]
    this.#account.recorder?.used(
      stretch,
      { attribution, requests: 1, wanted: credits, pooled, overage, blocked },
      available,
    )
  }

  #whyBlocked(attribution: Attribution, credits: Credits): BlockCause | null {
    const allowance = this.#account.gatekeeper?.allow(attribution)
    if (allowance !== undefined && allowance.credits < credits) return allowance.cause
    const beyond = credits - this.#account.credits.balance
    if (beyond <= 0 || this.#account.overage.servable(beyond, this.#account.plan) === beyond) return null
    return this.#account.overage.whyBlocked(this.#account.plan)
  }

  #count(wanted: Credits, pooled: Credits, overage: Credits, attribution: Attribution): void {
    const totals = this.#totals
    totals.wantedCredits += wanted
    totals.pooledCredits += pooled
    if (overage > 0) this.#account.overage.count(overage)
    this.#account.gatekeeper?.count(attribution, pooled + overage)
    const blocked = wanted - pooled - overage
    if (blocked === 0) return
    totals.blockedCredits += blocked
    if (!this.#isBlocked) totals.blockedPeriods += 1
    this.#isBlocked = true
  }
}

const blockedPart = (credits: Credits, cause: BlockCause | null): readonly BlockedPart[] =>
  credits === 0 || cause === null ? [] : [{ credits, cause }]
