import type { AccountChange, PlanChangeMode } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import { askingProblem } from '../gate/management.ts'
import { seatPurchaseProblem, seatsAfterChange } from '../subscription/seat-purchase.ts'
import type { Subscribed } from '../subscription/subscription.ts'
import type { Account } from './account.ts'
import { NO_FREE_PLAN, onFreePlan } from './free-plan.ts'
import { changeFunds } from './funds-change.ts'
import { refundTerm } from './refund-term.ts'
import { leavingProblem, linkWorkspace, unlinkWorkspace } from './workspace-change.ts'

type PlanChange = Extract<AccountChange, { kind: 'changePlan' }>

/** Carries out one change to an account, or answers why it is refused and leaves everything as it was. */
export function applyChange(account: Account, at: Instant, change: AccountChange): string | null {
  const { gatekeeper } = account
  const problem = gatekeeper === null ? null : askingProblem(change, gatekeeper.members)
  return problem ?? carryOut(account, at, change)
}

function carryOut(account: Account, at: Instant, change: AccountChange): string | null {
  switch (change.kind) {
    case 'changePlan':
      return leavingProblem(account, change.plan) ?? changePlan(account, at, change)
    case 'cancel':
      return leavingProblem(account, null) ?? cancel(account)
    case 'refund':
      return leavingProblem(account, null) ?? refundTerm(account, at)
    case 'resume':
      return resume(account)
    case 'setOverage':
      return setOverage(account, change)
    case 'buySeats':
      return buySeats(account, at, change.count)
    case 'removeSeats':
      return removeSeats(account, change.count)
    case 'redeemCoupon':
      return redeemCoupon(account, at, change.coupon)
    case 'buyPack':
    case 'topUp':
    case 'autoTopUp':
      return changeFunds(account, at, change)
    case 'linkWorkspace':
      return linkWorkspace(account, at, change.workspace)
    case 'unlinkWorkspace':
      return unlinkWorkspace(account, at, change)
    default:
      return account.gatekeeper === null ? 'The account names nobody.' : account.gatekeeper.change(change)
  }
}

function changePlan(account: Account, at: Instant, change: PlanChange): string | null {
  const { now } = account.subscription
  const plan = account.terms.ladder.find((candidate) => candidate.id === change.plan)
  if (plan === undefined) return `The catalogue has no plan "${change.plan}".`
  const billing = change.billing ?? (plan.annualPrice === null ? 'monthly' : now.billing)
  if (billing === 'annual' && plan.annualPrice === null) return `${plan.name} is not sold annually.`
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
  if (now.billing === 'annual' && billing === 'monthly' && now.plan.annualPrice !== null) {
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
function defaultTiming({ terms, subscription }: Account, next: Subscribed): 'now' | 'termEnd' {
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
  overage.charge(at, plan, { ...period, end: at })
  account.pending = null
  subscription.change(at, next, 'restartCycle')
  account.moveTo(at, next, plan)
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
  const settle = () => overage.charge(at, plan, { ...period, end: at }, false)
  const isRepaidFirst = overage.deficit.repayable > 0
  if (!isRepaidFirst) settle()
  const removed = Math.min(pending?.removed ?? 0, next.extraSeats)
  account.pending = removed === 0 ? null : { kind: 'seats', removed }
  account.stepInPeriod(account.isDowngrade(next))
  subscription.change(at, next, mode)
  account.moveTo(at, next, plan)
  if (mode !== 'doNotBill') account.grantDifference(at, mode)
  if (isRepaidFirst) settle()
}

/** Takes back what waits; seats that were to go before it still are. */
function resume(account: Account): string | null {
  const { pending } = account
  if (pending === null) return 'Nothing waits for the end of the term that could be taken back.'
  const { kind, removed } = pending
  account.pending = kind === 'seats' || removed === 0 ? null : { kind: 'seats', removed }
  return null
}

/** Takes effect when the paid term ends. */
function cancel(account: Account): string | null {
  if (onFreePlan(account.terms) === null) return NO_FREE_PLAN
  account.pending = { kind: 'cancel', removed: account.pending?.removed ?? 0 }
  return null
}

/**
 * Overage that is billed afterwards cannot be turned on while a cancellation waits. Where it is on already it stays on, and
 * its limit can be changed, until the subscription ends; it can be turned off at any time. Source: facts §4.1.
 */
function setOverage(account: Account, change: Extract<AccountChange, { kind: 'setOverage' }>): string | null {
  const { pastQuota } = account.plan
  if (change.optIn && pastQuota.kind === 'block') {
    return `${account.plan.name} sells no usage beyond its credits.`
  }
  const isTurnedOn = change.optIn && !account.overage.isOptedIn
  if (isTurnedOn && pastQuota.kind === 'postpaid' && account.pending?.kind === 'cancel')
    return 'Overage cannot be turned on while a cancellation waits for the end of the term. Take it back first.'
  const limit = change.spendLimit === null ? null : toMicros(change.spendLimit)
  account.overage.set(change.optIn, limit)
  account.funds?.wallet?.setLimit(limit)
  return null
}

function buySeats(account: Account, at: Instant, count: number): string | null {
  const { now } = account.subscription
  const problem = seatPurchaseProblem(now.extraSeats + count, now.plan)
  if (problem !== null) return problem
  const isPaid = account.subscription.term.end > at
  if (isPaid) account.subscription.addSeats(at, count)
  // Nothing is paid during a trial: the first term brings the charge and the credits.
  else account.subscription.set({ ...now, extraSeats: now.extraSeats + count })
  account.gatekeeper?.setPlan(now.plan, now.extraSeats + count)
  if (isPaid) account.grantSeats(at, count)
  return null
}

function redeemCoupon(account: Account, at: Instant, coupon: string): string | null {
  const problem = account.coupons.redeem(coupon, at)
  if (problem === null) account.recorder?.redeemed(at, coupon)
  return problem
}

/** At most as many as no member sits on, Full or Basic; they are kept until the renewal. Source: facts §6. */
function removeSeats(account: Account, count: number): string | null {
  const { extraSeats, plan } = account.subscription.now
  const { pending } = account
  if (pending !== null && pending.kind !== 'seats')
    return 'Another change waits for the end of the term. Take it back first.'
  const removed = (pending?.removed ?? 0) + count
  if (removed > extraSeats) return `The account has ${extraSeats} extra Full seats.`
  const problem = account.gatekeeper?.members.removalProblem(plan, extraSeats - removed) ?? null
  if (problem !== null) return problem
  account.pending = { kind: 'seats', removed }
  return null
}
