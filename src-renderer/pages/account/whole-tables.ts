import type { ExportableTable, WholeTable } from '#renderer/tables/exportable-table.ts'
import type { OfResult } from './of-result.ts'

/** A table of which the page holds a window: written whole where its rows are, and copied as it is shown, if it is. */
export const wholeTableOf = (
  { opened, account }: OfResult,
  name: string,
  table: WholeTable['table'],
  tsv: ExportableTable['tsv'] = null,
): ExportableTable => ({ name, tsv, csv: () => ({ id: opened.id, account, table }) })
