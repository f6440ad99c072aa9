import type { Catalog, Source } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep, Reference } from '#shared/explanation.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { LedgerEntry, PeriodResult, RunResult, UsageRow } from '#shared/run-result.ts'
import { ALERT_RULES, BLOCK_RULES, LINE_RULES, rolloverRule } from './rules.ts'

/** A run as the engine answers it, with or without the hash of its input. */
type AnyRun = Omit<RunResult, 'inputHash'>

/**
 * Why a figure of a run is what it is: the rule in words, the arithmetic step by step, the grants and the usage
 * behind it, and the source of its rate. It reads what the run recorded and prices nothing anew. Refused: a
 * reference to something the result does not have.
 */
export function explain(catalog: Catalog, run: AnyRun, reference: Reference): Result<Explanation> {
  switch (reference.kind) {
    case 'line':
      return explainLine(catalog, run, reference)
    case 'balance':
      return explainBalance(catalog, run, reference.period)
    case 'block':
      return explainBlock(run, reference.period)
    case 'alert':
      return explainAlert(catalog, run, reference.alert)
  }
}

function explainLine(
  catalog: Catalog,
  run: AnyRun,
  reference: Extract<Reference, { kind: 'line' }>,
): Result<Explanation> {
  const invoice = run.invoices.find((candidate) => candidate.number === reference.invoice)
  const line = invoice?.lines[reference.line - 1]
  if (invoice === undefined || line === undefined) return missing('line')
  const isUsage = line.kind === 'overage' || line.kind === 'prepaidUsage'
  const periods = isUsage
    ? run.periods.filter((period) => overlaps(period, line.periodStart, line.periodEnd))
    : []
  const working = line.working.map((step): ExplanationStep => ({
    text: step.quantity === '0' ? step.rate : `${step.quantity} at ${step.rate}`,
    amount: step.amount,
    unit: 'money',
  }))
  return succeed({
    title: `${line.description}, invoice ${invoice.number}`,
    rule: LINE_RULES[line.kind],
    steps: [
      ...working,
      { text: 'Rounded once to the currency’s smallest unit', amount: line.amount, unit: 'money' },
    ],
    grants: [],
    usage: usageOf(run, periods).filter((row) => row.overageCredits !== '0'),
    sources: sourcesOf(catalog, [line.source]),
  })
}

function explainBalance(catalog: Catalog, run: AnyRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined) return missing('period')
  const plan = catalog.plans.find((candidate) => candidate.id === run.plan)
  const step = (text: string, amount: string): ExplanationStep => ({ text, amount, unit: 'credits' })
  return succeed({
    title: `Credits on ${period.end}`,
    rule: plan === undefined ? '' : rolloverRule(plan.rollover.value),
    steps: [
      step(`On hand on ${period.start}`, period.openingCredits),
      step('Granted', period.grantedCredits),
      step('Used', negative(period.poolCredits)),
      step('Expired', negative(period.expiredCredits)),
      step('Forfeited', negative(period.forfeitedCredits)),
      step(`On hand on ${period.end}`, period.closingCredits),
    ],
    grants: movementsOf(run, period),
    usage: usageOf(run, [period]),
    sources: plan === undefined ? [] : sourcesOf(catalog, [plan.credits.source, plan.rollover.source]),
  })
}

function explainBlock(run: AnyRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined || period.blockedBecause.length === 0) return missing('block')
  return succeed({
    title: `${period.blockedCredits} credits were not served from ${period.start} to ${period.end}`,
    rule: period.blockedBecause.map(({ cause }) => BLOCK_RULES[cause]).join(' '),
    steps: period.blockedBecause.map(({ cause, credits }) => ({
      text: BLOCK_RULES[cause],
      amount: credits,
      unit: 'credits',
    })),
    grants: movementsOf(run, period),
    usage: usageOf(run, [period]).filter((row) => row.blocked.length > 0),
    sources: [],
  })
}

function explainAlert(catalog: Catalog, run: AnyRun, number: number): Result<Explanation> {
  const alert = run.alerts[number - 1]
  if (alert === undefined) return missing('alert')
  const periods = run.periods.filter((period) =>
    overlaps(period, alert.at.slice(0, 10), alert.at.slice(0, 10)),
  )
  const plan = catalog.plans.find((candidate) => candidate.id === run.plan)
  const isThreshold = alert.kind === 'lowBalance' && plan !== undefined
  return succeed({
    title: `${alert.message} ${alert.at.slice(0, 10)}`,
    rule: ALERT_RULES[alert.kind],
    steps: [{ text: alert.message, amount: alert.credits, unit: 'credits' }],
    grants: periods.flatMap((period) => movementsOf(run, period)),
    usage: usageOf(run, periods),
    sources: isThreshold ? sourcesOf(catalog, [plan.lowBalancePercent.source, plan.credits.source]) : [],
  })
}

/** Whether a period holds part of `[from, to]`; a single day counts for the period it lies in or closes. */
const overlaps = (period: PeriodResult, from: string, to: string): boolean =>
  from === to ? period.start <= from && from <= period.end : period.start < to && from < period.end

/**
 * Movements of credits within a period. Two periods meet at one instant: what ends there belongs to the first, what
 * is issued or used there to the second.
 */
function movementsOf(run: AnyRun, { start, end }: PeriodResult): LedgerEntry[] {
  const [first, last] = [`${start}${MIDNIGHT}`, `${end}${MIDNIGHT}`]
  return run.ledger.filter((entry) => {
    const { at, unit } = entry
    if (unit !== 'credits' || at < first) return false
    if (at === first || at === last) return isEnding(entry) === (at === last)
    return at.slice(0, 10) <= end
  })
}

const MIDNIGHT = 'T00:00:00.000Z'

const isEnding = ({ from, to }: LedgerEntry): boolean => from === 'credits.pool' && to !== 'credits.used'

const negative = (amount: string): string => (amount === '0' ? amount : `-${amount}`)

function usageOf(run: AnyRun, periods: readonly PeriodResult[]): UsageRow[] {
  const numbers = new Set(periods.map((period) => period.index))
  return run.usage.filter((row) => numbers.has(row.period))
}

const sourcesOf = (catalog: Catalog, keys: readonly string[]): Source[] =>
  [...new Set(keys)].flatMap((key) => catalog.sources[key] ?? [])

const missing = (what: string): Result<never> =>
  refuse({ code: 'explain.unknown', message: `The result has no such ${what}.`, path: what })
