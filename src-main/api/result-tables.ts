import {
  type AccountOfRun,
  alertWindow,
  invoiceHeads,
  ledgerWindow,
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
import type { SeatReport } from '#shared/seat-report.ts'
import type { LedgerLooks } from './ledger-looks.ts'

/** What a table is of. */
export interface TableOf {
  readonly account: AccountOfRun
  readonly currency: string
  readonly looks: LedgerLooks
  /** Who held which seats, worked out where a table is of members. */
  readonly seats: () => Result<SeatReport>
}

/**
 * The rows of a table from an offset on as they stand in a file, as many as are put together at once: whoever wants the
 * whole table asks for one part after the other, and can stop at any.
 */
export function partOfTable(
  { account, currency, looks, seats }: TableOf,
  table: ResultTable,
  offset: number,
): Result<TablePart> {
  const window = { offset, limit: PART_ROWS }
  switch (table.kind) {
    case 'ledger': {
      const look = looks.of(account, { filter: table.filter, groupBy: null })
      return succeed(tablePart(ledgerColumns(currency), offset, ledgerWindow(look, window)))
    }
    case 'ledgerGroups': {
      const { filter, groupBy } = table
      const { groups, totals } = looks.of(account, { filter, groupBy })
      return succeed(tablePart(groupColumns(groupBy, totals, currency), offset, rowsIn(groups, window)))
    }
    case 'alerts':
      return succeed(tablePart(ALERT_COLUMNS, offset, alertWindow(account, { ...table.filter, ...window })))
    case 'invoices':
      return succeed(tablePart(invoiceColumns(currency), offset, invoiceHeads(account, window)))
    case 'usage':
      return succeed(tablePart(USAGE_COLUMNS, offset, usageWindow(account, { ...table.filter, ...window })))
    case 'grants':
      return succeed(tablePart(GRANT_COLUMNS, offset, rowsIn(account.grants, window)))
    case 'members': {
      const report = seats()
      if (!report.ok) return report
      return succeed(tablePart(MEMBER_COLUMNS, offset, rowsIn(report.value.members, window)))
    }
  }
}
