import type { PlanChangeMode } from '#shared/account.ts'
import type { Account } from '../account/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { seatsAfterChange } from '../subscription/seat-purchase.ts'
import type { Subscribed } from '../subscription/subscribed.ts'
import { type ChangeKind, type ChangeOf, theSubscription } from './change-kind.ts'
import { leavingProblem } from './leaving-problem.ts'

/** Another plan, or another way of paying for it: now, or when the paid term ends. Source: facts §5. */
export const changePlan: ChangeKind<'changePlan'> = {
  subject: theSubscription,
  carryOut: (account, at, change) => leavingProblem(account, change.plan) ?? carryOut(account, at, change),
}

function carryOut(account: Account, at: Instant, change: ChangeOf<'changePlan'>): string | null {
  const { now } = account.subscription
  const plan = account.terms.ladder.find((candidate) => candidate.id === change.plan)
  if (plan === undefined) return `The catalogue has no plan "${change.plan}".`
  const billing = change.billing ?? (plan.annual === null ? 'monthly' : now.billing)
  if (billing === 'annual' && plan.annual === null) return `${plan.name} is not sold annually.`
  if (plan === now.plan && billing === now.billing) return `The account is on ${plan.name} already.`
  const removed = account.pending?.removed ?? 0
  const next = { plan, billing, extraSeats: seatsAfterChange(now.extraSeats - removed, now.plan, plan) }
  const isBoundary = at >= account.subscription.term.end
  if (isBoundary) {
    account.pending = null
    account.moveAtTermEnd(at, next)
    return null
  }
  const timing = change.timing ?? defaultTiming(account, next)
  if (timing === 'termEnd') {
    // A downgrade keeps what seats were bought: it takes the place of a removal that waits. Source: facts §6.
    account.pending = { kind: 'changePlan', next, removed: account.isDowngrade(next) ? 0 : removed }
    return null
  }
  if (now.billing === 'annual' && billing === 'monthly' && now.plan.annual !== null) {
    return 'An annual plan cannot be changed to a monthly one before its term ends.'
  }
  const mode = change.mode ?? 'restartCycle'
  if (billing !== now.billing && mode !== 'restartCycle') {
    return 'Paying monthly instead of annually, or the other way round, starts a new term: the cycle cannot be kept.'
  }
  if (mode === 'restartCycle') restartOn(account, at, next)
  else stepTo(account, at, { ...next, extraSeats: seatsAfterChange(now.extraSeats, now.plan, plan) }, mode)
  return null
}

/** Upgrades, and the step from monthly to annual, happen at once; downgrades wait. Source: facts §5. */
function defaultTiming(
  { terms, subscription }: Pick<Account, 'terms' | 'subscription'>,
  next: Subscribed,
): 'now' | 'termEnd' {
  const { now } = subscription
  const step = terms.ladder.indexOf(next.plan) - terms.ladder.indexOf(now.plan)
  if (step !== 0) return step > 0 ? 'now' : 'termEnd'
  return next.billing === 'annual' ? 'now' : 'termEnd'
}

/**
 * The paid term ends today, and what waited for its end happens. Outstanding overage is charged with the change, at the
 * old plan's rates. Source: facts §4.1.
 */
function restartOn(account: Account, at: Instant, next: Subscribed): void {
  const { subscription, overage, period, plan } = account
  const isDown = account.isDowngrade(next)
  overage.charge(plan, { ...period, end: at })
  account.pending = null
  subscription.change(at, next, 'restartCycle')
  account.moveTo(at, next)
  account.restartCycle(at, isDown)
}

/**
 * Another plan for the rest of the paid term. Overage falls due as when the cycle restarts, but what is only owed in
 * credits until the period ends is first paid from the credits that come with the change.
 */
function stepTo(
  account: Account,
  at: Instant,
  next: Subscribed,
  mode: Exclude<PlanChangeMode, 'restartCycle'>,
): void {
  const { subscription, overage, period, plan, pending } = account
  const settle = () => overage.charge(plan, { ...period, end: at }, false)
  const isRepaidFirst = overage.deficit.repayable > 0
  if (!isRepaidFirst) settle()
  const removed = Math.min(pending?.removed ?? 0, next.extraSeats)
  account.pending = removed === 0 ? null : { kind: 'seats', removed }
  account.stepInPeriod(account.isDowngrade(next))
  subscription.change(at, next, mode)
  account.moveTo(at, next)
  if (mode !== 'doNotBill') account.grantDifference(at, mode)
  if (isRepaidFirst) settle()
}
