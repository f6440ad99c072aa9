import type { AccountChange } from '#shared/account.ts'
import type { Billing } from '#shared/scenario.ts'
import { Account } from '../account/account.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { cycleStarts } from '../calendar/cycle.ts'
import type { Money } from '../exact/amount.ts'
import type { Gatekeeper } from '../gate/gatekeeper.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodsAhead, type PeriodStarts, startOf } from '../pool/rollover.ts'
import type { RatedEvent } from '../usage/rated-event.ts'
import { type UsageSource, wantedWithin } from '../usage/usage-source.ts'
import type { Period, Recorder } from './recorder.ts'
import type { Totals } from './totals.ts'

/** One account on one plan, and everything the clock needs to bill it. */
export interface AccountTerms {
  readonly plan: CompiledPlan
  /** On `annual`, a plan without an annual price is paid monthly. */
  readonly billing: Billing
  /** Whether usage past the quota may be served where the plan sells it. */
  readonly optIn: boolean
  /** The most overage money per period; null for no limit. */
  readonly spendLimit: Money | null
  /** Whether first-period offers are applied. */
  readonly offers: boolean
  readonly months: number
  /** Starts of the periods from the cycle anchor on; see `scheduleOf`. */
  readonly starts: PeriodStarts
  /** Modelled usage, in the order in which sources are served within a day. */
  readonly usage: readonly UsageSource[]
  /** Usage events and changes to the account within the run, each in the order they happen. */
  readonly events: readonly RatedEvent[]
  readonly changes: readonly DatedChange[]
  /** Who may use credits; null when nobody is named, and nothing but the pool holds usage back. */
  readonly gatekeeper: Gatekeeper | null
}

export interface DatedChange {
  readonly at: Instant
  /** Its place in the scenario, for the path of a refusal. */
  readonly index: number
  readonly change: AccountChange
}

/** The period starts a run of `months` periods needs: far enough ahead for the last grant's expiry. */
export const scheduleOf = (anchor: Instant, months: number, plans: readonly CompiledPlan[]): PeriodStarts =>
  cycleStarts(anchor, months + 1 + Math.max(...plans.map((plan) => periodsAhead(plan.rollover))))

/**
 * Bills the account period by period. Within one instant the order is: close the period (overage, rollover,
 * expiry), then renew (subscription, grant), then changes to seats and limits, then usage (DESIGN §4). Throws
 * `OutOfBounds` when figures leave the exact range.
 */
export function simulate(terms: AccountTerms, recorder?: Recorder): Totals {
  const account = new Account(terms, recorder)
  const happenings = new Happenings(terms)
  for (let index = 0; index < terms.months; index++) {
    const period = { index, start: startOf(terms.starts, index), end: startOf(terms.starts, index + 1) }
    account.open(period)
    let cursor = period.start
    for (let next = happenings.before(period.end); next !== null; next = happenings.before(period.end)) {
      useModelled(account, terms.usage, period, cursor, next.at)
      if ('change' in next) account.change(next)
      else account.useEvent({ ...period, at: next.at, until: next.at }, next)
      cursor = next.at
    }
    useModelled(account, terms.usage, period, cursor, period.end)
    account.close(period)
  }
  return account.finish()
}

/** Events and changes as one line of happenings; at one instant changes come before usage. */
class Happenings {
  readonly #terms: AccountTerms
  #changes = 0
  #events = 0

  constructor(terms: AccountTerms) {
    this.#terms = terms
  }

  /** The next happening before `end`, or null when there is none left. */
  before(end: Instant): DatedChange | RatedEvent | null {
    const change = this.#terms.changes[this.#changes]
    const event = this.#terms.events[this.#events]
    if (change !== undefined && change.at < end && (event === undefined || change.at <= event.at)) {
      this.#changes += 1
      return change
    }
    if (event === undefined || event.at >= end) return null
    this.#events += 1
    return event
  }
}

/**
 * Modelled usage on `[from, to)`. One source is divisible, so a stretch is taken in one step. Several share the
 * pool and its limits: they are taken day by day, each day in order, so that they run out about together.
 */
function useModelled(
  account: Account,
  sources: readonly UsageSource[],
  period: Period,
  from: Instant,
  to: Instant,
): void {
  if (sources.length === 0 || from === to) return
  if (sources.length === 1) return serveAll(account, sources, period, from, to)
  for (let at = from; at < to;) {
    const until = Math.min(to, at + DAY - ((at - period.start) % DAY))
    serveAll(account, sources, period, at, until)
    at = until
  }
}

function serveAll(
  account: Account,
  sources: readonly UsageSource[],
  period: Period,
  at: Instant,
  until: Instant,
): void {
  for (const source of sources) {
    account.useModelled(period, at, until, source.attribution, wantedWithin(source, period, at, until))
  }
}
