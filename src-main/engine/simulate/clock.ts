import { Account } from '../account/account.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { applyChange } from '../change/apply-change.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { periodOf, type Schedule } from '../calendar/schedule.ts'
import { type Month, wantedWithin } from '../usage/usage-source.ts'
import { type Happening, Happenings } from './happenings.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'

/** When the run of an account ends. */
export const endOf = ({ window, schedule, months }: AccountTerms): Instant =>
  window?.end ?? periodOf(schedule, months).start

/**
 * One account's time. It may be let run in one go or in any number of parts: what each part comes to is counted
 * exactly, and the whole comes to the same. Within one instant the order is: close the period (overage, rollover,
 * expiry), then plan changes, then the renewal (subscription, grant), then other grants, then changes to seats and
 * limits, then usage (DESIGN §4).
 */
export class Clock {
  readonly #account: Account
  readonly #happenings: Happenings
  readonly #schedule: Schedule
  readonly #end: Instant
  #month: Month
  #now: Instant

  constructor(terms: AccountTerms, recorder: Recorder | undefined) {
    const { schedule } = terms
    const begin = terms.window?.start ?? periodOf(schedule, 0).start
    this.#schedule = schedule
    this.#end = endOf(terms)
    this.#month = monthOf(schedule, begin)
    this.#now = begin
    this.#account = new Account(terms, begin, recorder)
    this.#happenings = new Happenings(terms)
    openPeriod(this.#account, this.#happenings, begin)
    this.#account.funds?.wallet?.open(begin)
  }

  /**
   * Everything up to `instant`, which belongs to the next part, and a period that ends there. Where usage is taken day
   * by day (several sources, or a prepaid balance), parts end with days, so that the order within a day is kept.
   */
  advanceTo(instant: Instant): void {
    const [account, happenings, end] = [this.#account, this.#happenings, this.#end]
    const stop = Math.min(instant, end)
    let [now, month] = [this.#now, this.#month]
    while (now < stop) {
      const boundary = Math.min(account.period.end, month.end, stop)
      const next = happenings.before(boundary, account.funds)
      const until = next === null ? boundary : next.at
      useModelled(account, month, now, until)
      now = until
      if (next !== null) happen(account, next)
      else if (now === account.period.end) turnPeriod(account, happenings, now, end)
      if (now === month.end && now < end) month = periodOf(this.#schedule, month.index + 1)
    }
    this.#now = now
    this.#month = month
  }

  /** The rest of the run, and what it all comes to. Throws `OutOfBounds` when figures left the exact range. */
  finish(): Totals {
    this.advanceTo(this.#end)
    return this.#account.finish(this.#end)
  }
}

/** Plan changes of an instant come before the period that starts with it. */
function openPeriod(account: Account, happenings: Happenings, now: Instant): void {
  for (const change of happenings.planChangesAt(now)) applyChange(account, change)
  account.open()
}

/** One period ends; unless the run does too, the next one opens. */
function turnPeriod(account: Account, happenings: Happenings, now: Instant, end: Instant): void {
  account.close()
  if (now === end) return
  openPeriod(account, happenings, now)
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

/**
 * Modelled usage on `[from, to)`. One source is divisible, so a stretch is taken in one step. Several share the
 * pool and its limits: they are taken day by day, each day in order, so that they run out about together. A
 * prepaid balance is topped up on the day whose usage needs it, so there too usage is taken day by day.
 */
function useModelled(account: Account, month: Month, from: Instant, to: Instant): void {
  const { usage } = account.terms
  if (usage.length === 0 || from === to) return
  if (usage.length === 1 && (account.funds?.wallet ?? null) === null)
    return serveAll(account, month, from, to)
  for (let at = from; at < to;) {
    const until = Math.min(to, at + DAY - ((at - month.start) % DAY))
    serveAll(account, month, at, until)
    at = until
  }
}

function serveAll(account: Account, month: Month, at: Instant, until: Instant): void {
  for (const source of account.terms.usage) {
    const usage = source.on(account.plan.id)
    const wanted = wantedWithin(usage.credits, month, at, until)
    if (account.gatekeeper?.isElsewhere(usage.attribution) === true)
      account.usage.elsewhere(at, until, usage.attribution, 0, wanted)
    else account.usage.modelled(at, until, usage, wanted)
  }
}
