import type { AccountTerms } from '#main/engine/account/account-terms.ts'
import { plainUsage } from '#main/engine/usage/usage-source.ts'
import { parseDate } from '#main/engine/calendar/civil.ts'
import { compilePlan } from '#main/engine/plan/compile-plan.ts'
import { scheduleOf, simulate } from '#main/engine/simulate/simulate.ts'
import { presets } from '#main/catalogs/index.ts'
import type { Plan } from '#shared/catalog.ts'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import { planOf, postpaid } from '../engine/support/build.ts'
import { plainBilling } from '../laws/support/plain-billing.ts'
import { billByHand, type HandPlan, handPlanOf } from './hand-loop.ts'

export const MONTHS = 12
const ACCOUNTS = 2100

/** An account ready for the engine, with what the plain implementation needs to bill the same one. */
export interface BenchAccount {
  readonly plan: Plan
  readonly terms: AccountTerms
  readonly handPlan: HandPlan
  readonly credits: readonly number[]
  readonly bigUsage: readonly bigint[]
}

const rates = (...amounts: readonly string[]) =>
  amounts.map((amount, index) => ({
    upTo: index === amounts.length - 1 ? null : String((index + 1) * 40_000),
    rate: { amount, per: '1000' },
  }))

const TIERED: readonly Plan[] = [
  planOf({
    id: 'graduated',
    monthly: '49',
    credits: '200000',
    rollover: { kind: 'count', carries: 2, percent: '75', validity: 2 },
    pastQuota: postpaid({ model: 'graduated', tiers: rates('0.30', '0.24', '0.18') }),
  }),
  planOf({
    id: 'volume',
    monthly: '49',
    credits: '200000',
    rollover: { kind: 'age', periods: 3 },
    pastQuota: postpaid({ model: 'volume', tiers: rates('0.30', '0.24', '0.18') }),
  }),
]

/** Usage of a month as a percentage of the quota: quiet months that roll over, and months past the quota. */
const SHARES = [20, 95, 140, 60, 0, 210, 100, 35, 180, 75, 130, 10, 160, 90, 45]

/** Accounts on every plan of every preset and on tiered plans, each with other usage from month to month. */
export function benchAccounts(): readonly BenchAccount[] {
  const plans = [...presets.flatMap((catalog) => catalog.plans), ...TIERED]
  const compiled = plans.map((plan) => compilePlan(plan, 'USD', DEFAULT_POLICIES))
  const schedule = scheduleOf(parseDate('2026-01-31'), MONTHS, compiled)
  return Array.from({ length: ACCOUNTS }, (_, number) => {
    const index = number % plans.length
    const [plan, compiledPlan] = [plans[index], compiled[index]]
    if (plan === undefined || compiledPlan === undefined) throw new Error('There is no plan.')
    const usage = Array.from({ length: MONTHS }, (__, month) => {
      const share = SHARES[(number + month * (1 + (number % 7))) % SHARES.length] ?? 0
      return (compiledPlan.quota / 100) * share + number
    })
    const terms: AccountTerms = {
      plan: compiledPlan,
      billing: 'monthly',
      optIn: true,
      spendLimit: null,
      offers: false,
      months: MONTHS,
      schedule,
      usage: plainUsage(usage),
      trial: null,
      extraSeats: 0,
      ladder: compiled,
      events: [],
      changes: [],
      people: null,
      freeRegenerations: null,
      refundDays: null,
    }
    return { plan, terms, handPlan: handPlanOf(plan), credits: usage, bigUsage: usage.map(BigInt) }
  })
}

/** Stops the benchmark when the implementations it compares do not bill alike. */
export function expectSameBills(accounts: readonly BenchAccount[]): void {
  for (const { plan, terms, handPlan, credits, bigUsage } of accounts) {
    const engine = simulate(terms)
    const money = engine.subscription + engine.overage
    if (BigInt(money) !== plainBilling(plan, bigUsage, true).money || money !== billByHand(handPlan, credits))
      throw new Error(`The implementations bill ${plan.id} differently.`)
  }
}
