import writeExcelFile from 'write-excel-file/node'
import type { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { accountsOf } from './accounts.ts'
import { fixTimes } from './fixed-times.ts'
import { inputsSheet } from './inputs-sheet.ts'
import { invoicesSheet, invoiceTotalsSheet } from './invoice-sheets.ts'
import { alertsSheet, grantsSheet, ledgerSheet, periodsSheet } from './result-sheets.ts'
import { MOST_ROWS } from './sheet.ts'
import { summarySheet } from './summary-sheet.ts'

/** What a workbook is made of: a scenario, the catalogue it was billed on, and what came of it. */
export interface WorkbookOf {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly result: RunResult
}

/**
 * A result as an Excel workbook: figures as numbers, days as dates, texts never as formulas. The ledger is cut, and says
 * so, after `most` rows.
 */
export async function workbook(
  { scenario, catalog, result }: WorkbookOf,
  most: number = MOST_ROWS,
): Promise<Uint8Array<ArrayBuffer>> {
  const accounts = accountsOf(result)
  const { currency } = result
  const sheets = [
    inputsSheet(scenario, catalog, result),
    summarySheet(accounts, currency),
    periodsSheet(accounts),
    invoicesSheet(accounts, currency),
    invoiceTotalsSheet(accounts, currency),
    ledgerSheet(accounts, currency, most),
    grantsSheet(accounts),
    alertsSheet(accounts),
  ]
  return fixTimes(new Uint8Array(await writeExcelFile(sheets).toBuffer()))
}
