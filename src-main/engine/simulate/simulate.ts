import { Account } from '../account/account.ts'
import type { AccountTerms } from '../account/account-terms.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import { cycleSchedule, periodOf, type Schedule } from '../calendar/schedule.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodsAhead } from '../pool/rollover.ts'
import { addBills } from '../invoice/bill-totals.ts'
import { BillingLog } from '../invoice/billing-log.ts'
import { makeBills } from '../invoice/make-bills.ts'
import { EarlyInvoices } from '../run/early-invoices.ts'
import { type Month, wantedWithin } from '../usage/usage-source.ts'
import { type Happening, Happenings } from './happenings.ts'
import type { Recorder } from './recorder.ts'
import { RecorderGroup } from './recorder-group.ts'
import { checkTotals, type Totals } from './totals.ts'

/** The periods a run of `months` needs: far enough ahead for the last grant's expiry. */
export const scheduleOf = (anchor: Instant, months: number, plans: readonly CompiledPlan[]): Schedule =>
  cycleSchedule(anchor, months + 1 + Math.max(...plans.map((plan) => periodsAhead(plan.rollover))))

/**
 * Bills the account from its start for so many months. Within one instant the order is: close the period
 * (overage, rollover, expiry), then plan changes, then the renewal (subscription, grant), then other grants, then
 * changes to seats and limits, then usage (DESIGN §4). Throws `OutOfBounds` when figures leave the exact range.
 */
export function simulate(terms: AccountTerms, recorder?: Recorder): Totals {
  const { invoicing } = terms
  // Invoices are the sum of the lines as the clock charges them: nothing more to do, and nothing to write down.
  if (invoicing === undefined) return runClock(terms, recorder)
  const log = new BillingLog(invoicing.coupons)
  const listeners = recorder === undefined ? [] : [recorder]
  const totals = runClock(terms, new RecorderGroup(new EarlyInvoices(terms.plan, log), ...listeners))
  const bills = makeBills(log, invoicing, endOf(terms))
  addBills(totals, bills)
  checkTotals(totals)
  recorder?.invoiced(bills)
  return totals
}

const endOf = ({ window, schedule, months }: AccountTerms): Instant =>
  window?.end ?? periodOf(schedule, months).start

function runClock(terms: AccountTerms, recorder: Recorder | undefined): Totals {
  const { schedule } = terms
  const begin = terms.window?.start ?? periodOf(schedule, 0).start
  const end = endOf(terms)
  const account = new Account(terms, begin, recorder)
  const happenings = new Happenings(terms)
  let month: Month = monthOf(schedule, begin)
  let now = begin
  openPeriod(account, happenings, now)
  account.funds?.wallet?.open(now)
  while (now < end) {
    const boundary = Math.min(account.period.end, month.end, end)
    const next = happenings.before(boundary, account.funds)
    const until = next === null ? boundary : next.at
    useModelled(account, month, now, until)
    now = until
    if (next !== null) happen(account, next)
    else if (now === account.period.end) turnPeriod(account, happenings, now, end)
    if (now === month.end && now < end) month = periodOf(schedule, month.index + 1)
  }
  return account.finish(end)
}

/** Plan changes of an instant come before the period that starts with it. */
function openPeriod(account: Account, happenings: Happenings, now: Instant): void {
  for (const { at, index, change } of happenings.planChangesAt(now)) account.change(at, index, change)
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
  if ('change' in happening) return account.change(happening.at, happening.index, happening.change)
  if (account.gatekeeper?.isElsewhere(happening.attribution) === true) return
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
    if (account.gatekeeper?.isElsewhere(usage.attribution) === true) continue
    account.usage.modelled(at, until, usage, wantedWithin(usage.credits, month, at, until))
  }
}
