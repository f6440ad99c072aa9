import type { Result } from '#shared/problem.ts'
import { firstOf } from '#shared/problem.ts'
import {
  type ComparedSide,
  CreditsFigure,
  MoneyFigure,
  type ResultsDifference,
} from '#shared/results-difference.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { servedOf } from '../analysis/run-cost.ts'
import { perMonth } from '../analysis/what-differs.ts'
import { totalOf } from '../record/totals.ts'
import type { BilledScenario } from './billed-scenario.ts'

const MONEY: { readonly [F in MoneyFigure]: (billed: BilledScenario) => Money } = {
  total: ({ totals }) => totalOf(totals),
  perMonth: ({ totals, plan, span }) => perMonth(totalOf(totals), span, plan.minor),
  subscription: ({ totals }) => totals.subscription,
  overage: ({ totals }) => totals.overage,
  packs: ({ totals }) => totals.packs,
  topUps: ({ totals }) => totals.topUps,
  trueUp: ({ totals }) => totals.trueUp,
  discount: ({ totals }) => totals.discount,
  taxAdded: ({ totals }) => totals.taxAdded,
  expiredPrepaid: ({ totals }) => totals.expiredMoney,
}

const CREDITS: { readonly [F in CreditsFigure]: (billed: BilledScenario) => Credits } = {
  usage: ({ totals }) => totals.wantedCredits,
  served: ({ totals }) => servedOf(totals),
  overage: ({ totals }) => totals.overageCredits,
  blocked: ({ totals }) => totals.blockedCredits,
  expired: ({ totals }) => totals.expiredCredits,
  forfeited: ({ totals }) => totals.forfeitedCredits,
  remaining: ({ totals }) => totals.remainingCredits,
  owed: ({ totals }) => totals.deficitCredits,
}

/** Two billed scenarios side by side, with what the right one has more, or less, of than the left one. */
export function resultsDifference(
  left: Result<BilledScenario>,
  right: Result<BilledScenario>,
): ResultsDifference {
  const sides = { left: sideOf(left), right: sideOf(right) }
  if (!left.ok || !right.ok) return { ...sides, money: [], credits: [], blocked: [] }
  const [one, other] = [left.value, right.value]
  return {
    ...sides,
    money: MoneyFigure.options.map((what) => moneyRow(what, one, other)),
    credits: CreditsFigure.options.map((what) => ({
      what,
      ...creditsRow(CREDITS[what](one), CREDITS[what](other)),
    })),
    blocked: causesOf(one, other).map((cause) => ({
      cause,
      ...creditsRow(one.blocked.get(cause) ?? 0, other.blocked.get(cause) ?? 0),
    })),
  }
}

/** Of a scenario with everything wrong, a person reads no more. */
const MOST_TOLD = 10

const sideOf = (billed: Result<BilledScenario>): ComparedSide =>
  billed.ok
    ? { kind: 'billed', currency: billed.value.currency, months: billed.value.span }
    : { kind: 'refused', problems: [...firstOf(billed.problems, MOST_TOLD)] }

function moneyRow(
  what: MoneyFigure,
  one: BilledScenario,
  other: BilledScenario,
): ResultsDifference['money'][number] {
  const [left, right] = [MONEY[what](one), MONEY[what](other)]
  const isTold = one.currency === other.currency && Number.isSafeInteger(right - left)
  const difference = isTold ? moneyText(right - left) : null
  return { what, left: moneyText(left), right: moneyText(right), difference }
}

const creditsRow = (left: Credits, right: Credits) => ({
  left: creditsText(left),
  right: creditsText(right),
  difference: creditsText(right - left),
})

const causesOf = (one: BilledScenario, other: BilledScenario) => [
  ...new Set([...one.blocked.keys(), ...other.blocked.keys()]),
]
