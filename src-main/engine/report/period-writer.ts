import type { BlockCause, PeriodResult } from '#shared/run-result.ts'
import { dateText, type Instant, instantText } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Grant } from '../record/grant.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch, Use } from '../record/use.ts'
import { type DeficitFate, type PeriodUse, Recorder, type UsesHeard } from '../record/recorder.ts'

/** Writes what happened to the credits of each period, from the balance it opens with to the one it hands on. */
export class PeriodWriter extends Recorder {
  readonly periods: PeriodResult[] = []
  #open = noCredits()
  #deficit: Credits = 0
  /** Of the open period, the last one being in force. */
  #plans: Held[]

  constructor({ id }: CompiledPlan) {
    super()
    this.#plans = [{ plan: id, from: -Infinity }]
  }

  /** What a period was asked for and what grants served is told as it closes. */
  override get usesHeard(): UsesHeard {
    return 'pastPool'
  }

  override periodOpened({ start }: Period, balance: Credits): void {
    this.#open = { ...noCredits(), opening: balance }
    this.#plans = this.#plans.slice(-1).map(({ plan }) => ({ plan, from: start }))
  }

  override planChanged(at: Instant, _from: string, id: string): void {
    // A plan that another one took the place of at once was never in force; changes come in the order of time.
    while ((this.#plans.at(-1)?.from ?? -Infinity) >= at) this.#plans.pop()
    this.#plans.push({ plan: id, from: at })
  }

  override renewed(_period: Period, grant: Grant | null, heldBack: Credits): void {
    this.#open.granted += (grant?.amount ?? 0) + heldBack
    this.#open.forfeited += heldBack
  }

  override granted(_at: Instant, _period: Period, _grant: Grant, amount: Credits): void {
    this.#open.granted += amount
  }

  override used(_stretch: Stretch, use: Use): void {
    const open = this.#open
    open.grace += use.grace
    open.overage += use.overage
    this.#deficit += use.deficit
    for (const { credits, cause } of use.blocked)
      open.blocked.set(cause, (open.blocked.get(cause) ?? 0) + credits)
  }

  override repaid(_at: Instant, _period: Period, _grant: Grant, amount: Credits): void {
    this.#open.repaid += amount
    this.#deficit -= amount
  }

  override deficitEnded(_at: Instant, _period: Period, fate: DeficitFate, amount: Credits): void {
    if (fate === 'carried') return
    if (fate === 'forgiven') this.#open.forgiven += amount
    this.#deficit -= amount
  }

  override expired(_period: Period, _grant: Grant, amount: Credits): void {
    this.#open.expired += amount
  }

  override forfeited(_period: Period, _grant: Grant, amount: Credits): void {
    this.#open.forfeited += amount
  }

  override periodClosed(period: Period, balance: Credits, _rolledOver: Credits, used: PeriodUse): void {
    const open = this.#open
    this.periods.push({
      index: period.index + 1,
      start: dateText(period.start),
      end: dateText(period.end),
      isCut: period.isCut === true,
      plans: this.#plansUntil(period.end).map(({ plan, from }) => ({ plan, from: instantText(from) })),
      openingCredits: creditsText(open.opening),
      grantedCredits: creditsText(open.granted),
      usage: creditsText(used.wanted),
      poolCredits: creditsText(used.pooled),
      graceCredits: creditsText(open.grace),
      overageCredits: creditsText(open.overage),
      blockedCredits: creditsText(sum(open.blocked.values())),
      blockedBecause: [...open.blocked].map(([cause, credits]) => ({ cause, credits: creditsText(credits) })),
      expiredCredits: creditsText(open.expired),
      forfeitedCredits: creditsText(open.forfeited),
      repaidCredits: creditsText(open.repaid),
      forgivenCredits: creditsText(open.forgiven),
      closingCredits: creditsText(balance),
      deficitCredits: creditsText(this.#deficit),
    })
  }

  /** A change that restarts the cycle is told before the period it ends: the new plan is the next period's. */
  #plansUntil(end: Instant): readonly Held[] {
    const held = this.#plans.filter(({ from }) => from < end)
    return held.length > 0 ? held : this.#plans
  }
}

interface Held {
  readonly plan: string
  readonly from: Instant
}

interface OpenPeriod {
  opening: Credits
  granted: Credits
  grace: Credits
  overage: Credits
  readonly blocked: Map<BlockCause, Credits>
  expired: Credits
  forfeited: Credits
  repaid: Credits
  forgiven: Credits
}

const noCredits = (): OpenPeriod => ({
  opening: 0,
  granted: 0,
  grace: 0,
  overage: 0,
  blocked: new Map(),
  expired: 0,
  forfeited: 0,
  repaid: 0,
  forgiven: 0,
})

const sum = (amounts: Iterable<Credits>): Credits => [...amounts].reduce((total, amount) => total + amount, 0)
