import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { CREDIT_FIELDS } from './deciding-fields.ts'
import {
  creditStep,
  type ExplainedRun,
  isNothing,
  missing,
  movementsOf,
  negative,
  sumStep,
  usageOf,
} from './explained-run.ts'
import { CHANGE_RULE, CUT_RULE, rolloverRule } from './rules.ts'
import { plansInForce, sourcesOf } from './sources.ts'

/** What was lost leads on to the grants it was of. */
const lostStep = (of: 'expired' | 'forfeited', period: number, credits: string): ExplanationStep => ({
  ...creditStep(of === 'expired' ? 'Expired' : 'Forfeited', negative(credits)),
  ...(isNothing(credits) ? {} : { leadsTo: { kind: 'lost', of, period } }),
})

/** The credits of a period: what was on hand, what came and what went. */
export function explainBalance(catalog: Catalog, run: ExplainedRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined) return missing('period')
  const plans = plansInForce(catalog, period.plans)
  const last = plans.at(-1)
  const next = run.periods[number]?.plans[0]?.plan
  const rules = [
    ...(last === undefined ? [] : [rolloverRule(last.rollover.value)]),
    ...(next === undefined || next === last?.id ? [] : [CHANGE_RULE]),
    ...(period.isCut ? [CUT_RULE] : []),
  ]
  const opening = creditStep(`On hand on ${period.start}`, period.openingCredits)
  return succeed({
    title: `Credits on ${period.end}, on ${plans.map(({ name }) => name).join(', then ')}`,
    rule: rules.join(' '),
    steps: [
      number === 1 ? opening : { ...opening, leadsTo: { kind: 'balance', period: number - 1 } },
      creditStep('Granted', period.grantedCredits),
      creditStep('Used', negative(period.poolCredits)),
      ...(period.repaidCredits === '0'
        ? []
        : [creditStep('Repaid what was owed', negative(period.repaidCredits))]),
      lostStep('expired', number, period.expiredCredits),
      lostStep('forfeited', number, period.forfeitedCredits),
      sumStep(creditStep(`On hand on ${period.end}`, period.closingCredits)),
    ],
    grants: movementsOf(run, period),
    usage: usageOf(run, [period]),
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap(({ credits, rollover }) => [credits.source, rollover.source]),
    ),
    decidedBy: [...CREDIT_FIELDS],
  })
}
