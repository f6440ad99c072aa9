import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Reference } from '#shared/reference.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { LINE_KINDS } from '../invoice/line-kinds.ts'
import { costFields } from './deciding-fields.ts'
import { type ExplainedRun, missing, moneyStep, negative, usageOf } from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

/** A line of an invoice: its working, what is taken off it, and its part of each tax. */
export function explainLine(
  catalog: Catalog,
  run: ExplainedRun,
  reference: Extract<Reference, { kind: 'line' }>,
): Result<Explanation> {
  const invoice = run.invoices.find((candidate) => candidate.number === reference.invoice)
  const line = invoice?.lines[reference.line - 1]
  if (invoice === undefined || line === undefined) return missing('line')
  const isUsage = line.kind === 'overage' || line.kind === 'prepaidUsage'
  const periods = isUsage
    ? run.periods.filter((period) => overlaps(period, line.periodStart, line.periodEnd))
    : []
  const working = line.working.map((step): ExplanationStep =>
    moneyStep(step.quantity === '0' ? step.rate : `${step.quantity} at ${step.rate}`, step.amount),
  )
  return succeed({
    title: `${line.description}, invoice ${invoice.number}`,
    rule: LINE_KINDS[line.kind].rule,
    steps: [
      ...working,
      moneyStep('Rounded once to the currency’s smallest unit', line.amount),
      ...line.discounts.map((taken) => moneyStep(`${taken.name}, taken off`, negative(taken.amount))),
      ...line.taxes.map((tax) => moneyStep(`Part of ${tax.name}`, tax.amount)),
    ],
    grants: [],
    usage: usageOf(run, periods).filter((row) => row.overageCredits !== '0'),
    sources: sourcesOf(catalog, run, lineSources(catalog, line)),
    decidedBy: costFields(line.kind),
  })
}

/** Whether a period holds part of the days `[from, to]` of a line; a single day counts for the period it lies in or closes. */
const overlaps = (period: PeriodResult, from: string, to: string): boolean =>
  from === to ? period.start <= from && from <= period.end : period.start < to && from < period.end
