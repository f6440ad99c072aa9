import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { LostReference } from '#shared/reference.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { CREDIT_FIELDS } from './deciding-fields.ts'
import { creditStep, type ExplainedRun, isNothing, missing, movementsOf, sumStep } from './explained-run.ts'
import { LEDGER_RULES } from './ledger-rules.ts'
import { rolloverRule } from './rules.ts'
import { plansInForce, sourcesOf } from './sources.ts'

const WORDS = { expired: 'Expired', forfeited: 'Forfeited' } as const

/**
 * Credits that a period lost unused, by the grants they were of; or those of the whole run, by its periods. Refused where
 * nothing was lost so.
 */
export function explainLost(
  catalog: Catalog,
  run: ExplainedRun,
  { of, period: number }: LostReference,
): Result<Explanation> {
  if (number === undefined) return lostOfRun(catalog, run, of)
  const period = run.periods[number - 1]
  if (period === undefined || isNothing(lostIn(period, of))) return missing('loss')
  const grants = movementsOf(run, period).filter(({ to }) => to === `credits.${of}`)
  return succeed({
    title: `${WORDS[of]} from ${period.start} to ${period.end}`,
    rule: ruleOf(catalog, of, [period]),
    steps: [
      ...grants.map((entry): ExplanationStep => ({
        ...creditStep(`${grantInWords(run, entry.reference)}, on ${entry.at.slice(0, 10)}`, entry.amount),
        leadsTo: { kind: 'entry', entry: run.ledger.indexOf(entry) + 1 },
      })),
      sumStep(creditStep(`${WORDS[of]} in all`, lostIn(period, of))),
    ],
    grants,
    usage: [],
    sources: rolloverSources(catalog, run, [period]),
    decidedBy: [...CREDIT_FIELDS],
  })
}

function lostOfRun(catalog: Catalog, run: ExplainedRun, of: LostReference['of']): Result<Explanation> {
  const periods = run.periods.filter((period) => !isNothing(lostIn(period, of)))
  if (periods.length === 0) return missing('loss')
  return succeed({
    title: `${WORDS[of]} from ${run.start} to ${run.periods.at(-1)?.end ?? run.start}`,
    rule: ruleOf(catalog, of, periods),
    steps: [
      ...periods.map((period): ExplanationStep => ({
        ...creditStep(`From ${period.start} to ${period.end}`, lostIn(period, of)),
        leadsTo: { kind: 'lost', of, period: run.periods.indexOf(period) + 1 },
      })),
      sumStep(creditStep(`${WORDS[of]} in all`, lostIn(run.totals, of))),
    ],
    grants: [],
    usage: [],
    sources: rolloverSources(catalog, run, periods),
    decidedBy: [...CREDIT_FIELDS],
  })
}

const lostIn = (
  told: Pick<PeriodResult, 'expiredCredits' | 'forfeitedCredits'>,
  of: LostReference['of'],
): string => (of === 'expired' ? told.expiredCredits : told.forfeitedCredits)

/** A grant by the day on which it came into the pool. */
function grantInWords({ ledger }: ExplainedRun, reference: string): string {
  const came = ledger.find((entry) => entry.reference === reference && entry.to === 'credits.pool')
  return came === undefined ? reference : `${reference} of ${came.at.slice(0, 10)}`
}

const plansOf = (catalog: Catalog, periods: readonly PeriodResult[]) =>
  plansInForce(
    catalog,
    periods.flatMap(({ plans }) => plans),
  )

const ruleOf = (catalog: Catalog, of: LostReference['of'], periods: readonly PeriodResult[]): string =>
  [
    LEDGER_RULES[`credits.${of}`],
    ...new Set(plansOf(catalog, periods).map(({ rollover }) => rolloverRule(rollover.value))),
  ].join(' ')

const rolloverSources = (catalog: Catalog, run: ExplainedRun, periods: readonly PeriodResult[]) =>
  sourcesOf(
    catalog,
    run,
    plansOf(catalog, periods).map(({ rollover }) => rollover.source),
  )
