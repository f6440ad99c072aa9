import { isBundle, scenarioInBundle } from '#main/api/bundled-scenario.ts'
import { parse, succeed } from '#shared/problem.ts'
import type { Invoice, InvoiceLine, Working } from '#shared/invoice.ts'
import type { PeriodResult, RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { Command } from '../command.ts'
import { readDocument } from '../read-document.ts'
import { type Column, left, right, textTable } from '../text-table.ts'

export const run: Command = {
  usage: 'SCENARIO.json',
  summary:
    'Bill one account (a .tierwise file too): periods, invoices, ledger, alerts. - reads standard input.',
  operands: 1,
  options: {},
  async run(call, [file]) {
    const document = await readDocument(file)
    if (!document.ok) return document
    const scenario = isBundle(document.value)
      ? scenarioInBundle(document.value)
      : parse(Scenario, document.value)
    if (!scenario.ok) return scenario
    const result = await call('scenarios.run', scenario.value)
    return result.ok ? succeed({ json: result.value, text: textOf(result.value) }) : result
  },
}

function textOf(result: RunResult): string {
  const { plan, catalog, start, end, currency, totals, basis } = result
  return [
    `${result.scenario}: ${plan} of ${catalog}, ${start} to ${end}`,
    textTable(PERIOD_COLUMNS, result.periods),
    ...result.invoices.map(invoiceText),
    `Total ${totals.total} ${currency}: subscription ${totals.subscription}, overage ${totals.overage}`,
    `The price is ${basis.price}, the usage ${basis.usage}`,
    `Engine ${result.engineVersion}, input ${result.inputHash}`,
  ].join('\n\n')
}

/** What is for time has no quantity to tell. */
const workingText = ({ quantity, rate }: Working): string =>
  quantity === '0' ? rate : `${quantity} at ${rate}`

const PERIOD_COLUMNS: readonly Column<PeriodResult>[] = [
  left('period', (row) => row.start),
  right('opening', (row) => row.openingCredits),
  right('granted', (row) => row.grantedCredits),
  right('usage', (row) => row.usage),
  right('overage', (row) => row.overageCredits),
  right('blocked', (row) => row.blockedCredits),
  right('expired', (row) => row.expiredCredits),
  right('forfeited', (row) => row.forfeitedCredits),
  right('closing', (row) => row.closingCredits),
]

function invoiceText(invoice: Invoice): string {
  const columns: readonly Column<InvoiceLine>[] = [
    left('', (line) => `  ${line.description}`),
    left('', (line) => `${line.periodStart} to ${line.periodEnd}`),
    left('', (line) => line.working.map(workingText).join(' + ')),
    right('', (line) => line.amount),
  ]
  return `Invoice ${invoice.number} of ${invoice.date}: ${invoice.total} ${invoice.currency}${textTable(columns, invoice.lines)}`
}
