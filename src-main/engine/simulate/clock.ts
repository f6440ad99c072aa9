import { Account } from '../account/account.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { applyChange } from '../change/apply-change.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { periodOf, type Schedule } from '../calendar/schedule.ts'
import { type Month, type UsageSource, wantedWithin } from '../usage/usage-source.ts'
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
  readonly #account: Account
  readonly #happenings: Happenings
  #schedule: Schedule
  #end: Instant
  #month: Month
  #now: Instant

  constructor(terms: AccountTerms, recorder: Recorder | undefined) {
    const begin = beginOf(terms)
    this.#schedule = terms.schedule
    this.#end = endOf(terms)
    this.#month = monthOf(terms.schedule, begin)
    this.#now = begin
    this.#account = new Account(terms, begin, recorder)
    this.#happenings = new Happenings()
  }

  /** Lets an account's time begin; there is nothing left of the one before it. */
  begin(terms: AccountTerms): void {
    const begin = beginOf(terms)
    this.#schedule = terms.schedule
    this.#end = endOf(terms)
    this.#month = monthOf(terms.schedule, begin)
    this.#now = begin
    this.#account.restart(terms, begin)
    this.#happenings.restart(terms)
    this.#openPeriod(begin)
    this.#account.funds?.wallet?.open(begin)
  }

  /**
   * Everything up to `instant`, which belongs to the next part, and a period that ends there. Where usage is taken day
   * by day (several sources, or a prepaid balance), parts end with days, so that the order within a day is kept.
   */
  advanceTo(instant: Instant): void {
    const stop = Math.min(instant, this.#end)
    while (this.#now < stop) this.#advance(stop)
  }

  /** The rest of the run, and what it all comes to. Throws `OutOfBounds` when figures left the exact range. */
  finish(): Totals {
    this.advanceTo(this.#end)
    return this.#account.finish(this.#end)
  }

  /** To what happens next, or to the end of the period, the month or the part, which is `stop`: to what is first. */
  #advance(stop: Instant): void {
    const account = this.#account
    const month = this.#month
    const boundary = Math.min(account.period.end, month.end, stop)
    const next = this.#nextBefore(boundary)
    const until = next === null ? boundary : next.at
    if (until > this.#now) this.#useModelled(account.terms.usage, until)
    this.#now = until
    if (next !== null) happen(account, next)
    else if (until === account.period.end) this.#turnPeriod(until)
    if (until === month.end && until < this.#end) this.#month = periodOf(this.#schedule, month.index + 1)
  }

  #nextBefore(boundary: Instant): Happening | null {
    const { funds } = this.#account
    return funds === null && this.#happenings.areOver ? null : this.#happenings.before(boundary, funds)
  }

  /** One period ends; unless the run does too, the next one opens. */
  #turnPeriod(now: Instant): void {
    this.#account.close()
    if (now < this.#end) this.#openPeriod(now)
  }

  /** Plan changes of an instant come before the period that starts with it. */
  #openPeriod(now: Instant): void {
    if (!this.#happenings.areOver)
      for (const change of this.#happenings.planChangesAt(now)) applyChange(this.#account, change)
    this.#account.open()
  }

  /**
   * Modelled usage from now on. One source is divisible, so a stretch is taken in one step. Several share the
   * pool and its limits: they are taken day by day, each day in order, so that they run out about together. A
   * prepaid balance is topped up on the day whose usage needs it, so there too usage is taken day by day.
   */
  #useModelled(usage: readonly UsageSource[], to: Instant): void {
    const only = usage[0]
    if (only === undefined) return
    if (usage.length === 1 && (this.#account.funds?.wallet ?? null) === null)
      return this.#serve(only, this.#now, to)
    for (let at = this.#now; at < to;) {
      const until = Math.min(to, at + DAY - ((at - this.#month.start) % DAY))
      for (const source of usage) this.#serve(source, at, until)
      at = until
    }
  }

  #serve(source: UsageSource, at: Instant, until: Instant): void {
    const account = this.#account
    const usage = source.on(account.plan.id)
    const wanted = wantedWithin(usage.credits, this.#month, at, until)
    if (account.gatekeeper?.isElsewhere(usage.attribution) === true)
      account.usage.elsewhere(at, until, usage.attribution, 0, wanted)
    else account.usage.modelled(at, until, usage, wanted)
  }
}

function happen(account: Account, happening: Happening): void {
  if ('funds' in happening) return account.funds?.happen(happening.at, happening.funds)
  if ('change' in happening) return applyChange(account, happening)
  if (account.gatekeeper?.isElsewhere(happening.attribution) === true)
    return account.usage.eventElsewhere(happening)
  account.usage.event(happening)
}

/** The month an instant falls in, or the first one. */
function monthOf(schedule: Schedule, instant: Instant): Month {
  let index = 0
  while (periodOf(schedule, index).end <= instant) index += 1
  return periodOf(schedule, index)
}
