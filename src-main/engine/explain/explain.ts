import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep, Reference } from '#shared/explanation.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { PeriodResult, RunResult, UsageRow } from '#shared/run-result.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { LEDGER_RULES } from './ledger-rules.ts'
import { LINE_KINDS } from '../invoice/line-kinds.ts'
import { endOf, startOf } from '../report/period-times.ts'
import { periodsOf } from './period-of-entry.ts'
import { modelledUsageInWords } from './modelled-usage.ts'
import { CHANGE_RULE, CUT_RULE, rolloverRule } from './rules.ts'
import { alertSources, planAt, plansInForce, lineSources, sourcesOf } from './sources.ts'

/** What an explanation reads of a run, or of one of its accounts. */
type AnyRun = Pick<RunResult, 'scenario' | 'start' | 'periods' | 'invoices' | 'ledger' | 'usage' | 'alerts'>

/**
 * Why a figure of a run is what it is: the rule in words, the arithmetic step by step, the grants and the usage
 * behind it, how that was modelled in the scenario, and the source of its rate. It reads what the run recorded and prices
 * nothing anew. Refused: a reference to something the result does not have.
 */
export function explain(
  catalog: Catalog,
  run: AnyRun,
  reference: Reference,
  modelled?: ModelledUsage,
): Result<Explanation> {
  const explained = explainRecorded(catalog, run, reference)
  if (!explained.ok || modelled === undefined) return explained
  const usageRule = modelledUsageInWords(modelled, explained.value.usage)
  return usageRule === null ? explained : succeed({ ...explained.value, usageRule })
}

function explainRecorded(catalog: Catalog, run: AnyRun, reference: Reference): Result<Explanation> {
  switch (reference.kind) {
    case 'line':
      return explainLine(catalog, run, reference)
    case 'balance':
      return explainBalance(catalog, run, reference.period)
    case 'block':
      return explainBlock(run, reference.period)
    case 'alert':
      return explainAlert(catalog, run, reference.alert)
    case 'entry':
      return explainEntry(run, reference.entry)
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
    rule: LINE_KINDS[line.kind].rule,
    steps: [
      ...working,
      { text: 'Rounded once to the currency’s smallest unit', amount: line.amount, unit: 'money' },
      ...line.discounts.map((taken) => moneyStep(`${taken.name}, taken off`, negative(taken.amount))),
      ...line.taxes.map((tax) => moneyStep(`Part of ${tax.name}`, tax.amount)),
    ],
    grants: [],
    usage: usageOf(run, periods).filter((row) => row.overageCredits !== '0'),
    sources: sourcesOf(catalog, run, lineSources(catalog, line)),
  })
}

function explainBalance(catalog: Catalog, run: AnyRun, number: number): Result<Explanation> {
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
  const step = (text: string, amount: string): ExplanationStep => ({ text, amount, unit: 'credits' })
  return succeed({
    title: `Credits on ${period.end}, on ${plans.map(({ name }) => name).join(', then ')}`,
    rule: rules.join(' '),
    steps: [
      step(`On hand on ${period.start}`, period.openingCredits),
      step('Granted', period.grantedCredits),
      step('Used', negative(period.poolCredits)),
      ...(period.repaidCredits === '0' ? [] : [step('Repaid what was owed', negative(period.repaidCredits))]),
      step('Expired', negative(period.expiredCredits)),
      step('Forfeited', negative(period.forfeitedCredits)),
      step(`On hand on ${period.end}`, period.closingCredits),
    ],
    grants: movementsOf(run, period),
    usage: usageOf(run, [period]),
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap(({ credits, rollover }) => [credits.source, rollover.source]),
    ),
  })
}

function explainBlock(run: AnyRun, number: number): Result<Explanation> {
  const period = run.periods[number - 1]
  if (period === undefined || period.blockedBecause.length === 0) return missing('block')
  return succeed({
    title: `${period.blockedCredits} credits were not served from ${period.start} to ${period.end}`,
    rule: period.blockedBecause.map(({ cause }) => BLOCK_CAUSES[cause].rule).join(' '),
    steps: period.blockedBecause.map(({ cause, credits }) => ({
      text: BLOCK_CAUSES[cause].rule,
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
  const periods = run.periods.filter(
    (period, place) => startOf(period) <= alert.at && alert.at <= endOf(run.periods, place),
  )
  // What a period's end brings is the doing of the plan that was in force until then.
  const plan = planAt(catalog, run, alert.at)
  const concerned = ALERT_KINDS[alert.kind].isOfEnding ? plansInForce(catalog, endingAt(run, alert.at)) : []
  const plans = concerned.length > 0 || plan === null ? concerned : [plan]
  return succeed({
    title: `${alert.message} ${alert.at.slice(0, 10)}`,
    rule: ALERT_KINDS[alert.kind].rule,
    steps: [{ text: alert.message, amount: alert.credits, unit: 'credits' }],
    grants: periods.flatMap((period) => movementsOf(run, period)),
    usage: usageOf(run, periods),
    sources: sourcesOf(
      catalog,
      run,
      plans.flatMap((one) => alertSources(catalog, alert.kind, one)),
    ),
  })
}

/** A movement of the ledger: what each of its two accounts is for, and what else happened to the same credits. */
function explainEntry(run: AnyRun, number: number): Result<Explanation> {
  const entry = run.ledger[number - 1]
  if (entry === undefined) return missing('entry')
  const { unit, from, to, amount, reference, at } = entry
  const day = at.slice(0, 10)
  const period = periodsOf(run.periods)(entry)
  const periods = run.periods.filter(({ index }) => index === period)
  return succeed({
    title: `${reference}, ${day}`,
    rule: `${LEDGER_RULES[from]} ${LEDGER_RULES[to]}`,
    steps: [
      { text: `Leaves ${from}`, amount: negative(amount), unit },
      { text: `Enters ${to}`, amount, unit },
    ],
    grants: run.ledger.filter((other) => other.unit === 'credits' && other.reference === reference),
    usage: to === 'credits.used' ? usageOf(run, periods) : [],
    sources: [],
  })
}

/** The last plan of each period that ends at the instant. */
const endingAt = (run: AnyRun, at: string) =>
  run.periods.filter((_, place) => endOf(run.periods, place) === at).flatMap(({ plans }) => plans.slice(-1))

/** Whether a period holds part of the days `[from, to]` of a line; a single day counts for the period it lies in or closes. */
const overlaps = (period: PeriodResult, from: string, to: string): boolean =>
  from === to ? period.start <= from && from <= period.end : period.start < to && from < period.end

/** Movements of credits that belong to a period. */
function movementsOf({ ledger, periods }: AnyRun, { index }: PeriodResult): LedgerEntry[] {
  const periodOf = periodsOf(periods)
  return ledger.filter((entry) => entry.unit === 'credits' && periodOf(entry) === index)
}

/** The same amount with the other sign. */
const negative = (amount: string): string =>
  Number(amount) === 0 ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`

const moneyStep = (text: string, amount: string): ExplanationStep => ({ text, amount, unit: 'money' })

function usageOf(run: AnyRun, periods: readonly PeriodResult[]): UsageRow[] {
  const numbers = new Set(periods.map((period) => period.index))
  return run.usage.filter((row) => numbers.has(row.period))
}

const missing = (what: string): Result<never> =>
  refuse({ code: 'explain.unknown', message: `The result has no such ${what}.`, path: what })
