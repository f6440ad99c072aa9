import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type Feature } from 'write-excel-file/node'
import type { VariantCost } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { accountsOf } from './accounts.ts'
import { fixTimes } from './fixed-times.ts'
import { inputsSheet } from './inputs-sheet.ts'
import { invoicesSheet, invoiceTotalsSheet } from './invoice-sheets.ts'
import { alertsSheet, grantsSheet, ledgerSheet, periodsSheet } from './result-sheets.ts'
import { roomFor } from './room.ts'
import { leftOutOf, type PlannedSheet } from './sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { differencesSheet, variantsSheet } from './variant-sheets.ts'

/** What a workbook is made of: a scenario, the catalogue it was billed on, and what came of it. */
export interface WorkbookOf {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly result: RunResult
  /** What its variants come to beside it; none where it has none. */
  readonly variants?: readonly VariantCost[]
}

export interface WorkbookOptions {
  /** Of all sheets together, without their headings. */
  readonly mostCells?: number
  /** Told how many rows of how many are written; what it throws ends the writing. */
  readonly onProgress?: (done: number, of: number) => void
}

export interface WrittenWorkbook {
  readonly file: Uint8Array<ArrayBuffer>
  /** How many rows each sheet leaves out that has no room for all of them. */
  readonly leftOut: readonly { readonly sheet: string; readonly rows: number }[]
}

/**
 * All cells and their text are in memory at once, for what writes them writes a whole part of the file at a time: so many
 * take some 500 MB beside the result, half of what a thread may use.
 */
const MOST_CELLS = 2_000_000

/**
 * A result as an Excel workbook: figures as numbers, days as dates, texts never as formulas. Its longest sheets are cut,
 * and say so, where it would have too many cells or a sheet more rows than Excel knows.
 */
export async function workbook(
  { scenario, catalog, result, variants = [] }: WorkbookOf,
  { mostCells = MOST_CELLS, onProgress }: WorkbookOptions = {},
): Promise<WrittenWorkbook> {
  const accounts = accountsOf(result)
  const { currency } = result
  const planned: readonly PlannedSheet[] = [
    inputsSheet(scenario, catalog, result),
    summarySheet(accounts, currency),
    ...(variants.length === 0
      ? []
      : [variantsSheet(variants, currency), differencesSheet(variants, currency)]),
    periodsSheet(accounts),
    invoicesSheet(accounts, currency),
    invoiceTotalsSheet(accounts, currency),
    ledgerSheet(accounts, currency),
    grantsSheet(accounts),
    alertsSheet(accounts),
  ]
  const room = roomFor(planned, mostCells)
  const sheets = planned.map(({ write }, place) => write(room[place] ?? 0))
  const rows = sheets.reduce((sum, { data }) => sum + data.length, 0)
  const features = onProgress ? [rowsTold((done) => onProgress(done, rows))] : []
  const file = await writeExcelFile(sheets, { features }).toBuffer()
  return {
    file: fixTimes(new Uint8Array(file)),
    leftOut: planned.flatMap((sheet, place) => {
      const left = leftOutOf(sheet.rows, room[place] ?? 0)
      return left === 0 ? [] : [{ sheet: sheet.name, rows: left }]
    }),
  }
}

/** Hears of each row as it is written, of which the writer itself tells nothing: it asks for a row's attributes. */
function rowsTold(tell: (done: number) => void): Feature<Buffer | Blob | Stream> {
  let done = 0
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) => {
            if (tag === 'row') tell(++done)
            return attributes
          },
        },
      },
    },
  }
}
