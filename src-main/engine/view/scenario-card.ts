import type { CardFinding, ScenarioCard } from '#shared/scenario-card.ts'
import { dateText } from '../calendar/civil.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { totalOf } from '../record/totals.ts'
import type { BilledScenario } from './billed-scenario.ts'

/** A billed scenario at a glance. */
export const scenarioCard = (billed: BilledScenario): ScenarioCard => ({
  plan: billed.plan.name,
  currency: billed.currency,
  total: moneyText(totalOf(billed.totals)),
  months: billed.months.map(({ start, total }) => ({ start: dateText(start), total: moneyText(total) })),
  finding: findingOf(billed),
})

/** Work that was stopped comes before money that was spent, and both before credits that were lost. */
function findingOf({ totals, blocked }: BilledScenario): CardFinding {
  if (totals.wantedCredits === 0) return { kind: 'noUsage' }
  const [most] = [...blocked].toSorted(([, one], [, other]) => other - one)
  if (most !== undefined && totals.blockedCredits > 0) {
    return {
      kind: 'blocked',
      credits: creditsText(totals.blockedCredits),
      periods: totals.blockedPeriods,
      cause: most[0],
    }
  }
  if (totals.overageCredits > 0) {
    return {
      kind: 'beyond',
      credits: creditsText(totals.overageCredits),
      overage: moneyText(totals.overage),
      drawn: moneyText(totals.drawnMoney),
      expired: moneyText(totals.expiredMoney),
    }
  }
  if (totals.expiredCredits + totals.forfeitedCredits > 0) {
    return {
      kind: 'lost',
      expired: creditsText(totals.expiredCredits),
      forfeited: creditsText(totals.forfeitedCredits),
    }
  }
  return { kind: 'within' }
}
