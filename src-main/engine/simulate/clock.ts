import { Account } from '../account/account.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { applyChange } from '../change/apply-change.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { periodOf, type Schedule } from '../calendar/schedule.ts'
import { type Month, usageOn, type UsageSource } from '../usage/usage-source.ts'
import { type Happening, Happenings } from './happenings.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'

/** When the run of an account ends. */
export const endOf = ({ window, schedule, months }: AccountTerms): Instant =>
  window?.end ?? periodOf(schedule, months).start

const beginOf = ({ window, schedule }: AccountTerms): Instant => window?.start ?? periodOf(schedule, 0).start

/**
 * One account's time. It may be let run in one go or in any number of parts: what each part comes to is counted
 * exactly, and the whole comes to the same. Within one instant the order is: close the period (overage, rollover,
 * expiry), then plan changes, then the renewal (subscription, grant), then other grants, then changes to seats and
 * limits, then usage (DESIGN §4).
 */
export class Clock {
  declare private readonly account: Account
  declare private readonly happenings: Happenings
  declare private schedule: Schedule
  private end: Instant = 0
  declare private month: Month
  /** Nothing happens within its periods: there is its subscription and its modelled usage, and nothing else. */
  private isQuiet = false
  /** The modelled usage that is taken in one step; null where there is none, or it is taken day by day. */
  private only: UsageSource | null = null
  /** From now to where time passes next. */
  declare private readonly span: { at: Instant; until: Instant }

  constructor(terms: AccountTerms, recorder: Recorder | undefined) {
    const begin = beginOf(terms)
    this.schedule = terms.schedule
    this.end = endOf(terms)
    this.month = monthOf(terms.schedule, begin)
    this.span = { at: begin, until: begin }
    this.account = new Account(terms, begin, recorder)
    this.happenings = new Happenings()
  }

  /** Lets an account's time begin; there is nothing left of the one before it. */
  begin(terms: AccountTerms): void {
    const begin = beginOf(terms)
    this.schedule = terms.schedule
    this.end = endOf(terms)
    this.month = monthOf(terms.schedule, begin)
    this.span.at = begin
    this.account.restart(terms, begin)
    this.happenings.restart(terms)
    this.isQuiet = terms.funds === undefined && this.happenings.areOver
    this.only = takenInOneStep(terms)
    this.openPeriod()
    this.account.funds?.wallet?.open(begin)
  }

  /**
   * Everything up to `instant`, which belongs to the next part, and a period that ends there. Where usage is taken day
   * by day (several sources, or a prepaid balance), parts end with days, so that the order within a day is kept.
   */
  advanceTo(instant: Instant): void {
    const stop = Math.min(instant, this.end)
    while (this.span.at < stop) this.advance(stop)
  }

  /** The rest of the run, and what it all comes to. Throws `OutOfBounds` when figures left the exact range. */
  finish(): Totals {
    this.advanceTo(this.end)
    return this.account.finish(this.end)
  }

  /** To what happens next, or to the end of the period, the month or the part, which is `stop`: to what is first. */
  private advance(stop: Instant): void {
    const account = this.account
    const month = this.month
    const span = this.span
    span.until = Math.min(account.period.end, month.end, stop)
    const next = this.nextBefore(span.until)
    if (next !== null) span.until = next.at
    const { until } = span
    if (until > span.at) this.useModelled()
    span.at = until
    if (next !== null) happen(account, next)
    else if (until === account.period.end) this.turnPeriod()
    if (until === month.end && until < this.end) this.month = periodOf(this.schedule, month.index + 1)
  }

  private nextBefore(boundary: Instant): Happening | null {
    return this.isQuiet ? null : this.happenings.before(boundary, this.account.funds)
  }

  /** One period ends; unless the run does too, the next one opens. */
  private turnPeriod(): void {
    this.account.close()
    if (this.span.at < this.end) this.openPeriod()
  }

  /** Plan changes of an instant come before the period that starts with it. */
  private openPeriod(): void {
    if (!this.isQuiet) this.changePlans()
    this.account.open()
  }

  private changePlans(): void {
    for (const change of this.happenings.planChangesAt(this.span.at)) applyChange(this.account, change)
  }

  /**
   * Modelled usage of the span. One source is divisible, so it is taken in one step. Several share the pool and its
   * limits: they are taken day by day, each day in order, so that they run out about together. A prepaid balance is
   * topped up on the day whose usage needs it, so there too usage is taken day by day.
   */
  private useModelled(): void {
    if (this.only !== null) return this.serve(this.only)
    const { usage } = this.account.terms
    if (usage.length > 0) this.useByDay(usage)
  }

  private useByDay(usage: readonly UsageSource[]): void {
    const span = this.span
    const to = span.until
    // No plan changes within a span.
    const { plan, usage: desk } = this.account
    const sources = usage.map((source) => usageOn(source, plan.id))
    while (span.at < to) {
      span.until = Math.min(to, span.at + DAY - ((span.at - this.month.start) % DAY))
      for (const source of sources) desk.modelled(span, this.month, source)
      span.at = span.until
    }
  }

  private serve(source: UsageSource): void {
    const { plan, usage } = this.account
    usage.modelled(this.span, this.month, usageOn(source, plan.id))
  }
}

function happen(account: Account, happening: Happening): void {
  if ('funds' in happening) return account.funds?.happen(happening.at, happening.funds)
  if ('change' in happening) return applyChange(account, happening)
  if (account.gatekeeper?.at(happening.attribution).isElsewhere === true)
    return account.usage.eventElsewhere(happening)
  account.usage.event(happening)
}

const takenInOneStep = ({ usage, funds }: AccountTerms): UsageSource | null =>
  usage.length > 1 || (funds !== undefined && funds.wallet !== null) ? null : (usage[0] ?? null)

/** The month an instant falls in, or the first one. */
function monthOf(schedule: Schedule, instant: Instant): Month {
  let index = 0
  while (periodOf(schedule, index).end <= instant) index += 1
  return periodOf(schedule, index)
}
