import type { UsageFilter } from '#shared/open-result.ts'
import type { UsageRow } from '#shared/run-result.ts'
import type { AccountOfRun } from './account-of-run.ts'
import { type Rows, type RowWindow, rowsIn } from './rows.ts'

/** The rows of usage that are asked for: of a period, of a member, or of all. */
export const usageWindow = (
  { usage }: Pick<AccountOfRun, 'usage'>,
  { period, member, ...window }: RowWindow & UsageFilter,
): Rows<UsageRow> =>
  rowsIn(
    usage.filter(
      (row) =>
        (period === undefined || row.period === period) && (member === undefined || row.member === member),
    ),
    window,
  )
