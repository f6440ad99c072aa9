import * as z from './zod.ts'
import { textOf } from './bounded.ts'
import { MOST_NAME } from './bounds.ts'
import { LedgerFilter, LedgerGrouping } from './ledger-filter.ts'
import { AlertFilter, asJob, ResultId, UsageFilter } from './open-result.ts'

/** A table of an account of a result of which a page only ever holds a window. */
export const ResultTable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger'), filter: LedgerFilter }),
  z.strictObject({ kind: z.literal('ledgerGroups'), filter: LedgerFilter, groupBy: LedgerGrouping }),
  z.strictObject({ kind: z.literal('alerts'), filter: AlertFilter }),
  z.strictObject({ kind: z.literal('invoices') }),
  /** What every usage was served from, row by row. */
  z.strictObject({ kind: z.literal('usage'), filter: UsageFilter }),
  z.strictObject({ kind: z.literal('grants') }),
  /** Who held which seat and was stopped by what; of the account that is billed together only. */
  z.strictObject({ kind: z.literal('members') }),
])
export type ResultTable = z.infer<typeof ResultTable>

/** Which table is wanted as a file, from which row on, counted from 0. */
export const TableInput = z.strictObject({
  ...asJob,
  id: ResultId,
  account: textOf(MOST_NAME).nullable(),
  table: ResultTable,
  offset: z.int().min(0),
})

/** The next rows of a table as lines of a CSV file. Those of the first row have its mark and its headings before them. */
export const TablePart = z.strictObject({
  csv: z.string(),
  /** How many rows are in it; none where the offset is past the last one. */
  rows: z.int(),
  /** How many rows the table has. */
  rowCount: z.int(),
})
export type TablePart = z.infer<typeof TablePart>
