import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { type Allowance, barred } from '../gate/allowance.ts'
import type { Reached } from '../record/use.ts'
import type { BlockedPart, Stretch, Use } from '../record/use.ts'
import type { Totals } from '../record/totals.ts'
import type { Attribution } from '../record/attribution.ts'
import { creditsFor } from '../usage/burn-rates.ts'
import { FreeRegenerations, type RegenerationPolicy } from '../usage/free-regenerations.ts'
import type { MeteredEvent } from '../usage/metered-event.ts'
import { type Month, type Span, type UsageOnPlan, wantedWithin } from '../usage/usage-source.ts'
import type { Gate } from '../gate/gate.ts'
import type { Gatekeeper } from '../gate/gatekeeper.ts'
import type { OverageMeter } from '../overage/overage-meter.ts'
import type { PastQuota, ServedPast, When } from '../overage/past-quota.ts'
import type { CreditBook } from '../pool/credit-book.ts'
import type { PeriodUse, Recorder } from '../record/recorder.ts'
import type { Moment } from '../subscription/moment.ts'
import { FirstUses } from './first-uses.ts'

const NO_REGENERATIONS = new FreeRegenerations(null)
const NOT_OFFERED = barred('noFeature')

const NONE_REACHED: readonly Reached[] = []
const NONE_BLOCKED: readonly BlockedPart[] = []
const NOTHING_PAST: ServedPast = { grace: 0, overage: 0 }

/** What usage meets of every account: the credits, and what serves usage past them. */
export interface DeskSetting {
  readonly moment: Moment
  readonly credits: CreditBook
  readonly overage: OverageMeter
  readonly totals: Totals
  readonly recorder: Recorder | undefined
}

/** Where usage is asked for: what holds it back, which credits it takes, and what is served past the quota. */
export class UsageDesk {
  declare private readonly moment: Moment
  private gatekeeper: Gatekeeper | null = null
  declare private readonly credits: CreditBook
  declare private readonly overage: OverageMeter
  private wallet: PastQuota | null = null
  declare private readonly totals: Totals
  declare private readonly recorder: Recorder | undefined
  /** Whether somebody writes down what the pool serves whole with some left, too. */
  declare private readonly isToldAll: boolean
  /** What was told of by now on a plan, where the first of each kind is; null where it is not. */
  private firsts: FirstUses | null = null
  private regenerations = NO_REGENERATIONS
  /** Whether the open period has blocked anything yet. */
  private isBlocked = false
  private anythingServed = false
  /** What was asked for and served from grants before the open period. */
  private wantedBefore = 0
  private pooledBefore = 0

  constructor(setting: DeskSetting) {
    this.moment = setting.moment
    this.credits = setting.credits
    this.overage = setting.overage
    this.totals = setting.totals
    this.recorder = setting.recorder
    this.isToldAll = setting.recorder?.usesHeard === 'all'
  }

  /**
   * Another account's from now on. `gatekeeper`: null when nobody is named, and nothing but the pool holds usage back;
   * `wallet`: null without a prepaid balance.
   */
  restart(
    gatekeeper: Gatekeeper | null,
    wallet: PastQuota | null,
    regenerations: RegenerationPolicy | null,
  ): void {
    this.gatekeeper = gatekeeper
    this.wallet = wallet
    this.regenerations = regenerations === null ? NO_REGENERATIONS : new FreeRegenerations(regenerations)
    this.firsts = this.recorder?.usesHeard === 'firstOfEach' ? new FirstUses() : null
    this.startTerm()
    this.startPeriod()
  }

  /** Whether any credits were used in the running term. */
  get isAnythingServed(): boolean {
    return this.anythingServed
  }

  startTerm(): void {
    this.anythingServed = false
  }

  startPeriod(): void {
    this.isBlocked = false
    this.wantedBefore = this.totals.wantedCredits
    this.pooledBefore = this.totals.pooledCredits
  }

  /** What the open period was asked for so far. */
  get ofPeriod(): PeriodUse {
    const { wantedCredits, pooledCredits } = this.totals
    return { wanted: wantedCredits - this.wantedBefore, pooled: pooledCredits - this.pooledBefore }
  }

  /** On plans that sell usage from a prepaid balance, an account that has one pays from it. */
  private get past(): PastQuota {
    return this.wallet === null || this.moment.plan.prepaid === null ? this.overage : this.wallet
  }

  /** Whether somebody hears of a use that the pool serves whole, for it is of no kind that was used on the plan before. */
  private isFirst(kind: object): boolean {
    return this.firsts !== null && this.firsts.isFirst(this.moment.plan, kind)
  }

  /** Modelled usage of a stretch of a month, divisible: what cannot be served is blocked, the rest is not. */
  modelled(span: Span, month: Month, usage: UsageOnPlan): void {
    const wanted = wantedWithin(usage, month, span)
    const { attribution, isOffered } = usage
    const gate = this.gateOf(attribution)
    if (gate !== null && gate.isElsewhere) return this.elsewhere(span.at, span.until, attribution, 0, wanted)
    const allowance = isOffered ? heldBack(gate, wanted) : NOT_OFFERED
    const allowed = allowance === null ? wanted : Math.min(wanted, allowance.credits)
    const pooled = Math.min(allowed, this.credits.balance)
    const past = allowed > pooled ? this.serve(span, allowed - pooled) : NOTHING_PAST
    this.count(wanted, pooled, pooled + past.grace + past.overage, gate)
    if (this.recorder === undefined || (!this.isToldAll && this.isUntold(usage, wanted, pooled)))
      this.credits.burn(pooled)
    else this.tellModelled(span, month, usage, this.useOf(attribution, wanted, pooled, past, allowance, gate))
  }

  /** Whether nobody hears of it but who hears of all. */
  private isUntold(usage: UsageOnPlan, wanted: Credits, pooled: Credits): boolean {
    if (pooled !== wanted) return false
    return wanted === 0 || (pooled < this.credits.balance && !this.isFirst(usage))
  }

  private tellModelled({ at, until }: Span, month: Month, usage: UsageOnPlan, use: Use): void {
    const { credits, weekdays } = usage
    const stretch = { ...this.moment.period, at, until, month, monthly: credits[month.index] ?? 0, weekdays }
    const available = this.credits.balance
    this.credits.burn(use.pooled, stretch)
    this.tell(stretch, use, available)
  }

  /** What usage meets besides the pool; null where nobody is named. */
  private gateOf(attribution: Attribution): Gate | null {
    return this.gatekeeper === null ? null : this.gatekeeper.at(attribution)
  }

  private serve(when: When, wanted: Credits): ServedPast {
    return this.past.serve(when, wanted, this.moment.plan)
  }

  /** Of a limit and the pool the tighter one is to blame for all that is blocked, as it is for a single event. */
  private useOf(
    attribution: Attribution,
    wanted: Credits,
    pooled: Credits,
    { grace, overage }: ServedPast,
    allowance: Allowance | null,
    gate: Gate | null,
  ): Use {
    const served = pooled + grace + overage
    const isLimited = allowance !== null && served === Math.min(wanted, allowance.credits)
    return {
      attribution,
      requests: 0,
      wanted,
      pooled,
      grace,
      overage,
      deficit: this.past.owed(overage),
      blocked: blockedPart(wanted - served, isLimited ? allowance : this.pastPool()),
      reached: reachedAt(gate, served),
      isFree: false,
    }
  }

  /** A usage event, all or nothing: what cannot be served whole is not served at all. */
  event(event: MeteredEvent): void {
    const { at, attribution, quantity } = event
    const { ratio, isOffered } = event.rateOn(this.moment.plan.id)
    const isFree = this.regenerations.isFree(event)
    const credits = isFree ? 0 : creditsFor(quantity, ratio)
    const gate = this.gateOf(attribution)
    const obstacle = isOffered ? this.obstacleOf(gate, credits) : NOT_OFFERED
    const available = this.credits.balance
    const pooled = obstacle === null ? Math.min(credits, available) : 0
    const pastPool = obstacle === null ? credits - pooled : 0
    const { grace, overage } = pastPool > 0 ? this.serve(event, pastPool) : NOTHING_PAST
    this.count(credits, pooled, pooled + grace + overage, gate)
    if (obstacle === null) this.regenerations.served(event)
    else this.tellBlocked()
    // What costs nothing is told: it says nothing of the first use of its kind that does.
    const isLeft = pooled < available
    const isWhole = obstacle === null && pastPool === 0 && credits > 0 && isLeft && !this.isFirst(attribution)
    const isTold = this.isToldAll || (this.recorder !== undefined && !isWhole)
    const stretch: Stretch | null = isTold ? { ...this.moment.period, at, until: at } : null
    if (stretch === null) return this.credits.burn(pooled)
    this.credits.burn(pooled, stretch)
    const blocked = obstacle?.cause
      ? [{ credits, cause: obstacle.cause, left: obstacle.credits, subject: obstacle.subject }]
      : NONE_BLOCKED
    const use: Use = {
      attribution,
      requests: 1,
      wanted: credits,
      pooled,
      grace,
      overage,
      deficit: this.past.owed(overage),
      blocked,
      reached: reachedAt(gate, pooled + grace + overage),
      isFree,
    }
    this.tell(stretch, use, available)
  }

  /** An event of a workspace that is not linked. */
  eventElsewhere({ at, attribution, quantity, rateOn }: MeteredEvent): void {
    const { ratio } = rateOn(this.moment.plan.id)
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
    if (this.gatekeeper?.workspaces?.standingOf(workspace) !== 'notLinkedYet') return
    this.recorder?.usedElsewhere(at, until, workspace, requests, credits)
  }

  /**
   * What keeps a use of so many credits from being served whole; null when nothing does. Of a limit and the pool
   * it is the one that allows less, the limit where both allow the same. Who may use nothing is stopped even where
   * it would cost nothing.
   */
  private obstacleOf(gate: Gate | null, credits: Credits): Allowance | null {
    const { plan } = this.moment
    const allowance = gate?.allow()
    if (allowance?.isBarred) return allowance
    if (credits > plan.largestRequest && this.overage.isOptedIn) return limitedBy('requestTooLarge')
    const pastPool = Math.max(0, credits - this.credits.balance)
    const paid = pastPool === 0 ? 0 : pastPool - this.past.graceFor(pastPool, plan)
    const unserved = paid === 0 ? 0 : paid - this.past.servable(paid, plan)
    if (allowance !== undefined && allowance.credits < credits && allowance.credits <= credits - unserved)
      return allowance
    return unserved === 0 ? null : this.tooLittle(credits - unserved)
  }

  /** What stops a request of which only `left` could be served: where that is anything, nothing has run out yet. */
  private tooLittle(left: Credits): Allowance {
    const { cause, ...obstacle } = this.pastPool()
    return { ...obstacle, cause: left > 0 && cause !== 'spendLimit' ? 'notEnoughLeft' : cause, credits: left }
  }

  /** What stops usage that the pool does not serve. */
  private pastPool(): Allowance {
    return limitedBy(this.past.whyBlocked(this.moment.plan))
  }

  /** Overage that the use brings to a threshold is invoiced once the use is told. */
  private tell(stretch: Stretch, use: Use, available: Credits): void {
    this.recorder?.used(stretch, use, available)
    this.overage.bringForward(stretch, use, this.moment.plan)
  }

  private count(wanted: Credits, pooled: Credits, served: Credits, gate: Gate | null): void {
    const totals = this.totals
    totals.wantedCredits += wanted
    totals.pooledCredits += pooled
    if (served > 0) this.anythingServed = true
    if (gate !== null) gate.count(served)
    if (served === wanted) return
    totals.blockedCredits += wanted - served
    this.tellBlocked()
  }

  /** Something is blocked: the open period counts among those in which anything was. */
  private tellBlocked(): void {
    if (!this.isBlocked) this.totals.blockedPeriods += 1
    this.isBlocked = true
  }
}

/** What lets less than this through besides the pool; null where nothing does, as mostly day after day. */
const heldBack = (gate: Gate | null, wanted: Credits): Allowance | null =>
  gate === null || gate.left >= wanted ? null : gate.allow()

/** The limits that credits just counted brought to their end. */
const reachedAt = (gate: Gate | null, served: Credits): readonly Reached[] =>
  served === 0 || gate === null ? NONE_REACHED : gate.reached()

const limitedBy = (cause: BlockCause): Allowance => ({ credits: 0, cause, subject: null, isBarred: false })

const blockedPart = (credits: Credits, { cause, subject }: Allowance): readonly BlockedPart[] =>
  credits === 0 || cause === null ? NONE_BLOCKED : [{ credits, cause, left: 0, subject }]
