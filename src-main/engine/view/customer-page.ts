import type { Catalog, Plan } from '#shared/catalog.ts'
import type {
  Advice,
  CustomerPage,
  CustomerPageInput,
  NotOnPlan as Reason,
  PlanForCustomer,
} from '#shared/customer-page.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { costSoFar } from '../analysis/cost-so-far.ts'
import { type NotOnPlan, onEveryPlan, type OnPlan, paidBeyond } from '../analysis/on-every-plan.ts'
import type { OnProgress } from '../analysis/progress.ts'
import type { Trial } from '../analysis/upgrade-trial.ts'
import { perMonth } from '../analysis/what-differs.ts'
import { whatToBuy, type WhatToBuy } from '../analysis/what-to-buy.ts'
import { dateText, type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart, cycleStarts } from '../calendar/cycle.ts'
import { creditsText, type Money, moneyText } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { seatLimitsOf, seatsForSale } from '../gate/seat-limits.ts'
import { leversOf, whatIf } from '../scenario/what-if.ts'

/**
 * All that a customer may see of a scenario, worked out of the figures that are tried; see `shared/customer-page.ts` for what
 * that is, and what it never holds. Refused where no plan is left to look at.
 */
export function customerPage(
  catalog: Catalog,
  { scenario: asKept, customer, question, hiddenPlans, whatIf: tried }: CustomerPageInput,
  onProgress?: OnProgress,
): Result<CustomerPage> {
  const plans = catalog.plans.filter(({ id }) => !hiddenPlans.includes(id))
  const own = catalog.plans.find(({ id }) => id === asKept.plan)
  if (plans.length === 0 || own === undefined) return refuse(NO_PLANS)
  const scenario = whatIf(asKept, tried)
  const { billed, refused } = onEveryPlan(catalog, scenario, plans)
  const terms: Terms = {
    catalog,
    scenario,
    minor: minorUnit(catalog.currency),
    start: parseDate(scenario.start),
  }
  const [best, ...rest] = billed
  const advice = best === undefined ? succeed(null) : adviceOf(terms, [best, ...rest], own.id, onProgress)
  if (!advice.ok) return advice
  return succeed({
    customer,
    question,
    prices: {
      list: typeof asKept.catalog === 'string' ? catalog.name : null,
      date: catalog.date,
    },
    currency: catalog.currency,
    start: scenario.start,
    end: dateText(cycleStart(terms.start, scenario.months)),
    months: scenario.months,
    today: { plan: own.id, name: own.name },
    levers: leversOf(scenario, tried),
    plans: [
      ...billed.map((one) => billedRow(terms, one)),
      ...refused.map((one) => refusedRow(scenario, one)),
    ],
    advice: advice.value,
  })
}

const NO_PLANS = {
  code: 'customer_page.no_plans',
  message: 'Every plan is marked internal, so that there is none to show. Show at least one.',
  path: 'hiddenPlans',
}

interface Terms {
  readonly catalog: Catalog
  readonly scenario: Scenario
  /** The smallest amount of the currency. */
  readonly minor: Money
  readonly start: Instant
}

const aMonth = (total: Money, { scenario, minor }: Terms): string =>
  moneyText(perMonth(total, scenario.months, minor))

/** A price that nobody has published nor agreed is only assumed. */
const named = ({ id, name, custom }: Plan, { customTerms }: Scenario) => ({
  plan: id,
  name,
  byQuote: custom && customTerms[id] === undefined,
})

function billedRow(terms: Terms, { plan, scenario, trial, totals, blocked }: OnPlan): PlanForCustomer {
  return {
    kind: 'billed',
    ...named(plan, scenario),
    cost: moneyText(trial.attributable),
    monthly: aMonth(trial.attributable, terms),
    beyond: moneyText(paidBeyond(totals)),
    extraSeats: scenario.extraSeats,
    blockedCredits: creditsText(trial.blocked),
    blocked: [...blocked]
      .toSorted(([, one], [, other]) => other - one)
      .map(([cause, credits]) => ({ cause, credits: creditsText(credits) })),
  }
}

function refusedRow(scenario: Scenario, { plan, problems }: NotOnPlan): PlanForCustomer {
  // Where a contract says how many there are, they are never what is too few.
  const { full, basic } = seatLimitsOf(plan, seatsForSale(plan, 0) ?? 0)
  return {
    kind: 'impossible',
    ...named(plan, scenario),
    why: [...new Set(problems.map(({ code }) => REASONS[code] ?? 'other'))],
    fullSeats: full,
    seats: full + basic,
  }
}

/** Of what is refused by a plan and may be said to a customer; a message may quote names that are nobody else's business. */
const REASONS: Readonly<Record<string, Reason>> = {
  'seats.over_limit': 'seats',
  'seats.not_sold': 'seats',
  'workspaces.not_offered': 'workspaces',
  'workspaces.plan': 'workspaces',
  'usage.not_in_plan': 'products',
}

function adviceOf(
  terms: Terms,
  ranked: readonly [OnPlan, ...OnPlan[]],
  today: string,
  onProgress: OnProgress | undefined,
): Result<Advice> {
  const { catalog, scenario, start } = terms
  const bought = whatToBuy(catalog, today, ranked, onProgress)
  const beside = measureOf(bought, ranked, today)
  const moveOn = bought.move === null ? [] : [parseDate(bought.move.on)]
  const months = cycleStarts(start, scenario.months + 1)
  const advised = costSoFar(catalog, bought.scenario, inOrder([...months, ...moveOn]))
  if (!advised.ok) return advised
  const other = beside === null ? succeed([]) : costSoFar(catalog, beside.scenario, months)
  if (!other.ok) return other
  const { trial } = bought
  return succeed({
    begin: bought.begin.plan.id,
    move: bought.move === null ? null : { plan: bought.move.plan.id, on: bought.move.on },
    cost: moneyText(trial.attributable),
    monthly: aMonth(trial.attributable, terms),
    blockedCredits: creditsText(trial.blocked),
    beside:
      beside === null
        ? null
        : {
            plan: beside.plan.id,
            cost: moneyText(beside.trial.attributable),
            blockedCredits: creditsText(beside.trial.blocked),
            saved: moneyText(beside.trial.attributable - trial.attributable),
          },
    days: bought.days.flatMap((day) => regretOf(day, trial)),
    soFar: { advised: [...advised.value], beside: [...other.value] },
  })
}

/** Today's plan for the whole run or, where that is what is advised or cannot be had, the next best one. */
function measureOf({ begin, move }: WhatToBuy, ranked: readonly OnPlan[], today: string): OnPlan | null {
  const own = ranked.find(({ plan }) => plan.id === today)
  if (own !== undefined && (move !== null || own !== begin)) return own
  return ranked.find((one) => move !== null || one !== begin) ?? null
}

/** A day of which more is blocked than of the best one does not compare by its cost. */
function regretOf({ at, byPlan, attributable }: Trial, best: Trial): Advice['days'] {
  if (at === null || byPlan > best.byPlan) return []
  return [{ on: dateText(at), regret: moneyText(attributable - best.attributable) }]
}

const inOrder = (instants: readonly Instant[]): readonly Instant[] =>
  [...new Set(instants)].toSorted((a, b) => a - b)
