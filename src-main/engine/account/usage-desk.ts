import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { type Allowance, barred } from '../gate/allowance.ts'
import type { Reached } from '../record/use.ts'
import type { BlockedPart, Stretch } from '../record/use.ts'
import type { Totals } from '../record/totals.ts'
import type { Attribution } from '../record/attribution.ts'
import { creditsFor } from '../usage/burn-rates.ts'
import { FreeRegenerations, type RegenerationPolicy } from '../usage/free-regenerations.ts'
import type { MeteredEvent } from '../usage/metered-event.ts'
import type { Gatekeeper } from '../gate/gatekeeper.ts'
import type { OverageMeter } from '../overage/overage-meter.ts'
import type { PastQuota } from '../overage/past-quota.ts'
import type { CreditBook } from '../pool/credit-book.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Moment } from '../subscription/moment.ts'

/** A use as it comes to an account. */
export interface Usage {
  readonly attribution: Attribution
  /** Whether the plan of the moment has the product. */
  readonly isOffered: boolean
}

const NOT_OFFERED = barred('noFeature')

const NONE_REACHED: readonly Reached[] = []
const NONE_BLOCKED: readonly BlockedPart[] = []

/** What usage meets: who may use credits, the credits, and what serves usage past them. */
export interface DeskSetting {
  readonly moment: Moment
  /** Null when nobody is named, and nothing but the pool holds usage back. */
  readonly gatekeeper: Gatekeeper | null
  readonly credits: CreditBook
  readonly overage: OverageMeter
  /** A prepaid balance; null where the account has none. */
  readonly wallet: PastQuota | null
  readonly totals: Totals
  readonly recorder: Recorder | undefined
}

/** Where usage is asked for: what holds it back, which credits it takes, and what is served past the quota. */
export class UsageDesk {
  readonly #moment: Moment
  readonly #gatekeeper: Gatekeeper | null
  readonly #credits: CreditBook
  readonly #overage: OverageMeter
  readonly #wallet: PastQuota | null
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  readonly #regenerations: FreeRegenerations
  /** Whether the open period has blocked anything yet. */
  #isBlocked = false
  #isAnythingServed = false

  constructor(setting: DeskSetting, regenerations: RegenerationPolicy | null) {
    this.#moment = setting.moment
    this.#gatekeeper = setting.gatekeeper
    this.#credits = setting.credits
    this.#overage = setting.overage
    this.#wallet = setting.wallet
    this.#totals = setting.totals
    this.#recorder = setting.recorder
    this.#regenerations = new FreeRegenerations(regenerations)
  }

  /** Whether any credits were used in the running term. */
  get isAnythingServed(): boolean {
    return this.#isAnythingServed
  }

  startTerm(): void {
    this.#isAnythingServed = false
  }

  startPeriod(): void {
    this.#isBlocked = false
  }

  /** On plans that sell usage from a prepaid balance, an account that has one pays from it. */
  get #past(): PastQuota {
    return this.#wallet === null || this.#moment.plan.prepaid === null ? this.#overage : this.#wallet
  }

  /** Modelled usage, divisible: what cannot be served is blocked, the rest is not. */
  modelled(at: Instant, until: Instant, { attribution, isOffered }: Usage, wanted: Credits): void {
    const allowance = isOffered ? this.#gatekeeper?.allow(attribution) : NOT_OFFERED
    const allowed = allowance === undefined ? wanted : Math.min(wanted, allowance.credits)
    const available = this.#credits.balance
    const pooled = Math.min(allowed, available)
    const beyond = allowed - pooled
    const grace = beyond > 0 ? this.#past.graceFor(beyond, this.#moment.plan) : 0
    const overage = beyond > grace ? this.#past.servable(beyond - grace, this.#moment.plan) : 0
    this.#count(at, wanted, pooled, grace, overage, attribution)
    if (pooled + grace + overage < wanted) this.#tellBlocked()
    if (this.#recorder === undefined) return this.#credits.burn(pooled, null)
    const stretch = { ...this.#moment.period, at, until }
    this.#credits.burn(pooled, stretch)
    const served = pooled + grace + overage
    // Of a limit and the pool the tighter one is to blame for all that is blocked, as it is for a single event.
    const obstacle = served === allowed && allowance !== undefined ? allowance : this.#pastPool()
    const blocked = blockedPart(wanted - served, obstacle)
    const reached = this.#reached(attribution, served)
    const deficit = this.#past.owed(overage)
    this.#recorder.used(
      stretch,
      {
        attribution,
        requests: 0,
        wanted,
        pooled,
        grace,
        overage,
        deficit,
        blocked,
        reached,
        isFree: false,
      },
      available,
    )
  }

  /** A usage event, all or nothing: what cannot be served whole is not served at all. */
  event(event: MeteredEvent): void {
    const { at, attribution, quantity } = event
    const { ratio, isOffered } = event.rateOn(this.#moment.plan.id)
    const isFree = this.#regenerations.isFree(event)
    const credits = isFree ? 0 : creditsFor(quantity, ratio)
    const obstacle = isOffered ? this.#obstacleOf(attribution, credits) : NOT_OFFERED
    const available = this.#credits.balance
    const pooled = obstacle === null ? Math.min(credits, available) : 0
    const beyond = obstacle === null ? credits - pooled : 0
    const grace = beyond > 0 ? this.#past.graceFor(beyond, this.#moment.plan) : 0
    const overage = beyond - grace
    this.#count(at, credits, pooled, grace, overage, attribution)
    if (obstacle === null) this.#regenerations.served(event)
    else this.#tellBlocked()
    const stretch: Stretch | null =
      this.#recorder === undefined ? null : { ...this.#moment.period, at, until: at }
    this.#credits.burn(pooled, stretch)
    if (stretch === null) return
    const blocked = obstacle?.cause
      ? [{ credits, cause: obstacle.cause, left: obstacle.credits, subject: obstacle.subject }]
      : NONE_BLOCKED
    const deficit = this.#past.owed(overage)
    const reached = this.#reached(attribution, pooled + grace + overage)
    this.#recorder?.used(
      stretch,
      {
        attribution,
        requests: 1,
        wanted: credits,
        pooled,
        grace,
        overage,
        deficit,
        blocked,
        reached,
        isFree,
      },
      available,
    )
  }

  /** An event of a workspace that is not linked. */
  eventElsewhere({ at, attribution, quantity, rateOn }: MeteredEvent): void {
    const { ratio } = rateOn(this.#moment.plan.id)
    this.elsewhere(at, at, attribution, 1, creditsFor(quantity, ratio))
  }

  /**
   * Usage of a workspace that is not linked is not this account's. Before it is linked no bill of the run has it, so that
   * it is told; on a subscription of its own it is on that one's bill.
   */
  elsewhere(
    at: Instant,
    until: Instant,
    { workspace }: Attribution,
    requests: number,
    credits: Credits,
  ): void {
    if (workspace === null || requests + credits === 0) return
    if (this.#gatekeeper?.workspaces?.standingOf(workspace) !== 'notLinkedYet') return
    this.#recorder?.usedElsewhere(at, until, workspace, requests, credits)
  }

  /**
   * What keeps a use of so many credits from being served whole; null when nothing does. Of a limit and the pool
   * it is the one that allows less, the limit where both allow the same. Who may use nothing is stopped even where
   * it would cost nothing.
   */
  #obstacleOf(attribution: Attribution, credits: Credits): Allowance | null {
    const { plan } = this.#moment
    const allowance = this.#gatekeeper?.allow(attribution)
    if (allowance?.isBarred) return allowance
    if (credits > plan.largestRequest && this.#overage.isOptedIn) return limitedBy('requestTooLarge')
    const beyond = Math.max(0, credits - this.#credits.balance)
    const paid = beyond === 0 ? 0 : beyond - this.#past.graceFor(beyond, plan)
    const unserved = paid === 0 ? 0 : paid - this.#past.servable(paid, plan)
    if (allowance !== undefined && allowance.credits < credits && allowance.credits <= credits - unserved)
      return allowance
    return unserved === 0 ? null : this.#tooLittle(credits - unserved)
  }

  /** What stops a request of which only `left` could be served: where that is anything, nothing has run out yet. */
  #tooLittle(left: Credits): Allowance {
    const { cause, ...obstacle } = this.#pastPool()
    return { ...obstacle, cause: left > 0 && cause !== 'spendLimit' ? 'notEnoughLeft' : cause, credits: left }
  }

  /** What stops usage that the pool does not serve. */
  #pastPool(): Allowance {
    return limitedBy(this.#past.whyBlocked(this.#moment.plan))
  }

  /** The limits that credits just counted brought to their end. */
  #reached(attribution: Attribution, served: Credits): readonly Reached[] {
    return served === 0 ? NONE_REACHED : (this.#gatekeeper?.reached(attribution) ?? NONE_REACHED)
  }

  #count(
    at: Instant,
    wanted: Credits,
    pooled: Credits,
    grace: Credits,
    overage: Credits,
    attribution: Attribution,
  ): void {
    const totals = this.#totals
    totals.wantedCredits += wanted
    totals.pooledCredits += pooled
    if (grace + overage > 0) this.#past.count(at, grace, overage)
    const served = pooled + grace + overage
    if (served > 0) this.#isAnythingServed = true
    this.#gatekeeper?.count(attribution, served)
    totals.blockedCredits += wanted - served
  }

  /** Something is blocked: the open period counts among those in which anything was. */
  #tellBlocked(): void {
    if (!this.#isBlocked) this.#totals.blockedPeriods += 1
    this.#isBlocked = true
  }
}

const limitedBy = (cause: BlockCause): Allowance => ({ credits: 0, cause, subject: null, isBarred: false })

const blockedPart = (credits: Credits, { cause, subject }: Allowance): readonly BlockedPart[] =>
  credits === 0 || cause === null ? NONE_BLOCKED : [{ credits, cause, left: 0, subject }]
