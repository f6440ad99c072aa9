import {
  alertWindow,
  invoiceHeads,
  ledgerWindow,
  type OnProgress,
  rowsIn,
  usageWindow,
} from '#main/engine/index.ts'
import {
  ALERT_COLUMNS,
  GRANT_COLUMNS,
  groupColumns,
  invoiceColumns,
  ledgerColumns,
  MEMBER_COLUMNS,
  USAGE_COLUMNS,
} from '#main/export/csv/result-tables.ts'
import { PART_ROWS, tablePart } from '#main/export/csv/table-part.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { ResultTable, TablePart } from '#shared/result-table.ts'
import type { AskedParts, OfOpen } from './asked-parts.ts'

/** What a table is of, and what has been made of it. */
export interface TableOf {
  readonly of: OfOpen
  readonly parts: AskedParts
  /** Told where seats have to be worked out first. */
  readonly onProgress: OnProgress | undefined
}

/**
 * The rows of a table from an offset on as they stand in a file, as many as are put together at once: whoever wants the
 * whole table asks for one part after the other, and can stop at any.
 */
export function partOfTable(
  { of, parts, onProgress }: TableOf,
  table: ResultTable,
  offset: number,
): Result<TablePart> {
  const window = { offset, limit: PART_ROWS }
  const { billed: account, open } = of
  const { currency } = open.catalog
  switch (table.kind) {
    case 'ledger': {
      const look = parts.ledgerLook(of, { filter: table.filter, groupBy: null })
      return succeed(tablePart(ledgerColumns(currency), offset, ledgerWindow(look, window)))
    }
    case 'ledgerGroups': {
      const { filter, groupBy } = table
      const { groups, totals } = parts.ledgerLook(of, { filter, groupBy })
      return succeed(tablePart(groupColumns(groupBy, totals, currency), offset, rowsIn(groups, window)))
    }
    case 'alerts':
      return succeed(tablePart(ALERT_COLUMNS, offset, alertWindow(parts.alertLook(of, table.filter), window)))
    case 'invoices':
      return succeed(tablePart(invoiceColumns(currency), offset, invoiceHeads(account, window)))
    case 'usage':
      return succeed(tablePart(USAGE_COLUMNS, offset, usageWindow(account, { ...table.filter, ...window })))
    case 'grants':
      return succeed(tablePart(GRANT_COLUMNS, offset, rowsIn(account.grants, window)))
    case 'members': {
      const report = parts.seatReport(open, onProgress)
      if (!report.ok) return report
      return succeed(tablePart(MEMBER_COLUMNS, offset, rowsIn(report.value.members, window)))
    }
  }
}
