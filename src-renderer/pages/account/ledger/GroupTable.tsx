import type { LedgerAccount } from '#shared/ledger.ts'
import type { LedgerFilter, LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup, LedgerWindow } from '#shared/open-result.ts'
import { GROUPINGS } from '#renderer/finding/ledger-in-words.ts'
import { credits, isZero } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { Aligned, FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import type { Column } from '#renderer/tables/column.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import tables from '#renderer/tables/table.module.css'
import styles from '../result-table.module.css'
import type { LedgerAsked } from './EntryTable.tsx'
import { WhyMoved } from './WhyMoved.tsx'
import { groupColumns, groupName, type TotalRow, totalRows, withDecimals } from './group-columns.ts'

/** Groups are told with any window of the entries: with one that has none. */
export const GROUPS_ONLY = { offset: 0, limit: 0 } as const

/** The entries that a group is of, as a filter; null where a group is no filter. */
function filterOf(
  by: LedgerGrouping,
  { key }: LedgerGroup,
  accounts: readonly LedgerAccount[],
): LedgerFilter | null {
  switch (by) {
    case 'account': {
      const account = accounts.find((one) => one === key)
      return account === undefined ? null : { account }
    }
    case 'reference':
      return { reference: key }
    case 'period':
      return null
  }
}

/** An account has one unit, whatever is left in it; of anything else what moved. */
function unitsOf(by: LedgerGrouping, { key, ...moved }: LedgerGroup) {
  if (by === 'account') return [key.startsWith('credits.') ? 'credits' : 'money'] as const
  return (['credits', 'money'] as const).filter((unit) => !isZero(moved[unit]))
}

/** What entries come to by what they have in common, and under them what all come to. */
export function GroupTable({
  by,
  asked,
  sign,
  onShow,
}: {
  readonly by: LedgerGrouping
  readonly asked: LedgerAsked
  readonly sign: string
  readonly onShow: (filter: LedgerFilter) => void
}) {
  const { value: window } = useAnswer('results.ledger', { ...asked, groupBy: by, ...GROUPS_ONLY })
  return (
    <div className={styles.rest}>
      {window === undefined ? null : (
        <Groups by={by} window={window} filter={asked.filter} sign={sign} onShow={onShow} />
      )}
    </div>
  )
}

function Groups({
  by,
  window,
  filter: asked,
  sign,
  onShow,
}: {
  readonly by: LedgerGrouping
  readonly window: LedgerWindow
  readonly filter: LedgerFilter
  readonly sign: string
  readonly onShow: (filter: LedgerFilter) => void
}) {
  const totals = totalRows(by, window)
  const columns = withDecimals(groupColumns(by, window.totals, sign), window.groups, totals)
  const accounts = window.totals.map(({ account }) => account)
  return (
    <ScrollRegion label={`The ledger ${GROUPINGS[by].choice.toLowerCase()} as a table`}>
      <table ref={oneStop} className={tables.table}>
        <caption className="visually-hidden">The ledger {GROUPINGS[by].choice.toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">{GROUPINGS[by].head}</th>
            <HeaderCells columns={columns} />
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {window.groups.map((group) => {
            const filter = filterOf(by, group, accounts)
            const name = groupName(by, group)
            return (
              <tr key={group.key}>
                <td>
                  {filter === null ? (
                    name
                  ) : (
                    <button type="button" className={styles.link} onClick={() => onShow(filter)}>
                      {name}
                    </button>
                  )}
                </td>
                {columns.map((column) => (
                  <FigureCell key={column.id} column={column} row={group} />
                ))}
                <td>
                  {unitsOf(by, group).map((unit) => (
                    <WhyMoved key={unit} unit={unit} filter={asked} of={{ by, key: group.key }} />
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          {totals.map((row) => (
            <Total key={row.name} row={row} columns={columns} moved={window.moved} filter={asked} />
          ))}
        </tfoot>
      </table>
      {window.groupCount > window.groups.length ? (
        <p className={styles.muted}>
          The first {credits(window.groups.length)} of {credits(window.groupCount)} groups; a filter shows
          others.
        </p>
      ) : null}
    </ScrollRegion>
  )
}

const Total = ({
  row,
  columns,
  moved,
  filter,
}: {
  readonly row: TotalRow
  readonly columns: readonly Column<LedgerGroup>[]
  readonly moved: LedgerWindow['moved']
  readonly filter: LedgerFilter
}) => (
  <tr className={styles.total}>
    <th scope="row">{row.name}</th>
    {row.cells.map(({ id, text }) => (
      <td key={id} className={tables.numeric}>
        <Aligned
          text={isZero(text) ? '0' : text}
          decimals={columns.find((column) => column.id === id)?.decimals ?? 0}
        />
      </td>
    ))}
    <td>
      {row.units
        .filter((unit) => !isZero(moved[unit]))
        .map((unit) => (
          <WhyMoved key={unit} unit={unit} filter={filter} />
        ))}
    </td>
  </tr>
)
