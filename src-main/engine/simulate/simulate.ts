import { Account } from '../account/account.ts'
import type { AccountTerms, DatedChange } from '../account/account-terms.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { cycleStarts } from '../calendar/cycle.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodsAhead, type PeriodStarts, startOf } from '../pool/rollover.ts'
import { creditsFor } from '../usage/burn-rates.ts'
import type { MeteredEvent } from '../usage/metered-event.ts'
import { type Month, wantedWithin } from '../usage/usage-source.ts'
import type { Recorder } from './recorder.ts'
import type { Totals } from './totals.ts'

/** The period starts a run of `months` periods needs: far enough ahead for the last grant's expiry. */
export const scheduleOf = (anchor: Instant, months: number, plans: readonly CompiledPlan[]): PeriodStarts =>
  cycleStarts(anchor, months + 1 + Math.max(...plans.map((plan) => periodsAhead(plan.rollover))))

/**
 * Bills the account from its start for so many months. Within one instant the order is: close the period
 * (overage, rollover, expiry), then plan changes, then the renewal (subscription, grant), then changes to seats
 * and limits, then usage (DESIGN §4). Throws `OutOfBounds` when figures leave the exact range.
 */
export function simulate(terms: AccountTerms, recorder?: Recorder): Totals {
  const { starts, months } = terms
  const end = startOf(starts, months)
  const account = new Account(terms, startOf(starts, 0), recorder)
  const happenings = new Happenings(terms)
  let month: Month = monthAt(starts, 0)
  let now = month.start
  account.open()
  while (now < end) {
    const boundary = Math.min(account.period.end, month.end)
    const next = happenings.before(boundary)
    const until = next === null ? boundary : next.at
    useModelled(account, month, now, until)
    now = until
    if (next !== null) happen(account, next)
    else if (now === account.period.end) turnPeriod(account, happenings, now, end)
    if (now === month.end && now < end) month = monthAt(starts, month.index + 1)
  }
  return account.finish(end)
}

/** One period ends; unless the run does too, plan changes of this instant come before the next one opens. */
function turnPeriod(account: Account, happenings: Happenings, now: Instant, end: Instant): void {
  account.close()
  if (now === end) return
  for (const { at, index, change } of happenings.planChangesAt(now)) account.change(at, index, change)
  account.open()
}

function happen(account: Account, happening: DatedChange | MeteredEvent): void {
  if ('change' in happening) return account.change(happening.at, happening.index, happening.change)
  const { at, attribution, quantity, rateOn } = happening
  const { ratio, isOffered } = rateOn(account.plan.id)
  account.usage.event(at, { attribution, isOffered }, creditsFor(quantity, ratio))
}

const monthAt = (starts: PeriodStarts, index: number): Month => ({
  index,
  start: startOf(starts, index),
  end: startOf(starts, index + 1),
})

/** Events and changes as one line of happenings; at one instant changes come before usage. */
class Happenings {
  readonly #changes: readonly DatedChange[]
  readonly #events: readonly MeteredEvent[]
  #change = 0
  #event = 0

  constructor({ changes, events }: AccountTerms) {
    this.#changes = changes
    this.#events = events
  }

  /** The next happening before `end`, or null when there is none left. */
  before(end: Instant): DatedChange | MeteredEvent | null {
    const change = this.#changes[this.#change]
    const event = this.#events[this.#event]
    if (change !== undefined && change.at < end && (event === undefined || change.at <= event.at)) {
      this.#change += 1
      return change
    }
    if (event === undefined || event.at >= end) return null
    this.#event += 1
    return event
  }

  /** Changes of plan at an instant; they are sorted before all other changes of that instant. */
  planChangesAt(instant: Instant): readonly DatedChange[] {
    if (!isPlanChange(this.#changes[this.#change], instant)) return NONE
    const from = this.#change
    while (isPlanChange(this.#changes[this.#change], instant)) this.#change += 1
    return this.#changes.slice(from, this.#change)
  }
}

const NONE: readonly DatedChange[] = []

const isPlanChange = (dated: DatedChange | undefined, instant: Instant): boolean =>
  dated !== undefined && dated.at === instant && dated.change.kind === 'changePlan'

/**
 * Modelled usage on `[from, to)`. One source is divisible, so a stretch is taken in one step. Several share the
 * pool and its limits: they are taken day by day, each day in order, so that they run out about together.
 */
function useModelled(account: Account, month: Month, from: Instant, to: Instant): void {
  const { usage } = account.terms
  if (usage.length === 0 || from === to) return
  if (usage.length === 1) return serveAll(account, month, from, to)
  for (let at = from; at < to;) {
    const until = Math.min(to, at + DAY - ((at - month.start) % DAY))
    serveAll(account, month, at, until)
    at = until
  }
}

function serveAll(account: Account, month: Month, at: Instant, until: Instant): void {
  for (const source of account.terms.usage) {
    const usage = source.on(account.plan.id)
    account.usage.modelled(at, until, usage, wantedWithin(usage.credits, month, at, until))
  }
}
