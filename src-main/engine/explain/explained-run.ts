import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import { refuse, type Result } from '#shared/problem.ts'
import type { PeriodResult, RunResult, UsageRow } from '#shared/run-result.ts'
import { periodsOf } from '../ledger/period-of-entry.ts'

/** What an explanation reads of a run, or of one of its accounts. */
export type ExplainedRun = Pick<
  RunResult,
  'scenario' | 'start' | 'totals' | 'periods' | 'invoices' | 'ledger' | 'usage' | 'alerts'
>

/** An explanation that rests on no movements of credits and no usage of its own: its parts do. */
export const ofParts = (explained: Omit<Explanation, 'grants' | 'usage'>): Explanation => ({
  ...explained,
  grants: [],
  usage: [],
})

/** Movements of credits that belong to a period. */
export function movementsOf(
  { ledger, periods }: Pick<ExplainedRun, 'ledger' | 'periods'>,
  { index }: PeriodResult,
): LedgerEntry[] {
  const periodOf = periodsOf(periods)
  return ledger.filter((entry) => entry.unit === 'credits' && periodOf(entry) === index)
}

export function usageOf(run: Pick<ExplainedRun, 'usage'>, periods: readonly PeriodResult[]): UsageRow[] {
  const numbers = new Set(periods.map((period) => period.index))
  return run.usage.filter((row) => numbers.has(row.period))
}

export const isNothing = (amount: string): boolean => Number(amount) === 0

/** The same amount with the other sign. */
export const negative = (amount: string): string =>
  isNothing(amount) ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`

export const moneyStep = (text: string, amount: string): ExplanationStep => ({ text, amount, unit: 'money' })

export const creditStep = (text: string, amount: string): ExplanationStep => ({
  text,
  amount,
  unit: 'credits',
})

/** What the steps before it add up to. */
export const sumStep = (step: ExplanationStep): ExplanationStep => ({ ...step, isSum: true })

export const missing = (what: string): Result<never> =>
  refuse({ code: 'explain.unknown', message: `The result has no such ${what}.`, path: what })
