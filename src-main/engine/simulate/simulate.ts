import type { AccountTerms } from '../account/account-terms.ts'
import type { Instant } from '../calendar/civil.ts'
import { cycleSchedule, type Schedule } from '../calendar/schedule.ts'
import { addBills } from '../invoice/bill-totals.ts'
import { BillingLog } from '../invoice/billing-log.ts'
import { makeBills } from '../invoice/make-bills.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { periodsAhead } from '../pool/rollover.ts'
import { Clock, endOf } from './clock.ts'
import type { Recorder } from '../record/recorder.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import { checkTotals, type Totals } from '../record/totals.ts'

/** The periods a run of `months` needs: far enough ahead for the last grant's expiry. */
export const scheduleOf = (anchor: Instant, months: number, plans: readonly CompiledPlan[]): Schedule =>
  cycleSchedule(anchor, months + 1 + Math.max(...plans.map((plan) => periodsAhead(plan.rollover))))

const WITHOUT_PAUSE: readonly Instant[] = []

/**
 * Bills the account from its start to its end, in parts that end at `pauses` if any are asked for: the parts come to
 * the same as the whole. Throws `OutOfBounds` when figures leave the exact range.
 */
export function simulate(
  terms: AccountTerms,
  recorder?: Recorder,
  pauses: readonly Instant[] = WITHOUT_PAUSE,
): Totals {
  const { invoicing } = terms
  // Invoices are the sum of the lines as the clock charges them: nothing more to do, and nothing to write down.
  if (invoicing === undefined) return runClock(terms, recorder, pauses)
  const log = new BillingLog(invoicing.coupons, terms.plan, terms.ladder)
  const listeners = recorder === undefined ? [] : [recorder]
  const totals = runClock(terms, new RecorderGroup(log, ...listeners), pauses)
  const bills = makeBills(log, invoicing, endOf(terms))
  addBills(totals, bills)
  checkTotals(totals)
  recorder?.invoiced(bills)
  return totals
}

function runClock(terms: AccountTerms, recorder: Recorder | undefined, pauses: readonly Instant[]): Totals {
  const clock = new Clock(terms, recorder)
  clock.begin(terms)
  for (const pause of pauses) clock.advanceTo(pause)
  return clock.finish()
}
